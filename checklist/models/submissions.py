from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from accounts.models import User
from checklist.models.answers import Answer
from checklist.models.rounds import ReportingRound
from regions.history import recorded
from regions.models import RegionalOffice

if TYPE_CHECKING:
    from accounts.policy import Actor


class SubmissionQuerySet(models.QuerySet["Submission"]):
    def visible_to(self, actor: "Actor") -> Self:
        """An office sees its own submissions, the secretariat all."""
        return self.filter(policy.own_or_every(actor))

    def awaiting_review(self) -> Self:
        """Handed over and not yet decided line by line."""
        return self.filter(state__in=[Submission.State.SUBMITTED, Submission.State.IN_REVIEW])


@recorded()
class Submission(models.Model):
    """Answers handed to the secretariat together; its number is its receipt's name."""

    class State(models.TextChoices):
        SUBMITTED = "submitted", _("submitted")
        IN_REVIEW = "in_review", _("in review")
        DECIDED = "decided", _("decided")
        RECALLED = "recalled", _("recalled")

    number = models.BigAutoField(primary_key=True)
    round = models.ForeignKey(ReportingRound, on_delete=models.PROTECT, related_name="submissions")
    office = models.ForeignKey(RegionalOffice, on_delete=models.PROTECT, related_name="submissions")
    state = models.CharField(max_length=10, choices=State.choices, default=State.SUBMITTED)
    note = models.TextField(blank=True)
    receipt = models.CharField(max_length=64)
    submitted_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="submissions")
    submitted_at = models.DateTimeField()
    due_on = models.DateField()
    updated_at = models.DateTimeField(auto_now=True)

    objects = SubmissionQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-number"]
        indexes: ClassVar = [
            models.Index(fields=["round", "office", "state"], name="submission_by_round"),
        ]

    def __str__(self) -> str:
        return str(self.number)


@recorded()
class SubmissionLine(models.Model):
    """One answer as it was handed over: before, after, and the secretariat's decision.

    `is_confirmed` says that somebody of the office vouched for it in this round; a line
    that was only carried over is not. A decision is bound to the answer's version: when
    the office writes again before the line is decided, the line is superseded, and nobody
    accepts words that are no longer there.
    """

    class Decision(models.TextChoices):
        WAITING = "", _("waiting")
        ACCEPT = "accept", _("accepted")
        RETURN = "return", _("returned")
        SUPERSEDED = "superseded", _("superseded")
        RECALLED = "recalled", _("recalled")

    submission = models.ForeignKey(Submission, on_delete=models.CASCADE, related_name="lines")
    number = models.PositiveIntegerField()
    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="lines")
    answer_version = models.PositiveIntegerField()
    before = models.JSONField()
    after = models.JSONField()
    is_changed = models.BooleanField()
    is_confirmed = models.BooleanField(db_default=True, default=True)
    decision = models.CharField(max_length=10, choices=Decision.choices, blank=True, default="")
    reason = models.TextField(blank=True)
    decided_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    decided_at = models.DateTimeField(null=True, blank=True)
    decided_in_bulk = models.BooleanField(db_default=False, default=False)

    class Meta:
        ordering: ClassVar = ["number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["submission", "number"], name="a_line_has_its_own_number"
            ),
            models.UniqueConstraint(
                fields=["submission", "answer"],
                name="an_answer_is_handed_over_once_in_a_submission",
            ),
            models.UniqueConstraint(
                fields=["answer"], condition=Q(decision=""), name="an_answer_awaits_one_decision"
            ),
            models.CheckConstraint(
                condition=~Q(decision="return") | ~Q(reason=""), name="a_return_gives_its_reason"
            ),
            models.CheckConstraint(
                condition=~Q(decision__in=["accept", "return"])
                | Q(decided_by__isnull=False, decided_at__isnull=False),
                name="a_decision_has_an_author",
            ),
            models.CheckConstraint(
                condition=Q(decided_in_bulk=False) | Q(decision__in=["accept", "return"]),
                name="only_a_decision_is_made_in_bulk",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.submission_id}/{self.number}"
