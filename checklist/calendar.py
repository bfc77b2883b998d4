"""The calendar of a round, counted back from the session it reports to."""

from dataclasses import dataclass
from datetime import date, timedelta

# Weeks before the first day of the session. Past notes carry dates 57 to 77 days before it.
OPENS = timedelta(weeks=26)
ANSWERS_DUE = timedelta(weeks=18)
REVIEW_DUE = timedelta(weeks=12)
FREEZES = timedelta(weeks=10)
CORRECTION_TIME = timedelta(days=7)


@dataclass(frozen=True)
class RoundDates:
    """The dates of a round, named as its fields are."""

    opens_on: date
    answers_due_on: date
    review_due_on: date
    freezes_on: date


def dates_before(session_opens_on: date) -> RoundDates:
    """Opens at session − 26 weeks, answers by − 18, reviewed by − 12, frozen at − 10."""
    return RoundDates(
        opens_on=session_opens_on - OPENS,
        answers_due_on=session_opens_on - ANSWERS_DUE,
        review_due_on=session_opens_on - REVIEW_DUE,
        freezes_on=session_opens_on - FREEZES,
    )


def correction_due(returned_on: date, freezes_on: date) -> date:
    """A returned line is corrected within a week, at most until the round freezes."""
    return max(returned_on, min(returned_on + CORRECTION_TIME, freezes_on))
