"""Which columns a table has: found by their heads, with every fault in them."""

from collections import Counter
from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.workbooks.cells import text_of
from checklist.workbooks.columns import BY_NAME, NEEDED, column_named, names_by_heading
from checklist.workbooks.grid import Cell, Grid, Row, cell_name
from checklist.workbooks.table import Head
from regions.texts import nearest

LOOKED_AT: Final = 20
"""A table may have a title above its heads, but not a page of it."""


def find_head(grid: Grid) -> Head:
    """The row that names the most columns among the first ones; the first of equal ones."""
    found = [names_in(row) for row in grid.rows[:LOOKED_AT]]
    best = max(range(len(found)), key=lambda at: len(found[at]), default=0)
    return Head(best, found[best] if found else {})


def names_in(row: Row) -> dict[int, str]:
    """The columns that a row names, by their position."""
    names = {at: column_named(text_of(cell)[:100]) for at, cell in enumerate(row)}
    return {at: name for at, name in names.items() if name}


def is_head(row: Row, head: Head) -> bool:
    """Whether a row repeats the heads, as the one for people does below the one for machines."""
    names = names_in(row)
    return len(names) > 2 and all(head.names.get(at) == name for at, name in names.items())


def row_for_people(grid: Grid, head: Head) -> int:
    """The row of the heads that people see: right below the one for machines, if at all."""
    below = head.row + 1
    return below if below < len(grid.rows) and is_head(grid.rows[below], head) else head.row


def check_head(grid: Grid, head: Head, faults: Faults) -> None:
    """The columns that are needed are there, none twice, and none that nobody knows."""
    present = Counter(head.names.values())
    for name in NEEDED:
        if name not in present:
            words = _("The table has no column “%(column)s”.")
            faults.add(f"/columns/{name}", "missing_column", words % {"column": heading(name)})
    for name, times in present.items():
        if times > 1 and BY_NAME[name].is_field:
            words = _("The table has the column “%(column)s” twice.")
            faults.add(f"/columns/{name}", "doubled_column", words % {"column": heading(name)})
    if grid.rows:
        check_unknown(grid.rows[head.row], head, faults)


def check_unknown(row: Sequence[Cell], head: Head, faults: Faults) -> None:
    """A misspelt head is a fault: leaving its column out would lose what was meant."""
    for at, cell in enumerate(row):
        text = text_of(cell)[:60]
        if text and at not in head.names:
            words = _("In cell %(cell)s: there is no column “%(column)s”.")
            message = words % {"cell": cell_name(head.row, at), "column": text}
            faults.add(f"/columns/{at + 1}", "unknown_column", message + suggestion(text))


def suggestion(text: str) -> str:
    """Which head was probably meant."""
    hint = nearest(text.casefold(), names_by_heading())
    if not hint:
        return ""
    return " " + _("Did you mean “%(hint)s”?") % {"hint": heading(names_by_heading()[hint])}


def heading(name: str) -> str:
    """The head of a column in the reader's language, with its machine name where that differs."""
    words = str(BY_NAME[name].heading)
    return words if words == name else f"{words} ({name})"
