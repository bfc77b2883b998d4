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
    """What proves an answer: a link, never fetched by the server, a document's symbol, or a file.

    A file is kept under a random name outside the web root, with its SHA-256. Evidence is
    never deleted (a trigger refuses), so answers and publications may refer to it by id.
    """

    class Kind(models.TextChoices):
        LINK = "link", _("link")
        DOCUMENT = "document", _("document")
        FILE = "file", _("file")

    id = models.UUIDField(primary_key=True, default=uuid.uuid4, editable=False)
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="evidence")
    kind = models.CharField(max_length=10, choices=Kind.choices)
    title = models.CharField(max_length=200)
    url = models.URLField(max_length=500, blank=True)
    reference = models.CharField(max_length=200, blank=True)
    file_name = models.CharField(max_length=200, blank=True, default="")
    media_type = models.CharField(max_length=100, blank=True, default="")
    size = models.PositiveIntegerField(null=True, blank=True)
    sha256 = models.CharField(max_length=64, blank=True, default="")
    stored_as = models.CharField(max_length=64, blank=True, default="")
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
                condition=(Q(kind="link") & ~Q(url=""))
                | (Q(kind="document") & ~Q(reference=""))
                | (Q(kind="file") & ~Q(stored_as="")),
                name="evidence_can_be_found",
            ),
            models.CheckConstraint(
                condition=Q(stored_as="")
                | (
                    Q(sha256__regex=r"^[0-9a-f]{64}$", size__isnull=False, size__gt=0)
                    & ~Q(file_name="")
                    & ~Q(media_type="")
                ),
                name="a_file_is_known_by_name_type_size_and_digest",
            ),
            models.UniqueConstraint(
                fields=["office", "sha256"],
                condition=~Q(sha256=""),
                name="an_office_keeps_a_file_once",
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
