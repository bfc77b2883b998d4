from typing import TYPE_CHECKING, ClassVar, Self

from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from checklist.models.checklists import Checklist
from checklist.models.sessions import BoardSession
from regions.history import recorded

if TYPE_CHECKING:
    from accounts.policy import Actor


class RoundQuerySet(models.QuerySet["ReportingRound"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Rounds in work are seen by staff; the Board sees publications only."""
        return self if policy.may_see_live_data(actor) else self.none()

    def open_now(self) -> Self:
        """The open round: its state, not today's date, keeps it open."""
        return self.filter(state=ReportingRound.State.OPEN)


@recorded()
class ReportingRound(models.Model):
    """One round of reporting to the Board: planned, open, frozen, published."""

    class State(models.TextChoices):
        PLANNED = "planned", _("planned")
        OPEN = "open", _("open")
        FROZEN = "frozen", _("frozen")
        PUBLISHED = "published", _("published")

    code = models.CharField(max_length=10, unique=True)
    checklist = models.ForeignKey(Checklist, on_delete=models.PROTECT, related_name="rounds")
    session = models.ForeignKey(
        BoardSession, null=True, blank=True, on_delete=models.PROTECT, related_name="rounds"
    )
    state = models.CharField(max_length=10, choices=State.choices, default=State.PLANNED)
    opens_on = models.DateField()
    answers_due_on = models.DateField()
    review_due_on = models.DateField()
    freezes_on = models.DateField()
    note = models.CharField(max_length=300, blank=True)
    is_invented = models.BooleanField(default=False)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RoundQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-code"]
        constraints: ClassVar = [
            models.CheckConstraint(
                condition=Q(code__regex=r"^[0-9A-Za-z-]{1,10}$"), name="a_round_has_a_plain_code"
            ),
            models.UniqueConstraint(
                fields=["state"], condition=Q(state="open"), name="one_round_is_open_at_a_time"
            ),
            models.CheckConstraint(
                condition=Q(opens_on__lte=models.F("answers_due_on"))
                & Q(answers_due_on__lte=models.F("review_due_on"))
                & Q(review_due_on__lte=models.F("freezes_on")),
                name="the_dates_of_a_round_follow_one_another",
            ),
        ]

    def __str__(self) -> str:
        return self.code
