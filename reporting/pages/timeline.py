"""The time line of a country: framework, programme document, reports and sessions on one axis."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.days import months_begun
from regions.timelines import Axis, Event, Row, Year, after
from reporting.pages.editions import Reading
from reporting.pages.periods import (
    axis_of,
    dated,
    day_of,
    document_bars,
    framework_bars,
    is_short,
    last_end,
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
    is_computed: bool = False


@dataclass(frozen=True)
class Timeline:
    """The drawing and the table that says the same."""

    sentence: str
    years: list[Year]
    rows: list[Row]
    today: Event
    table: list[PeriodRow]


def timeline(reading: Reading, team_name: str) -> Timeline | None:
    """The time line of a section; none where no period is on record."""
    return timeline_of(reading.section, team_name, reading.register_day, rtl=reading.rtl)


def timeline_of(section: Record, team_name: str, today: str, *, rtl: bool) -> Timeline | None:
    """Frameworks, programme documents, reports and sessions on one axis, as of a day."""
    frameworks, documents = section["frameworks"], section.get("documents", [])
    if not frameworks and not any(row["starts_on"] for row in documents):
        return None
    reports, sessions = dated_reports(section), section["sessions"]
    days = [row["dated"] for row in reports] + [row["opens_on"] for row in sessions]
    axis = axis_of([*frameworks, *documents], today, rtl=rtl, events=days)
    running = next((row for row in frameworks if runs_on(row, today)), None)
    rows = [
        Row(_("Framework"), team_name, periods=list(framework_bars(axis, frameworks, today))),
        *document_rows(axis, documents, running),
        Row(_("Reports on the reform"), _("day of the report"), events=report_marks(axis, reports)),
        Row(_("Board sessions"), _("opening day"), events=session_marks(axis, sessions)),
    ]
    table = [*table_rows(frameworks, documents), *uncovered_row(documents, running)]
    mark = today_mark(axis, today)
    return Timeline(sentence(table), axis.years(), [row for row in rows if drawn(row)], mark, table)


def drawn(row: Row) -> bool:
    """Whether a row has anything to draw."""
    return bool(row.periods or row.events)


def dated_reports(section: Record) -> list[Record]:
    """The reports before the Board whose day is known."""
    rows: list[Record] = section["reports"]
    return [row for row in rows if row["dated"] and row["kind"] == "report"]


def document_rows(
    axis: Axis, documents: Sequence[Record], framework: Record | None
) -> Iterator[Row]:
    """The programme documents; those that overlap stand one below the other."""
    for place, lane in enumerate(lanes(documents)):
        note = "" if place else _("Habitat Country Programme Document")
        holds_last = any(row["ends_on"] == last_end(documents) for row in lane)
        bars = list(document_bars(axis, lane, framework if holds_last else None))
        yield Row(_("HCPD"), note, periods=bars)


def lanes(documents: Sequence[Record]) -> list[list[Record]]:
    """Documents whose period is known, in as few lines as hold them without overlap."""
    found: list[list[Record]] = []
    for row in sorted(dated(documents), key=lambda row: (row["starts_on"], row["ends_on"])):
        free = next((lane for lane in found if lane[-1]["ends_on"] < row["starts_on"]), None)
        if free is None:
            found.append([row])
        else:
            free.append(row)
    return found


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


def uncovered_row(documents: Sequence[Record], framework: Record | None) -> Iterator[PeriodRow]:
    """What the last programme document leaves of the framework that runs."""
    last = last_end(documents)
    if framework is not None and last and is_short(last, framework):
        first, end = after(day_of(last)).isoformat(), framework["ends_on"]
        months = months_begun(day_of(last), day_of(end))
        yield PeriodRow(
            _("Without a programme document"), first, end, months, "", False, is_computed=True
        )


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
