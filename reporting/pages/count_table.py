"""Counts by office, each a link to exactly the rows it counts."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.editions import Reading
from reporting.pages.parts import area
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.register_counts import filters_of

Row = Mapping[str, Any]
Number = Callable[[str | None], int | None]
Address = Callable[[str | None], str]


@dataclass(frozen=True)
class CountColumn:
    """A column: what it counts for an office, or for the whole, and where the rows stand."""

    label: str
    hxl: str
    number: Number
    url: Address | None = None


@dataclass(frozen=True)
class CountCell:
    """One number."""

    number: int | None
    url: str
    label: str


@dataclass(frozen=True)
class CountRow:
    """An office, or the whole."""

    code: str
    name: str
    url: str
    cells: list[CountCell]
    is_total: bool = False


@dataclass(frozen=True)
class CountTable:
    """The table with its title."""

    title: str
    corner: str
    columns: list[str]
    rows: list[CountRow]


def count_table(reading: Reading, title: str, columns: Sequence[CountColumn]) -> CountTable:
    """A row for each office that serves countries, and the whole below."""
    rows = [
        count_row(columns, office["code"], area(office), reading.to("office", code=office["code"]))
        for office in reading.section["offices"]
        if office["kind"] != "headquarters"
    ]
    whole = count_row(columns, None, _("All offices"), "")
    heads = [column.label for column in columns]
    return CountTable(title, _("Office"), heads, [*rows, whole])


def count_row(columns: Sequence[CountColumn], office: str | None, name: str, url: str) -> CountRow:
    """One line; a number that is none leads nowhere."""
    cells = []
    for column in columns:
        number = column.number(office)
        address = column.url(office) if column.url and number else ""
        cells.append(CountCell(number, address, column.label))
    return CountRow(office or "", name, url, cells, is_total=office is None)


def count_sheet(title: str, table: CountTable, columns: Sequence[CountColumn]) -> Sheet:
    """The same as data."""
    heads = [Column(_("Office"), "#org+office+code"), Column(_("Name"), "#org+office+name")]
    named = [*heads, *(Column(column.label, column.hxl) for column in columns)]
    return Sheet(title, named, [count_cells(row) for row in table.rows])


def count_cells(row: CountRow) -> list[Cell]:
    """One line of it."""
    return [row.code, row.name, *(cell.number for cell in row.cells)]


def counts_of(reading: Reading, office: str | None) -> Row:
    """The numbers of an office, or of the whole, as the section keeps them."""
    found: Row = next(row for row in reading.section["counts"] if row["office"] == office)
    return found


def selected(reading: Reading, collection: str, column: str, label: str, hxl: str) -> CountColumn:
    """A column counted by filters of the register, whose link asks for the same filters."""
    return CountColumn(
        label,
        hxl,
        lambda office: int(counts_of(reading, office)[column]),
        lambda office: reading.to(
            collection, filters_of(collection, column, office, reading.register_day)
        ),
    )
