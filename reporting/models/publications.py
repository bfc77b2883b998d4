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


def kept_unless_preview(name: str) -> pgtrigger.Trigger:
    """A part of a publication stays as it is; that of a preview may go with the preview."""
    return pgtrigger.Trigger(
        name=name,
        when=pgtrigger.Before,
        operation=pgtrigger.Update | pgtrigger.Delete,
        declare=[("may_go", "BOOLEAN")],
        func="""
            SELECT is_preview INTO may_go FROM reporting_publication WHERE id = OLD.publication_id;
            IF TG_OP = 'DELETE' AND may_go THEN RETURN OLD; END IF;
            RAISE EXCEPTION 'Cannot update or delete rows from % table', TG_TABLE_NAME;
        """,
    )


class PublicationQuerySet(models.QuerySet["Publication"]):
    def visible_to(self, actor: "Actor") -> Self:
        """What was published is for everyone signed in."""
        return self if policy.may_see_publications(actor) else self.none()

    def in_force(self) -> Self:
        """Not withdrawn."""
        return self.filter(
            ~Exists(PublicationNotice.objects.filter(publication=OuterRef("pk"), kind="withdrawal"))
        )

    def with_withdrawal(self) -> Self:
        """Each says whether it was withdrawn."""
        notices = PublicationNotice.objects.filter(publication=OuterRef("pk"), kind="withdrawal")
        return self.annotate(is_withdrawn=Exists(notices))

    def correcting(self, corrected: str = "") -> Self:
        """What an outer query's publication is corrected by: the next in force of its round.

        Each number corrects the one before it; where that one was withdrawn, the one after does.
        """
        same, later = OuterRef(f"{corrected}round"), OuterRef(f"{corrected}number")
        return self.in_force().filter(round=same, number__gt=later).order_by("number")

    def latest_first(self) -> Self:
        """The newest round first, and within it the newest number."""
        return self.order_by("-round__code", "-number")


class Published(models.Manager["Publication"]):
    """What was published; a preview is not among it."""

    def get_queryset(self) -> PublicationQuerySet:
        return PublicationQuerySet(self.model, using=self._db).filter(is_preview=False)


class Previews(models.Manager["Publication"]):
    """What rounds would publish, drawn up for the secretariat alone."""

    def get_queryset(self) -> PublicationQuerySet:
        return PublicationQuerySet(self.model, using=self._db).filter(is_preview=True)


class Publication(models.Model):
    """An immutable snapshot of a round: one canonical file and its SHA-256.

    A correction is a new publication that names the one it corrects; a withdrawal is a
    notice beside it. Neither changes a byte of what was published. A preview is cut the same
    way and bears the number that would come next; it may be thrown away, and nobody but the
    secretariat finds it.
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
    is_preview = models.BooleanField(default=False)
    published_at = models.DateTimeField()
    published_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="publications")

    objects = Published.from_queryset(PublicationQuerySet)()
    previews = Previews.from_queryset(PublicationQuerySet)()

    class Meta:
        ordering: ClassVar = ["-published_at"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "number"],
                condition=Q(is_preview=False),
                name="a_publication_has_its_own_number",
            ),
            models.UniqueConstraint(
                fields=["round"], condition=Q(is_preview=True), name="a_round_has_one_preview"
            ),
            models.CheckConstraint(
                condition=Q(sha256__regex=r"^[0-9a-f]{64}$"), name="a_publication_has_its_digest"
            ),
        ]
        triggers: ClassVar = [
            pgtrigger.Protect(name="a_publication_never_changes", operation=pgtrigger.Update),
            pgtrigger.Protect(
                name="a_publication_never_goes",
                operation=pgtrigger.Delete,
                condition=pgtrigger.Q(old__is_preview=False),
            ),
        ]

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
        triggers: ClassVar = [kept_unless_preview("a_section_never_changes")]

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
