from typing import ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts.models import User
from checklist.models.answers import Answer
from checklist.models.rounds import ReportingRound
from regions.history import recorded


class AmendmentQuerySet(models.QuerySet["Amendment"]):
    def in_round(self, round_: ReportingRound) -> Self:
        """Corrections of the answers of one round."""
        return self.filter(answer__round=round_)

    def dissenting(self) -> Self:
        """Those that the office does not agree with."""
        return self.filter(reply=Amendment.Reply.DISSENT)


@recorded()
class Amendment(models.Model):
    """A correction of an answer by the secretariat, with its reason; the office's words stay.

    The office replies once: it acknowledges the correction, or dissents in its own words.
    """

    class Reply(models.TextChoices):
        WAITING = "", _("no reply yet")
        ACKNOWLEDGED = "acknowledged", _("acknowledged")
        DISSENT = "dissent", _("dissents")

    answer = models.ForeignKey(Answer, on_delete=models.PROTECT, related_name="amendments")
    before = models.JSONField()
    after = models.JSONField()
    reason = models.TextField()
    amended_by = models.ForeignKey(User, on_delete=models.PROTECT, related_name="+")
    amended_at = models.DateTimeField()
    reply = models.CharField(max_length=12, choices=Reply.choices, blank=True, default="")
    reply_words = models.TextField(blank=True, default="")
    replied_by = models.ForeignKey(
        User, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    replied_at = models.DateTimeField(null=True, blank=True)

    objects = AmendmentQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-amended_at"]
        constraints: ClassVar = [
            models.CheckConstraint(condition=~Q(reason=""), name="an_amendment_gives_its_reason"),
            models.CheckConstraint(
                condition=~Q(reply="dissent") | ~Q(reply_words=""),
                name="a_dissent_says_why",
            ),
            models.CheckConstraint(
                condition=Q(reply="", replied_by__isnull=True, replied_at__isnull=True)
                | (~Q(reply="") & Q(replied_by__isnull=False, replied_at__isnull=False)),
                name="a_reply_has_an_author",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.answer_id} {self.amended_at:%Y-%m-%d}"
