"""Whose turn a submission is, and until when: judged once, said by pages and API."""

from datetime import date, datetime
from enum import StrEnum

from django.utils import timezone

from checklist.calendar import correction_due
from checklist.models import ReportingRound, Submission

State = Submission.State
RoundState = ReportingRound.State


class Whose(StrEnum):
    """Who must act next."""

    SECRETARIAT = "secretariat"
    OFFICE = "office"
    NOBODY = "nobody"


def whose_turn(state: str, round_state: str, *, with_office: int) -> Whose:
    """The secretariat's until it is decided, the office's while something returned waits there.

    `with_office` is how many lines came back and were not written again.
    """
    if round_state not in (RoundState.OPEN, RoundState.FROZEN):
        return Whose.NOBODY
    if state in (State.SUBMITTED, State.IN_REVIEW):
        return Whose.SECRETARIAT
    corrects = with_office > 0 and round_state == RoundState.OPEN
    return Whose.OFFICE if state == State.RECALLED or corrects else Whose.NOBODY


def correct_by(returned_at: datetime, freezes_on: date) -> date:
    """Until when the office corrects what came back last."""
    return correction_due(timezone.localdate(returned_at), freezes_on)
