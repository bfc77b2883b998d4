"""When the rounds of a demonstration happen: past ones at their real sessions, one now."""

from dataclasses import asdict, dataclass
from datetime import date, datetime, time, timedelta
from typing import Final

from django.utils import timezone

from checklist.calendar import dates_before
from checklist.models import ReportingRound

PAST: Final = {"2022": "2022-1", "2023": "2023-3", "2024": "2024-1", "2025": "2025-1"}
"""The rounds with a real report to the Board, and the session that took it (the note, fn 1)."""

PRESENT: Final = "2026"
PRESENT_SESSION: Final = "2026-demo"

TUESDAY: Final = 1


@dataclass(frozen=True)
class Stage:
    """A round as far as its answers need it: code and dates."""

    code: str
    opens_on: date
    answers_due_on: date
    freezes_on: date

    @property
    def year(self) -> int:
        """The year its answers speak of."""
        return self.opens_on.year


def dates_of_round(session_opens_on: date, reported_on: date | None = None) -> dict[str, date]:
    """The dates of a round by its session; nothing is later than the report itself."""
    dates = asdict(dates_before(session_opens_on))
    return {name: min(day, reported_on or day) for name, day in dates.items()}


def present_session_opens_on(today: date) -> date:
    """The Tuesday that puts today in the middle of the eight weeks of answering."""
    day = today + timedelta(weeks=22)
    return day + timedelta(days=(TUESDAY - day.weekday() + 3) % 7 - 3)


def present_stage(today: date) -> Stage:
    """The dates of the round that is open, before there is a record of it."""
    dates = dates_before(present_session_opens_on(today))
    return Stage(PRESENT, dates.opens_on, dates.answers_due_on, dates.freezes_on)


def stage_of(round_: ReportingRound) -> Stage:
    """The round's dates as they stand in its record."""
    return Stage(round_.code, round_.opens_on, round_.answers_due_on, round_.freezes_on)


def office_hours(day: date, minutes: int = 0) -> datetime:
    """Ten in the morning of a day, or some minutes later."""
    return timezone.make_aware(datetime.combine(day, time(10))) + timedelta(minutes=minutes)
