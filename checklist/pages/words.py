"""Days, turns and counts in words, the same on every page of the staff."""

from datetime import date, datetime
from typing import Final

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import ngettext, pgettext_lazy

from checklist.models import ReportingRound, Submission

SUBMISSION_STATES: Final = {
    Submission.State.SUBMITTED: pgettext_lazy("submission", "Submitted"),
    Submission.State.IN_REVIEW: pgettext_lazy("submission", "In review"),
    Submission.State.DECIDED: pgettext_lazy("submission", "Decided"),
    Submission.State.RECALLED: pgettext_lazy("submission", "Recalled"),
}
MARKS: Final = {
    Submission.State.SUBMITTED: "submitted",
    Submission.State.IN_REVIEW: "submitted",
    Submission.State.DECIDED: "accepted",
    Submission.State.RECALLED: "draft",
}
ROUND_STATES: Final = {
    ReportingRound.State.PLANNED: pgettext_lazy("round", "Planned"),
    ReportingRound.State.OPEN: pgettext_lazy("round", "Open"),
    ReportingRound.State.FROZEN: pgettext_lazy("round", "Frozen"),
    ReportingRound.State.PUBLISHED: pgettext_lazy("round", "Published"),
}


def until(day: date, today: date) -> str:
    """How far a day is: in 13 days, today, 2 days late."""
    days = (day - today).days
    if days == 0:
        return _("today")
    if days > 0:
        return ngettext("in %(n)d day", "in %(n)d days", days) % {"n": days}
    return ngettext("%(n)d day late", "%(n)d days late", -days) % {"n": -days}


def since(moment: datetime, today: date) -> str:
    """How long something has waited."""
    days = (today - timezone.localdate(moment)).days
    if days <= 0:
        return _("today")
    return ngettext("%(n)d day ago", "%(n)d days ago", days) % {"n": days}


def subject_name(subject: str, team: object | None) -> str:
    """Who an answer is about: the organisation, an office, a country team."""
    if team is not None:
        return str(getattr(team, "name", subject))
    return _("The whole organisation") if subject == "GLOBAL" else subject
