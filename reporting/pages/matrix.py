"""The matrix of pillars and offices, or of items and offices: each cell leads to what it counts."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, TypeVar

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.changes import Wording
from reporting.pages.editions import Reading
from reporting.pages.parts import area, stand
from reporting.scorecards import from_record

Row = Mapping[str, Any]
Cell = TypeVar("Cell")
Address = Callable[[str | None], str]
"""The address of a cell, by the office of its column; none for the column of all offices."""


@dataclass(frozen=True)
class Column:
    """An office at the head of a column."""

    name: str
    note: str = ""
    url: str = ""


@dataclass(frozen=True)
class Line:
    """A pillar, an item or a reason with its cells, as the component of the matrix takes them."""

    name: str
    note: str
    url: str
    cells: Sequence[Any]
    is_total: bool = False
    is_part: bool = False


@dataclass(frozen=True)
class Matrix:
    """A table of shares."""

    caption: str
    corner: str
    columns: list[Column]
    rows: list[Line]


def in_columns(offices: Sequence[Row]) -> list[Row]:
    """The offices as columns: headquarters, which answers for the whole, before the regions."""
    return sorted(offices, key=lambda office: office["kind"] != "headquarters")


def columns(reading: Reading, offices: Sequence[Row]) -> list[Column]:
    """All answers first, then each office by the area it serves."""
    return [Column(_("All answers")), *(column(reading, office) for office in offices)]


def column(reading: Reading, office: Row) -> Column:
    """An office by its area, with its code and the number of its teams."""
    return Column(area(office), office_note(office), reading.to("office", code=office["code"]))


def office_note(office: Row) -> str:
    """The code of an office and how many teams it answers for."""
    if office["kind"] == "headquarters":
        return str(office["code"])
    words = ngettext("%(code)s, %(n)s team", "%(code)s, %(n)s teams", office["teams"])
    return words % {"code": office["code"], "n": office["teams"]}


@dataclass(frozen=True)
class Cells:
    """The tallies of a matrix by row and office, and those of the publication before."""

    now: Mapping[tuple[str, str], Tally]
    before: Mapping[tuple[str, str], Tally]
    wordings: Mapping[tuple[str, str], Wording]

    @classmethod
    def of(cls, rows: Iterable[Row], key: str) -> "Cells":
        """The cells of a section, by their pillar or item."""
        kept = list(rows)
        now = {(row[key], row["office"]): from_record(row["tally"]) for row in kept}
        before = {
            (row[key], row["office"]): from_record(row["before"]) for row in kept if row["before"]
        }
        wordings = {(row[key], row["office"]): Wording(row["wording"]) for row in kept}
        return cls(now, before, wordings)

    def total(self, row: str | None, office: str | None) -> tuple[Tally, Tally | None, Wording]:
        """The sum over a row, a column or the whole, now and before; none before in other words."""
        now, before = (_at(each, row, office) for each in (self.now, self.before))
        wording = Wording.of(_at(self.wordings, row, office)) if before else Wording.SAME
        is_compared = before and wording is not Wording.OTHER
        return sum(now, Tally()), sum(before, Tally()) if is_compared else None, wording


def _at(cells: Mapping[tuple[str, str], Cell], row: str | None, office: str | None) -> list[Cell]:
    """What stands in a row, a column or everywhere."""
    return [
        cell
        for (of_row, of_office), cell in cells.items()
        if row in (None, of_row) and office in (None, of_office)
    ]


def line(
    reading: Reading,
    cells: Cells,
    offices: Sequence[Row],
    *,
    code: str | None,
    name: str,
    note: str,
    url: str,
    to: Address,
) -> Line:
    """A row of the matrix: all offices, then each; without a code it is the sum of all rows."""
    whole = stand(
        *cells.total(code, None),
        rtl=reading.rtl,
        url=to(None),
        column=_("All answers"),
        is_all=True,
    )
    parts = [
        stand(
            *cells.total(code, office["code"]),
            rtl=reading.rtl,
            url=to(office["code"]),
            column=area(office),
        )
        for office in offices
    ]
    return Line(name, note, url, [whole, *parts], is_total=code is None)
