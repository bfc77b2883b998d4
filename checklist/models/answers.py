from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Count, F, Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from checklist.compliance import Tally, Verdict
from checklist.models.checklists import ChecklistItem, Kind, Level
from checklist.models.rounds import ReportingRound
from regions.history import recorded
from regions.models import CountryTeam, RegionalOffice

if TYPE_CHECKING:
    from accounts.policy import Actor

GLOBAL_SUBJECT = "GLOBAL"
NARRATIVE_LIMIT = 5000


class Progress(models.TextChoices):
    """Whose turn it is; never merged with the verdict."""

    EMPTY = "empty", _("Empty")
    DRAFT = "draft", _("Draft")
    SUBMITTED = "submitted", _("Submitted")
    RETURNED = "returned", _("Returned")
    ACCEPTED = "accepted", _("Accepted")


class Constraint(models.TextChoices):
    """Why an answer is not full (HSP/EB.2025/8, para 10, and the practice of the offices)."""

    CORE_FUNDING = "core_funding", _("Lack of core funding")
    EARMARKED_ONLY = "earmarked_only", _("Earmarked project money only")
    NO_PRESENCE = "no_presence", _("No presence in the country")
    LIMITED_PRESENCE = "limited_presence", _("Limited presence")
    STAFF_CAPACITY = "staff_capacity", _("Staff capacity")
    NO_FRAMEWORK = "no_framework", _("No Cooperation Framework")
    FRAMEWORK_NOT_SIGNED = "framework_not_signed", _("Framework not signed")
    GUIDANCE_PENDING = "guidance_pending", _("Guidance pending")
    CRISIS_CONTEXT = "crisis_context", _("Crisis context")
    OTHER = "other", _("Other")


class AnswerQuerySet(models.QuerySet["Answer"]):
    def visible_to(self, actor: "Actor") -> Self:
        """An office sees the answers it is responsible for; the secretariat all of them."""
        return self.filter(policy.own_or_every(actor))

    def in_round(self, round_: ReportingRound) -> Self:
        """Answers of one round."""
        return self.filter(round=round_)

    def tally_by(self, *keys: str, accepted_only: bool = False) -> dict[tuple[object, ...], Tally]:
        """Count the answers of each kind by the given columns: one GROUP BY.

        With `accepted_only`, whatever the secretariat has not accepted counts as not
        assessed, as it will be published.
        """
        counts = Q() if not accepted_only else Q(progress=Progress.ACCEPTED)
        groups: dict[tuple[object, ...], dict[str, int]] = {}
        rows = (
            self.order_by()
            .values_list(*keys, "kind")
            .annotate(n=Count("id"), kept=Count("id", filter=counts) if accepted_only else F("n"))
        )
        for *key, kind, n, kept in rows:
            group = groups.setdefault(tuple(key), dict.fromkeys(Verdict, 0))
            group[kind] += kept
            group[Verdict.NOT_ASSESSED] += n - kept
        return {key: Tally(**group) for key, group in groups.items()}


@recorded()
class Answer(models.Model):
    """The answer to one item for one subject in one round.

    Opening a round writes one unanswered row for each item and subject, with the office
    responsible then: "nobody answered" is a row, and a country that changes office does
    not rewrite history. The subject is GLOBAL, an office's code or a team's code.
    """

    round = models.ForeignKey(ReportingRound, on_delete=models.PROTECT, related_name="answers")
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, related_name="answers")
    subject = models.CharField(max_length=12)
    level = models.CharField(max_length=1, choices=Level.choices)
    team = models.ForeignKey(
        CountryTeam, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="answers")

    kind = models.CharField(max_length=15, choices=Kind.choices, default=Kind.NOT_ASSESSED)
    narrative = models.TextField(blank=True, max_length=NARRATIVE_LIMIT)
    language = models.CharField(max_length=10, default="en")
    constraints = ArrayField(
        models.CharField(max_length=25, choices=Constraint.choices), default=list, blank=True
    )
    next_step = models.TextField(blank=True, max_length=NARRATIVE_LIMIT)
    next_step_due = models.DateField(null=True, blank=True)
    as_of = models.DateField(null=True, blank=True)
    not_applicable_reason = models.TextField(blank=True, max_length=NARRATIVE_LIMIT)
    evidence = ArrayField(models.UUIDField(), default=list, blank=True)

    progress = models.CharField(max_length=10, choices=Progress.choices, default=Progress.EMPTY)
    version = models.PositiveIntegerField(default=0)
    reexamined = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)
    updated_by = models.ForeignKey(User, null=True, on_delete=models.SET_NULL, related_name="+")

    objects = AnswerQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["item__pillar__position", "item__position", "subject"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["round", "item", "subject"], name="a_subject_answers_an_item_once_a_round"
            ),
            models.CheckConstraint(
                condition=Q(level="C", team__isnull=False) | Q(~Q(level="C"), team__isnull=True),
                name="a_country_item_is_answered_for_a_team",
            ),
            models.CheckConstraint(
                condition=~Q(progress="empty") | Q(kind="not_assessed"),
                name="an_empty_answer_says_nothing",
            ),
        ]
        indexes: ClassVar = [
            models.Index(
                fields=["round", "office", "item"],
                include=["kind", "progress", "subject"],
                name="answer_by_round_and_office",
            ),
            models.Index(fields=["team", "round"], name="answer_by_team"),
            models.Index(fields=["updated_at"], name="answer_by_update"),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.subject}"
