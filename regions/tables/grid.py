"""A table as it was read, before anybody asked what it means: rows of plain values."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from functools import cache
from typing import Final

Cell = str | int | float | bool | date | datetime | time | timedelta | None
Row = Sequence[Cell]
NAME: Final = re.compile(r"([A-Z]+)([0-9]+)")


@dataclass(frozen=True)
class Grid:
    """All rows of a table from the first on; `formulas` are the cells that hold one.

    `marks` is what a workbook of ours says of itself: for whom and what it was made.
    """

    rows: Sequence[Row]
    formulas: frozenset[str] = frozenset()
    marks: Mapping[str, str] = field(default_factory=dict)


@cache
def letters(index: int) -> str:
    """A column's letters: 0 is A, 26 is AA."""
    text = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        text = chr(65 + rest) + text
    return text


def cell_name(row: int, column: int) -> str:
    """The name of a cell as a spreadsheet shows it; both count from nought."""
    return f"{letters(column)}{row + 1}"


def place_of(cell: str) -> tuple[int, int]:
    """The row and column, from nought, of a cell named C7."""
    found = NAME.fullmatch(cell)
    if not found:
        raise ValueError(cell)
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
