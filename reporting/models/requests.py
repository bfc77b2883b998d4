from datetime import date
from typing import TYPE_CHECKING, ClassVar, Self

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q
from django.utils.translation import gettext_lazy as _

from accounts import policy
from checklist.models import BoardSession, ReportingRound
from regions.history import recorded
from regions.languages import has_english
from regions.models import RegionalOffice
from reporting.models.publications import Publication

if TYPE_CHECKING:
    from accounts.policy import Actor


class RequestQuerySet(models.QuerySet["BoardRequest"]):
    def visible_to(self, actor: "Actor") -> Self:
        """Staff read the live list; members of the Board read what was published of it."""
        return self if policy.may_see_live_data(actor) else self.none()

    def with_links(self) -> Self:
        """With session, owner and the publication that answers, in the same query."""
        links = ("session", "owner", "closed_in", "answered_in__round")
        columns = ("answered_in__canonical", "answered_in__manifest")
        return self.select_related(*links).defer(*columns)

    def waiting(self) -> Self:
        """Those that were not answered yet."""
        return self.filter(state__in=BoardRequest.WAITING)

    def due_by(self, day: date) -> Self:
        """Those that wait and are due on the day or before it, the first due first."""
        return self.waiting().filter(due_on__lte=day).order_by("due_on", "session", "number")

    def overdue(self, day: date) -> Self:
        """Those that wait though the day they were due has passed."""
        return self.waiting().filter(due_on__lt=day)


@recorded()
class BoardRequest(models.Model):
    """What a member of the Board asked for at a session, and what became of it.

    Every publication that follows has it until it is closed. Items and countries are
    linked by their codes, which outlive a version of the checklist.
    """

    class Theme(models.TextChoices):
        CONTRIBUTION = "contribution", _("specific contribution of UN-Habitat")
        RESULTS = "results", _("results and lessons")
        COOPERATION = "cooperation", _("South-South and triangular cooperation")
        EFFICIENCY = "efficiency", _("efficiency, headquarters and field")
        CHALLENGES = "challenges", _("challenges and constraints")
        FUNDING = "funding", _("funding")
        REPORTING = "reporting", _("manner of reporting")
        LANGUAGES = "languages", _("languages")
        OTHER = "other", _("other")

    class State(models.TextChoices):
        OPEN = "open", _("open")
        UNDER_WAY = "under_way", _("under way")
        ANSWERED = "answered", _("answered")
        CLOSED = "closed", _("closed")

    WAITING: ClassVar = (State.OPEN, State.UNDER_WAY)

    session = models.ForeignKey(BoardSession, on_delete=models.PROTECT, related_name="requests")
    number = models.PositiveSmallIntegerField()
    speaker = models.CharField(max_length=120)
    theme = models.CharField(max_length=15, choices=Theme.choices)
    asked = models.JSONField(default=dict)
    agenda_item = models.CharField(max_length=20, blank=True)
    items = ArrayField(models.CharField(max_length=12), default=list, blank=True)
    countries = ArrayField(models.CharField(max_length=3), default=list, blank=True)
    owner = models.ForeignKey(
        RegionalOffice, null=True, blank=True, on_delete=models.PROTECT, related_name="requests"
    )
    owner_name = models.CharField(max_length=120, blank=True)
    due_on = models.DateField(null=True, blank=True)
    state = models.CharField(max_length=10, choices=State.choices, default=State.OPEN)
    follow_up = models.JSONField(default=dict, blank=True)
    answered_in = models.ForeignKey(
        Publication, null=True, blank=True, on_delete=models.PROTECT, related_name="answers"
    )
    closed_on = models.DateField(null=True, blank=True)
    closed_in = models.ForeignKey(
        ReportingRound, null=True, blank=True, on_delete=models.PROTECT, related_name="+"
    )
    source = models.CharField(max_length=200, blank=True)
    is_invented = models.BooleanField(default=False)
    version = models.PositiveIntegerField(default=1)
    updated_at = models.DateTimeField(auto_now=True)

    objects = RequestQuerySet.as_manager()

    class Meta:
        ordering: ClassVar = ["-session__opens_on", "number"]
        constraints: ClassVar = [
            models.UniqueConstraint(
                fields=["session", "number"], name="a_request_has_its_number_at_its_session"
            ),
            models.CheckConstraint(condition=has_english("asked"), name="a_request_says_what"),
            models.CheckConstraint(
                condition=Q(state="closed", closed_on__isnull=False)
                | (~Q(state="closed") & Q(closed_on__isnull=True)),
                name="a_closed_request_says_when",
            ),
            models.CheckConstraint(
                condition=~Q(state__in=["answered", "closed"]) | has_english("follow_up"),
                name="an_answered_request_says_how",
            ),
        ]

    def __str__(self) -> str:
        return f"{self.session_id} {self.number}"

    @property
    def is_waiting(self) -> bool:
        """Whether it was not answered yet."""
        return self.state in self.WAITING

    def is_overdue(self, day: date) -> bool:
        """Whether it waits though the day it was due has passed."""
        return bool(self.is_waiting and self.due_on and self.due_on < day)
