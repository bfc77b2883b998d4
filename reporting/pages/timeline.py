"""The time line of a country: framework, programme document, reports and sessions on one axis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.timelines import Axis, Event, Row, Year
from reporting.pages.editions import Reading
from reporting.pages.periods import (
    axis_of,
    day_of,
    document_bars,
    framework_bars,
    today_mark,
)
from reporting.pages.words import babel_locale, months_between
from reporting.selecting import runs_on

Record = Mapping[str, Any]


@dataclass(frozen=True)
class PeriodRow:
    """A period in the table under the time line."""

    name: str
    first: str
    last: str
    months: int
    source: str
    is_invented: bool


@dataclass(frozen=True)
class Timeline:
    """The drawing and the table that says the same."""

    sentence: str
    years: list[Year]
    rows: list[Row]
    today: Event
    table: list[PeriodRow]


def timeline(reading: Reading, team_name: str) -> Timeline | None:
    """The time line; none where no period is on record."""
    frameworks, documents = reading.section["frameworks"], reading.section.get("documents", [])
    if not frameworks and not any(row["starts_on"] for row in documents):
        return None
    today = reading.register_day
    reports, sessions = dated_reports(reading), reading.section["sessions"]
    days = [row["dated"] for row in reports] + [row["opens_on"] for row in sessions]
    axis = axis_of([*frameworks, *documents], today, rtl=reading.rtl, events=days)
    running = next((row for row in frameworks if runs_on(row, today)), None)
    rows = [
        Row(_("Framework"), team_name, periods=list(framework_bars(axis, frameworks, today))),
        *document_row(axis, documents, running),
        Row(_("Reports on the reform"), _("day of the report"), events=report_marks(axis, reports)),
        Row(_("Board sessions"), _("opening day"), events=session_marks(axis, sessions)),
    ]
    table = list(table_rows(frameworks, documents))
    mark = today_mark(axis, today)
    return Timeline(sentence(table), axis.years(), [row for row in rows if drawn(row)], mark, table)


def drawn(row: Row) -> bool:
    """Whether a row has anything to draw."""
    return bool(row.periods or row.events)


def dated_reports(reading: Reading) -> list[Record]:
    """The reports before the Board whose day is known."""
    rows: list[Record] = reading.section["reports"]
    return [row for row in rows if row["dated"] and row["kind"] == "report"]


def document_row(
    axis: Axis, documents: Sequence[Record], framework: Record | None
) -> Iterator[Row]:
    """The programme documents, where the page has any."""
    bars = list(document_bars(axis, documents, framework))
    if bars:
        yield Row(_("HCPD"), _("Habitat Country Programme Document"), periods=bars)


def report_marks(axis: Axis, reports: Sequence[Record]) -> list[Event]:
    """Squares with the year of the report."""
    return [axis.event("report", day_of(row["dated"]), label=row["dated"][:4]) for row in reports]


def session_marks(axis: Axis, sessions: Sequence[Record]) -> list[Event]:
    """Circles with the month of the session."""
    return [
        axis.event("session", day_of(row["opens_on"]), label=short_month(row["opens_on"]))
        for row in sessions
    ]


def short_month(text: str) -> str:
    """The month in short."""
    return format_date(day_of(text), "MMM", locale=babel_locale())


def table_rows(frameworks: Sequence[Record], documents: Sequence[Record]) -> Iterator[PeriodRow]:
    """Each period with its months."""
    for row in frameworks:
        if row["original_ends_on"]:
            yield period_row(_("Framework, as agreed"), row, row["original_ends_on"])
            yield period_row(_("Framework, as extended"), row, row["ends_on"])
        else:
            yield period_row(_("Framework"), row, row["ends_on"])
    for row in documents:
        if row["starts_on"] and row["ends_on"]:
            yield period_row(_("Programme document"), row, row["ends_on"])


def period_row(name: str, row: Record, last: str) -> PeriodRow:
    """One period; a framework to the last day of a year has twelve months in each."""
    months = months_between(row["starts_on"], last) + 1
    return PeriodRow(
        name, row["starts_on"], last, months, row["source"], row["provenance"] == "invented"
    )


def sentence(table: Sequence[PeriodRow]) -> str:
    """The time line for those who hear it."""
    words = ngettext(
        "Time axis with %(n)s period; the table below holds the dates.",
        "Time axis with %(n)s periods; the table below holds the dates.",
        len(table),
    )
    return words % {"n": len(table)}
