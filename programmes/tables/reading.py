"""A file of records, read into rows of the intake, every cell remembered."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.refusals import Fault, Faults
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import ROW_LIMIT
from programmes.tables.cells import read_cell, unguarded
from programmes.tables.columns import TableColumn, by_name, names_by_heading
from programmes.tables.workbook import FORMAT
from regions.sandbox.archive import ZIP
from regions.tables import Grid, NotRead, read_grid
from regions.tables.cells import text_of
from regions.tables.folding import fold
from regions.tables.grid import Row, cell_name
from regions.tables.head import (
    doubled_columns,
    find_head,
    missing_columns,
    row_for_people,
    unknown_columns,
)


@dataclass(frozen=True)
class RecordTable:
    """The rows of a table, ready for `programmes.intake`, with the faults of the table itself.

    `cells` names the cell behind a pointer of a row (`/rows/3/kind` is `D5`).
    """

    rows: list[dict[str, Any]] = field(default_factory=list)
    cells: Mapping[str, str] = field(default_factory=dict)
    faults: list[Fault] = field(default_factory=list)

    def cell_of(self, pointer: str) -> str:
        """The cell of a fault: of its column, else of its row, else none."""
        while pointer:
            if pointer in self.cells:
                return self.cells[pointer]
            pointer = pointer.rpartition("/")[0]
        return ""


def read_table(content: bytes, name: str, kind: RecordKind) -> RecordTable:
    """The rows of a file; `name` is its name or media type."""
    grid = read_grid(content, name, names_by_heading(kind.slug))
    if isinstance(grid, NotRead):
        return RecordTable(faults=[Fault("", grid.code, grid.message)])
    return Reading(kind, grid, is_csv=not content.startswith(ZIP)).table()


class Reading:
    """One pass over the rows below the heads."""

    def __init__(self, kind: RecordKind, grid: Grid, *, is_csv: bool) -> None:
        self.kind, self.grid, self.is_csv = kind, grid, is_csv
        self.columns, self.faults = by_name(kind.slug), Faults()
        self.head = find_head(grid, self.named)
        self.rows: list[dict[str, Any]] = []
        self.cells: dict[str, str] = {}

    def named(self, head: str) -> str:
        """The column with this head."""
        return names_by_heading(self.kind.slug).get(fold(head), "")

    def table(self) -> RecordTable:
        """The rows, or what is wrong with the table as a whole."""
        self.check()
        if self.faults.found:
            return RecordTable(faults=self.faults.found)
        first = row_for_people(self.grid, self.head, self.named) + 1
        for number, row in enumerate(self.grid.rows[first:], first):
            self.read(number, row)
            if len(self.rows) > ROW_LIMIT:
                return self.too_many()
        return RecordTable(self.rows, self.cells, self.faults.found)

    def check(self) -> None:
        """The workbook is one of this kind, and its columns can be told."""
        marks = self.grid.marks
        if marks.get("kind", self.kind.slug) != self.kind.slug or marks.get("format", FORMAT) != (
            FORMAT
        ):
            words = _("The workbook was made for other records; download it again.")
            self.faults.add("", "unknown_format", words)
        headings = {name: f"{each.words} ({name})" for name, each in self.columns.items()}
        known = {head: headings[name] for head, name in names_by_heading(self.kind.slug).items()}
        for said in (
            *missing_columns(self.head, self.needed(headings)),
            *doubled_columns(self.head, headings),
            *unknown_columns(self.grid, self.head, known),
        ):
            self.faults.add(*said)

    def needed(self, headings: Mapping[str, str]) -> dict[str, str]:
        """Without the number of the record, the columns that tell which one is meant."""
        if self.head.position("id") is not None:
            return {}
        return {
            name: headings[name]
            for column in map(self.kind.column, self.kind.key)
            for name in (column.parts or (column.name,))
            if column.is_required and self.head.position(column.name) is None
            and column.form != "names"
        }  # fmt: skip

    def read(self, number: int, row: Row) -> None:
        """One row, unless it is empty."""
        said = {at: row[at] for at in self.head.names if at < len(row)}
        if not any(text_of(cell) for cell in said.values()):
            return
        line: dict[str, Any] = {}
        for at, cell in said.items():
            column = self.columns[self.head.names[at]]
            self.note(number, at, column)
            line[column.name] = self.value(column, cell)
        self.rows.append({name: said for name, said in line.items() if is_said(name, said)})

    def value(self, column: TableColumn, cell: Any) -> Any:
        """What a cell says."""
        cell = unguarded(cell) if self.is_csv else cell
        return text_of(cell) if column.is_hidden else read_cell(self.kind.slug, column, cell)

    def note(self, row: int, at: int, column: TableColumn) -> None:
        """The cell behind a pointer; a formula is no fact."""
        pointer, cell = f"/rows/{len(self.rows)}", cell_name(row, at)
        self.cells.setdefault(pointer, cell)
        for name in {column.name, column.column.name if column.column else column.name}:
            self.cells.setdefault(f"{pointer}/{name}", cell)
        if cell in self.grid.formulas:
            words = _("A formula stands here; write its value instead.")
            self.faults.add(f"{pointer}/{column.name}", "formula_not_allowed", words)

    def too_many(self) -> RecordTable:
        """More rows than are taken at once."""
        words = _("The table has more than %(limit)d rows; send it in parts.")
        return RecordTable(faults=[Fault("", "too_many_lines", words % {"limit": ROW_LIMIT})])


ABOUT: Final = ("id", "base")


def is_said(name: str, value: Any) -> bool:
    """An empty cell says that there is nothing; without a number the row is a new record."""
    return bool(value) or name not in ABOUT
