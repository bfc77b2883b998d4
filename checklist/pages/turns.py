"""Whose turn a submission is, until when, and what follows: whole sentences."""

from dataclasses import dataclass
from datetime import date, datetime

from django.utils import timezone
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext as _

from checklist.calendar import CORRECTION_TIME
from checklist.models import Submission
from checklist.pages.words import until
from checklist.turns import RoundState, Whose, correct_by, whose_turn
from regions import numbers


@dataclass(frozen=True)
class Standing:
    """How many lines wait for the secretariat, how many came back, and when the last did."""

    waiting: int
    with_office: int
    returned_at: datetime | None


@dataclass(frozen=True)
class Turn:
    """Whose turn it is; by when, where there is a day; what follows, where something does."""

    whose: str
    task: str = ""
    then: str = ""
    due_on: date | None = None
    due: str = ""
    is_late: bool = False


def turn_of(submission: Submission, standing: Standing, today: date) -> Turn:
    """Whose turn it is in words (`checklist.turns` judges)."""
    state, round_state = submission.state, submission.round.state
    whose = whose_turn(state, round_state, with_office=standing.with_office)
    if whose is Whose.SECRETARIAT:
        return turn_of_secretariat(submission, standing, today)
    if whose is Whose.NOBODY:
        return turn_of_nobody(submission, standing)
    if state == Submission.State.RECALLED:
        return Turn(_("The office’s turn."), _("Its answers are drafts again."))
    return turn_of_office(submission, standing, today)


def turn_of_nobody(submission: Submission, standing: Standing) -> Turn:
    """Everything is decided; what came back and was not corrected is said."""
    round_state = submission.round.state
    if round_state not in (RoundState.OPEN, RoundState.FROZEN):
        return Turn(_("Nobody’s turn."), _("The round is published."))
    left = left_uncorrected(standing.with_office) if standing.with_office else ""
    return Turn(_("Every line is decided."), left)


def turn_of_secretariat(submission: Submission, standing: Standing, today: date) -> Turn:
    """Decide what waits; when nothing does, the submission is accepted as a whole."""
    day = submission.due_on
    words = _("Decide by %(day)s, %(due)s.")
    if not standing.waiting:
        words = _("Every line is decided. Accept the submission by %(day)s, %(due)s.")
    days = CORRECTION_TIME.days
    then = ngettext(
        "Returned lines go back to the office for %(n)d day.",
        "Returned lines go back to the office for %(n)d days.",
        days,
    )
    task = words % {"day": said(day), "due": until(day, today)}
    return due_turn(_("The secretariat’s turn."), task, then % {"n": days}, day, today)


def turn_of_office(submission: Submission, standing: Standing, today: date) -> Turn:
    """Correct what came back within the week, at most until the round freezes."""
    returned_at = standing.returned_at or timezone.now()
    day = correct_by(returned_at, submission.round.freezes_on)
    words = ngettext(
        "Correct %(n)d returned line by %(day)s, %(due)s.",
        "Correct %(n)d returned lines by %(day)s, %(due)s.",
        standing.with_office,
    )
    facts = {"n": standing.with_office, "day": said(day), "due": until(day, today)}
    return due_turn(_("The office’s turn."), words % facts, "", day, today)


def left_uncorrected(count: int) -> str:
    """What came back and was not corrected while offices could write."""
    words = ngettext(
        "The round is frozen; %(n)d returned line was not corrected.",
        "The round is frozen; %(n)d returned lines were not corrected.",
        count,
    )
    return words % {"n": count}


def due_turn(whose: str, task: str, then: str, day: date, today: date) -> Turn:
    """A turn that ends on a day."""
    return Turn(whose, task, then, day, until(day, today), day < today)


def said(day: date) -> str:
    """A day in full, as the reader's language writes it."""
    return numbers.day(day, get_language() or "en")
