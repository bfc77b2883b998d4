from datetime import datetime
from typing import ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models.users import User
from regions.history import recorded
from regions.models import RegionalOffice


class Scope(models.TextChoices):
    """What a token is good for; `submit` and `review` include `read`."""

    READ = "read", _("read")
    SUBMIT = "submit", _("submit")
    REVIEW = "review", _("review")


class ApiTokenQuerySet(models.QuerySet["ApiToken"]):
    def usable_at(self, moment: datetime) -> Self:
        """Neither expired nor revoked, of a person who is still active."""
        return self.filter(expires_at__gt=moment, revoked_at__isnull=True, user__is_active=True)


@recorded(exclude=["last_used_at"])
class ApiToken(models.Model):
    """`hrt_<key>.<secret>`: the key finds the row, only a digest of the secret is kept.

    A token belongs to one person and, for an office, to one office.
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
    last_used_at = models.DateTimeField(null=True, blank=True)

    objects = ApiTokenQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(scopes=[]), name="a_token_is_good_for_something"),
            models.CheckConstraint(
                condition=Q(digest__regex=r"^[0-9a-f]{64}$"), name="a_token_keeps_only_a_digest"
            ),
        ]

    def __str__(self) -> str:
        return self.name
