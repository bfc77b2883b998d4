from typing import TYPE_CHECKING, ClassVar, Self

import pgtrigger
from django.db import models
from django.db.models import Exists, OuterRef, Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from checklist.models import ReportingRound

if TYPE_CHECKING:
    from accounts.policy import Actor


def unchangeable(name: str) -> pgtrigger.Protect:
    """The Board cites what it saw: the database refuses to change or delete it."""
    return pgtrigger.Protect(name=name, operation=pgtrigger.Update | pgtrigger.Delete)


class PublicationQuerySet(models.QuerySet["Publication"]):
    def visible_to(self, actor: "Actor") -> Self:
        """What was published is for everyone signed in."""
        return self if policy.may_see_publications(actor) else self.none()

    def in_force(self) -> Self:
        """Not withdrawn."""
        return self.filter(
            ~Exists(PublicationNotice.objects.filter(publication=OuterRef("pk"), kind="withdrawal"))
        )

    def latest_first(self) -> Self:
        """The newest round first, and within it the newest number."""
        return self.order_by("-round__code", "-number")


class Publication(models.Model):
    """An immutable snapshot of a round: one canonical file and its SHA-256.

    A correction is a new publication that names the one it corrects; a withdrawal is a
    notice beside it. Neither changes a byte of what was published.
    """

    round = models.ForeignKey(ReportingRound, on_delete=models.PROTECT, related_name="publications")
    number = models.PositiveSmallIntegerField()
    sha256 = models.CharField(max_length=64)
    canonical = models.BinaryField()
    manifest = models.JSONField()
    statement = models.TextField(blank=True)
    note = models.TextField(blank=True)
    corrects = models.ForeignKey(
        "self", null=True, blank=True, on_delete=models.PROTECT, related_name="corrections"
    )
    is_demonstration = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="publications")

    objects = PublicationQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-published_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "number"], name="a_publication_has_its_own_number"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_publication_has_its_digest"
            ),
        ]
        triggers: ClassVar = [unchangeable("a_publication_never_changes")]

    def __str__(self) -> str:
        return f"{self.round_id}/{self.number}"


class PublicationSection(models.Model):
    """The part of a publication that one page shows, cut from the same snapshot."""

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="sections")
    key = models.CharField(max_length=60)
    body = models.TextField()
    sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "key"], name="a_section_stands_in_a_publication_once"
            ),
        ]
        triggers: ClassVar = [unchangeable("a_section_never_changes")]

    def __str__(self) -> str:
        return self.key


class PublicationNotice(models.Model):
    """What was said of a publication afterwards, such as its withdrawal and why."""

    class Kind(models.TextChoices):
        WITHDRAWAL = "withdrawal", _("withdrawn")

    publication = models.ForeignKey(Publication, on_delete=models.PROTECT, related_name="notices")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    reason = models.TextField()
    made_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField()

    class Meta:
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["publication", "kind"], name="a_publication_is_withdrawn_once"
            ),
            models.CheckConstraint(condition=~Q(reason=""), name="a_notice_gives_its_reason"),
        ]
        triggers: ClassVar = [unchangeable("a_notice_never_changes")]

    def __str__(self) -> str:
        return f"{self.publication_id} {self.kind}"
