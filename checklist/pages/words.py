"""Days, turns and counts in words, the same on every page of the staff."""

from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from checklist.models import ReportingRound, Submission
from regions.days import since, until

__all__ = ["MARKS", "ROUND_STATES", "SUBMISSION_STATES", "since", "subject_name", "until"]

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


def subject_name(subject: str, team: object | None) -> str:
    """Who an answer is about: the organisation, an office, a country team."""
    if team is not None:
        return str(getattr(team, "name", subject))
    return _("The whole organisation") if subject == "GLOBAL" else subject
