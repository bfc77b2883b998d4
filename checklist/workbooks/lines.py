"""From the rows of a table to the lines of the one intake, every cell remembered."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.intake import LINE_LIMIT
from checklist.models import ReportingRound
from checklist.workbooks.cells import read_cell
from checklist.workbooks.columns import BY_NAME, FIELD_NAMES
from checklist.workbooks.head import check_head, find_head, row_for_people
from checklist.workbooks.identity import check_marker, marker_of
from checklist.workbooks.prefilled import Given, given_out
from checklist.workbooks.table import Table
from regions.models import RegionalOffice
from regions.tables.cells import text_of
from regions.tables.grid import Cell, Grid, Row, cell_name
from regions.tables.head import Head

Line = dict[str, Any]


def read_lines(grid: Grid, round_: ReportingRound, office: RegionalOffice) -> Table:
    """The lines of a table of this office and round, or what is wrong with the table."""
    faults = Faults()
    check_marker(marker_of(grid.marks), round_, office, faults)
    head = find_head(grid)
    check_head(grid, head, faults)
    if faults.found:
        return Table(faults=faults.found, grid=grid, head=head)
    return Reading(grid, head, given_out(round_, office), faults).table()


class Reading:
    """One pass over the rows below the head."""

    def __init__(self, grid: Grid, head: Head, given: Given, faults: Faults) -> None:
        self.grid, self.head, self.given, self.faults = grid, head, given, faults
        self.heads = row_for_people(grid, head)
        self.positions = {name: at for at, name in head.names.items()}
        self.lines: list[Line] = []
        self.cells: dict[str, str] = {}
        self.untouched = 0

    def table(self) -> Table:
        """Read on until the rows or the lines that may be sent come to their end."""
        for number, row in enumerate(self.grid.rows):
            if number > self.heads:
                self.read(number, row)
            if len(self.lines) > LINE_LIMIT:
                return self.too_many()
        return Table(
            self.lines, self.cells, self.faults.found, self.untouched, self.grid, self.head
        )

    def read(self, number: int, row: Row) -> None:
        """One row: a line, or nothing new."""
        values = {name: row[at] if at < len(row) else None for name, at in self.positions.items()}
        line, formulas = line_of(values), self.formulas(number)
        made_for = text_of(values.get("row"))
        was_moved = bool(made_for) and made_for != row_name(line)
        if not formulas and not was_moved and self.says_nothing_new(line, values):
            return
        self.add(line, number)
        self.name_formulas(formulas)
        if was_moved:
            self.name_moved(made_for)

    def says_nothing_new(self, line: Line, values: Mapping[str, Cell]) -> bool:
        """A row without an answer, or one as it was given out."""
        if is_unanswered(line):
            return True
        is_untouched = self.given.is_untouched(line, text_of(values.get("prefilled")))
        self.untouched += is_untouched
        return is_untouched

    def add(self, line: Line, number: int) -> None:
        """Keep a line, and name its cells."""
        self.lines.append(line)
        self.cells[self.at] = cell_name(number, self.positions["item"])
        for name in FIELD_NAMES:
            if name in self.positions:
                self.cells[f"{self.at}/{name}"] = cell_name(number, self.positions[name])

    @property
    def at(self) -> str:
        """The pointer of the line that was kept last."""
        return f"/lines/{len(self.lines) - 1}"

    def name_formulas(self, names: list[str]) -> None:
        """A value that another file or another day would change is not an answer."""
        for name in names:
            words = _("A formula stands here; write its value instead.")
            self.faults.add(f"{self.at}/{name}", "formula_not_allowed", words)

    def name_moved(self, made_for: str) -> None:
        """Cells that were moved alone would answer for somebody else."""
        words = _("This row was made for %(row)s; its cells were moved.") % {"row": made_for}
        self.faults.add(f"{self.at}/item", "row_moved", words)

    def formulas(self, number: int) -> list[str]:
        """The fields of a row that hold a formula."""
        if not self.grid.formulas:
            return []
        found = (name for at, name in self.head.names.items() if self.is_formula(number, at))
        return [name for name in found if BY_NAME[name].is_field]

    def is_formula(self, row: int, column: int) -> bool:
        return cell_name(row, column) in self.grid.formulas

    def too_many(self) -> Table:
        """More lines than one submission takes."""
        words = _("The table has more than %(limit)d answers; send it in parts.")
        self.faults.found.clear()
        self.faults.add("", "too_many_lines", words % {"limit": LINE_LIMIT})
        return Table(faults=self.faults.found, grid=self.grid, head=self.head)


def line_of(values: Mapping[str, Any]) -> Line:
    """The fields of a row that say something."""
    read = {name: read_cell(name, values[name]) for name in FIELD_NAMES if name in values}
    return {name: value for name, value in read.items() if value not in ("", [])}


def is_unanswered(line: Line) -> bool:
    """A row without verdict or words: only what was given out with it, or nothing at all."""
    return not line.keys() - {"item", "subject", "language", "base_version"}


def row_name(line: Line) -> str:
    """What a row is about, as the workbook notes it."""
    return f"{line.get('item', '')} {line.get('subject', '')}"
