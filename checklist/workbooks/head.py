"""The columns of a table of answers, with every fault in its heads."""

from collections import Counter
from collections.abc import Sequence

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.workbooks.columns import BY_NAME, NEEDED, column_named, names_by_heading
from regions.tables import head as heads
from regions.tables.cells import text_of
from regions.tables.grid import Cell, Grid, cell_name
from regions.tables.head import Head
from regions.texts import nearest


def find_head(grid: Grid) -> Head:
    """Where the columns of answers are named."""
    return heads.find_head(grid, column_named)


def row_for_people(grid: Grid, head: Head) -> int:
    """The row of the heads that people see."""
    return heads.row_for_people(grid, head, column_named)


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
