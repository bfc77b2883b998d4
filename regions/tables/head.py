"""Which columns a table has: found by their heads, wherever the row of heads stands."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from regions.tables.cells import text_of
from regions.tables.folding import fold
from regions.tables.grid import Grid, Row, cell_name
from regions.texts import nearest

Named = Callable[[str], str]
"""The machine name of the column with this head; nothing if no column has it."""

LOOKED_AT: Final = 20
"""A table may have a title above its heads, but not a page of it."""

FEWEST: Final = 3
"""A row that names fewer columns only mentions them."""


@dataclass(frozen=True)
class Head:
    """Which columns a table has, by their position, and in which row they are named."""

    row: int
    names: Mapping[int, str]

    def position(self, name: str) -> int | None:
        """Where a column stands."""
        return next((at for at, each in self.names.items() if each == name), None)


def among(known: Collection[str]) -> Named:
    """Heads known as they read, for those who tell a table by its heads alone."""
    folded = {fold(head): head for head in known}
    return lambda head: folded.get(fold(head), "")


def find_head(grid: Grid, named: Named) -> Head:
    """The row that names the most columns among the first ones; the first of equal ones."""
    found = [names_in(row, named) for row in grid.rows[:LOOKED_AT]]
    best = max(range(len(found)), key=lambda at: len(found[at]), default=0)
    return Head(best, found[best] if found else {})


def names_in(row: Row, named: Named) -> dict[int, str]:
    """The columns that a row names, by their position."""
    names = {at: named(text_of(cell)[:100]) for at, cell in enumerate(row)}
    return {at: name for at, name in names.items() if name}


def is_head(row: Row, head: Head, named: Named) -> bool:
    """Whether a row repeats the heads, as the one for people does below the one for machines."""
    names = names_in(row, named)
    is_same = all(head.names.get(at) == name for at, name in names.items())
    return len(names) >= FEWEST and is_same


def row_for_people(grid: Grid, head: Head, named: Named) -> int:
    """The row of the heads that people see: right below the one for machines, if at all."""
    below = head.row + 1
    is_there = below < len(grid.rows) and is_head(grid.rows[below], head, named)
    return below if is_there else head.row


Said = tuple[str, str, str]
"""A fault before it has its form: pointer, code, words."""


def doubled_columns(head: Head, headings: Mapping[str, str]) -> Iterator[Said]:
    """A column that stands twice: which of the two is meant, nobody knows."""
    for name, times in Counter(head.names.values()).items():
        if times > 1 and name in headings:
            words = _("The table has the column “%(column)s” twice.")
            yield f"/columns/{name}", "doubled_column", words % {"column": headings[name]}


def missing_columns(head: Head, needed: Mapping[str, str]) -> Iterator[Said]:
    """Columns without which no row can be understood."""
    for name, heading in needed.items():
        if name not in head.names.values():
            words = _("The table has no column “%(column)s”.")
            yield f"/columns/{name}", "missing_column", words % {"column": heading}


def unknown_columns(grid: Grid, head: Head, known: Mapping[str, str]) -> Iterator[Said]:
    """A misspelt head is a fault: leaving its column out would lose what was meant.

    `known` says for each head, as it reads when folded, what its column is called.
    """
    for at, cell in enumerate(grid.rows[head.row] if grid.rows else ()):
        text = text_of(cell)[:60]
        if text and at not in head.names:
            words = _("In cell %(cell)s: there is no column “%(column)s”.")
            message = words % {"cell": cell_name(head.row, at), "column": text}
            yield f"/columns/{at + 1}", "unknown_column", message + suggestion(text, known)


def suggestion(text: str, known: Mapping[str, str]) -> str:
    """Which head was probably meant."""
    hint = nearest(text.casefold(), known)
    return " " + _("Did you mean “%(hint)s”?") % {"hint": known[hint]} if hint else ""
