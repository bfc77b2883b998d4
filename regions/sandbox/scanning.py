"""How far the sheets of a workbook reach and where formulas stand, found before it is read.

A sheet may claim a million rows in a kilobyte: the reader would make room for all of them.
Here the elements are only counted, and the count ends early.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Final
from xml.parsers import expat

from regions.sandbox.unfit import Unfit

ROWS: Final = 2_100
COLUMNS: Final = 200
CELLS: Final = 600_000
FORMULAS: Final = 5_000
REFERENCE: Final = re.compile(r"([A-Z]{1,3})([1-9][0-9]{0,6})")


class TooLong(Exception):
    """A sheet reaches further than is read."""


@dataclass
class Extent:
    """How far the content of a sheet reaches, and its formulas as (row, column) from nought."""

    rows: int = 0
    columns: int = 0
    seen: int = 0
    formulas: set[tuple[int, int]] = field(default_factory=set)

    def look(self) -> None:
        """One more cell was looked at, whether it says anything or not."""
        self.seen += 1
        if self.seen > CELLS:
            raise TooLong

    def reach(self, row: int, column: int) -> None:
        """There is content in this cell."""
        self.rows, self.columns = max(self.rows, row + 1), max(self.columns, column + 1)
        if self.rows > ROWS or self.columns > COLUMNS:
            raise TooLong

    def formula(self, row: int, column: int) -> None:
        """There is a formula in this cell; it is content, too."""
        self.reach(row, column)
        self.formulas.add((row, column))
        if len(self.formulas) > FORMULAS:
            raise TooLong


Start = Callable[[str, Mapping[str, str]], None]


def walk(content: bytes, start: Start, end: Callable[[str], None] | None = None) -> None:
    """Go through the elements of a part; declarations of one's own entities are refused."""
    parser = expat.ParserCreate(namespace_separator=" ")
    parser.StartDoctypeDeclHandler = refuse_declaration
    parser.StartElementHandler = lambda name, facts: start(local(name), facts)
    parser.EndElementHandler = (lambda name: end(local(name))) if end else None
    try:
        parser.Parse(content, True)
    except expat.ExpatError as fault:
        raise Unfit("workbook_unreadable") from fault


def refuse_declaration(*_facts: Any) -> None:
    """No workbook needs it; what expands by it does not stop."""
    raise Unfit("workbook_unreadable")


def local(name: str) -> str:
    """An element's or attribute's name without its namespace."""
    return name.rpartition(" ")[2]


def by_local_name(facts: Mapping[str, str]) -> dict[str, str]:
    """Attributes by their names without namespace."""
    return {local(name): value for name, value in facts.items()}


def position(reference: str) -> tuple[int, int]:
    """The row and column, from nought, of a reference such as C7."""
    found = REFERENCE.fullmatch(reference)
    if not found:
        raise Unfit("workbook_unreadable")
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
