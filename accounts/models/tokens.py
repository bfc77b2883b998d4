from datetime import datetime
from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from accounts import policy
from accounts.models.scopes import Scope
from accounts.models.users import User
from regions.history import recorded
from regions.models import RegionalOffice

if TYPE_CHECKING:
    from accounts.policy import Actor


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def usable_at(self, moment: datetime) -> Self:
        """Neither expired nor revoked, of a person who is still active."""
        return self.filter(expires_at__gt=moment, revoked_at__isnull=True, user__is_active=True)

    def visible_to(self, actor: "Actor") -> Self:
        """The secretariat sees every token, an office those of its offices that it manages."""
        return self.filter(policy.managed_tokens(actor))

    def not_replaced(self) -> Self:
        """Tokens whose end somebody should think of: nothing follows them yet."""
        return self.filter(replaced_by__isnull=True)


@recorded(exclude=["last_used_at"])
class ApiToken(models.Model):
    """`hrt_<key>.<secret>`: the key finds the row, only a digest of the secret is kept.

    A token belongs to one person and, for an office, to one office. One that replaces
    another was made by rotating it; the other then ends with the overlap.
    """

    key = models.CharField(max_length=16, unique=True)
    digest = models.CharField(max_length=64)
    name = models.CharField(max_length=100)
    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="tokens")
    office = models.ForeignKey(
        RegionalOffice, null=True, blank=True, on_delete=models.PROTECT, related_name="tokens"
    )
    scopes = ArrayField(models.CharField(max_length=10, choices=Scope.choices))
    expires_at = models.DateTimeField()
    revoked_at = models.DateTimeField(null=True, blank=True)
    created_at = models.DateTimeField(auto_now_add=True)
    created_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.SET_NULL, related_name="+"
    )
    replaces = models.OneToOneField(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="replaced_by"
    )
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(scopes=[]), name="a_token_is_good_for_something"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="a_token_keeps_only_a_digest"
            ),
            models.CheckConstraint(
                condition=Q(replaces__isnull=True) | ~Q(replaces=F("id")),
                name="a_token_replaces_another",
            ),
        ]

    def __str__(self) -> str:
        return self.name
