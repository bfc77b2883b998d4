import uuid
from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from regions.history import recorded
from regions.models import RegionalOffice

if TYPE_CHECKING:
    from accounts.policy import Actor


class EvidenceQuerySet(models.QuerySet["Evidence"]):
    def visible_to(self, actor: "Actor") -> Self:
        """An office sees its own evidence, the secretariat all."""
        return self.filter(policy.own_or_every(actor))


@recorded()
class Evidence(models.Model):
    """What proves an answer: a link, never fetched by the server, or a document's symbol.

    Evidence is never deleted (a trigger refuses), so answers and publications may refer
    to it by id.
    """

    class Kind(models.TextChoices):
        LINK = "link", _("link")
        DOCUMENT = "document", _("document")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    dated_on = models.DateField(null=True, blank=True)
    is_invented = models.BooleanField(default=False)
    created_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")
    created_at = models.DateTimeField(auto_now_add=True)

    objects = EvidenceQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-created_at", "id"]
        verbose_name_plural = "evidence"
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=(Q(kind="link") & ~Q(url="")) | (Q(kind="document") & ~Q(reference="")),
                name="evidence_can_be_found",
            ),
            models.CheckConstraint(
                condition=Q(url="") | Q(url__regex=r"^https?://"), name="a_link_is_a_web_address"
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="evidence_is_never_deleted", operation=pgtrigger.Delete),
        ]

    def __str__(self) -> str:
        return self.title
