"""The columns of a table of answers, with every fault in its heads."""

from accounts.refusals import Faults
from checklist.workbooks.columns import BY_NAME, NEEDED, column_named, names_by_heading
from regions.tables import head as heads
from regions.tables.grid import Grid
from regions.tables.head import Head


def find_head(grid: Grid) -> Head:
    """Where the columns of answers are named."""
    return heads.find_head(grid, column_named)


def row_for_people(grid: Grid, head: Head) -> int:
    """The row of the heads that people see."""
    return heads.row_for_people(grid, head, column_named)


def check_head(grid: Grid, head: Head, faults: Faults) -> None:
    """The columns that are needed are there, none twice, and none that nobody knows."""
    fields = {name: heading(name) for name, each in BY_NAME.items() if each.is_field}
    known = {each: heading(name) for each, name in names_by_heading().items()}
    for said in (
        *heads.missing_columns(head, {name: heading(name) for name in NEEDED}),
        *heads.doubled_columns(head, fields),
        *heads.unknown_columns(grid, head, known),
    ):
        faults.add(*said)


def heading(name: str) -> str:
    """The head of a column in the reader's language, with its machine name where that differs."""
    words = str(BY_NAME[name].heading)
    return words if words == name else f"{words} ({name})"
