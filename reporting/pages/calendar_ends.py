"""The rows of the calendar: frameworks that end, by quarter, with what is due before."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _

from reporting.framework_ends import End
from reporting.pages.editions import Reading
from reporting.pages.findings import words_of
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.team_cells import team_cells, team_columns
from reporting.pages.tiles import team_name
from reporting.pages.words import babel_locale, day, years

Row = Mapping[str, Any]
Address = Callable[[Row], str]


@dataclass(frozen=True)
class Due:
    """What is to be done, by which rule."""

    rule: str
    words: str
    closes: str


@dataclass(frozen=True)
class EndRow:
    """A framework that ends, with what is on record for the time after."""

    name: str
    url: str
    office: str
    period: str
    ends_on: str
    note: str
    successor: str
    documents: list[str]
    due: list[Due]


@dataclass(frozen=True)
class Quarter:
    """The ends of a quarter."""

    name: str
    rows: list[EndRow]


def published_end(row: Row) -> End:
    """An end as a publication keeps it."""
    return End(row, row["successor"], row["documents"], row["due"])


def quarters(ends: Iterable[End], areas: Mapping[str, str], address: Address) -> list[Quarter]:
    """The ends by quarter, in their order."""
    grouped = groupby(ends, lambda end: (end.day.year, (end.day.month - 1) // 3))
    return [
        Quarter(quarter_name(year, place), [end_row(end, areas, address) for end in found])
        for (year, place), found in grouped
    ]


def quarter_name(year: int, place: int) -> str:
    """A quarter as the language names it."""
    return str(format_date(date(year, 3 * place + 1, 1), "QQQQ y", locale=babel_locale()))


def end_row(end: End, areas: Mapping[str, str], address: Address) -> EndRow:
    """One framework."""
    row = end.framework
    team = {**row, "code": row["team"]}
    return EndRow(
        name=team_name(team),
        url=address(team),
        office=areas.get(row["office"], row["office"]),
        period=years(row["starts_on"], row["ends_on"]),
        ends_on=day(row["ends_on"]),
        note=extension_note(end),
        successor=next_years(end.successor),
        documents=[document_end(each) for each in end.documents],
        due=[due_words(each) for each in end.due],
    )


def next_years(successor: Row | None) -> str:
    """The period of the next framework, where one is on record."""
    return years(successor["starts_on"], successor["ends_on"]) if successor else ""


def extension_note(end: End) -> str:
    """The end that was signed, where it was moved."""
    if not end.is_extended:
        return ""
    return _("extended; signed to %(day)s") % {"day": day(end.framework["original_ends_on"])}


def document_end(row: Row) -> str:
    """When a programme document ends, by its country."""
    ends_on = day(row["ends_on"]) if row["ends_on"] else _("period not stated")
    return f"{row['country']}: {ends_on}"


def due_words(row: Row) -> Due:
    """A finding as something to do."""
    words = words_of(row, {})
    return Due(row["rule"], words.title, words.closes)


def ends_sheet(reading: Reading) -> Sheet:
    """The ends as data."""
    columns = [
        *team_columns(),
        Column(_("Starts"), "#date+start"),
        Column(_("Ends"), "#date+end"),
        Column(_("Signed to"), "#date+end+original"),
        Column(_("Next on record"), "#date+next"),
        Column(_("Rules that ask for an act"), "#status+rule+list"),
    ]
    return Sheet(_("Framework ends"), columns, (end_cells(row) for row in reading.rows))


def end_cells(row: Row) -> list[Cell]:
    """One row of it."""
    return [
        *team_cells(row, row["team"]),
        *(row["starts_on"], row["ends_on"], row["original_ends_on"]),
        next_years(row["successor"]),
        " ".join(each["rule"] for each in row["due"]),
    ]
