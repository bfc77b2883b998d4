"""A table that has faults, back as a workbook with each of them marked in its cell."""

import io
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from accounts.refusals import Fault
from checklist.workbooks.answers_sheet import DAYS, look_of
from checklist.workbooks.cells import read_cell
from checklist.workbooks.columns import BY_NAME, CORRECTION
from checklist.workbooks.explaining import explained
from checklist.workbooks.head import row_for_people
from checklist.workbooks.identity import marker_of
from checklist.workbooks.table import Table
from checklist.workbooks.vocabulary import lists
from regions.tables.cells import text_of
from regions.tables.formats import Looks
from regions.tables.grid import Cell, place_of
from regions.tables.head import Head
from regions.tables.heights import height_of
from regions.tables.marks import write_marks
from regions.tables.sheets import (
    OPTIONS,
    PERMITTED,
    add_sheet,
    put,
    write_lists,
)

SHIFT: Final = 1
"""What was in column A stands in column B; rows keep their numbers."""

COMMENTS: Final = 1_000
WIDTH: Final = 20


@dataclass(frozen=True)
class Marks:
    """The words of the faults: by cell, and by row for the column of corrections."""

    cells: Mapping[tuple[int, int], list[str]]
    rows: Mapping[int, list[str]]


def mark(table: Table, faults: Iterable[Fault]) -> bytes:
    """The same rows as an xlsx workbook; what to correct stands before them, in words."""
    content = io.BytesIO()
    with Workbook(content, OPTIONS) as book:
        copy = Copy(book, table, marks_of(table, explained(faults)))
        copy.write()
        if marker := marker_of(table.grid.marks):
            write_marks(book, vars(marker))
    return content.getvalue()


def marks_of(table: Table, faults: Iterable[Fault]) -> Marks:
    """Where each fault is; what has no cell of its own is told beside the heads."""
    cells, rows = defaultdict[tuple[int, int], list[str]](list), defaultdict[int, list[str]](list)
    head = table.head or Head(0, {})
    told_at = row_for_people(table.grid, head)
    for fault in faults:
        cell = table.cell_of(fault.pointer)
        row, column = place_of(cell) if cell else (told_at, -1)
        name = head.names.get(column, "")
        rows[row].append(f"{BY_NAME[name].heading}: {fault.message}" if name else fault.message)
        if cell:
            cells[row, column].append(fault.message)
    return Marks(cells, rows)


class Copy:
    """The copy being written."""

    def __init__(self, book: Workbook, table: Table, marks: Marks) -> None:
        self.table, self.marks, self.looks = table, marks, Looks(book)
        self.sheet = add_sheet(book, _("Answers"))
        self.lists = write_lists(book, lists())
        self.head = table.head or Head(0, {})
        self.people = row_for_people(table.grid, self.head)
        self.comments = 0

    def write(self) -> None:
        """Columns as in the table, rows at their old numbers, lists where words are chosen."""
        self.sheet.set_column(0, 0, CORRECTION.width)
        for at, name in self.head.names.items():
            hidden = {"hidden": True} if BY_NAME[name].is_hidden else {}
            self.sheet.set_column(at + SHIFT, at + SHIFT, BY_NAME[name].width, None, hidden)
        for number, row in enumerate(self.table.grid.rows):
            self.write_row(number, row)
        self.choose_from_lists()
        if self.people != self.head.row:
            self.sheet.set_row(self.head.row, None, None, {"hidden": True})
        self.arrange()

    def arrange(self) -> None:
        """What to correct stays in sight and can be filtered."""
        self.sheet.freeze_panes(self.people + 1, SHIFT)
        last = max(self.people + 1, len(self.table.grid.rows) - 1)
        self.sheet.autofilter(self.people, 0, last, max(self.head.names, default=0) + SHIFT)
        self.sheet.protect("", PERMITTED)
        self.sheet.set_landscape()
        self.sheet.set_paper(8)

    def write_row(self, number: int, row: Sequence[Cell]) -> None:
        """A row of heads or of answers, with its corrections in front."""
        told = "\n".join(self.marks.rows.get(number, ()))
        if number in (self.head.row, self.people):
            self.write_head(number, row, told)
            return
        texts = [(text_of(cell), self.width(at)) for at, cell in enumerate(row)]
        self.sheet.set_row(number, height_of([*texts, (told, CORRECTION.width)]))
        put(self.sheet, number, 0, told, self.looks["correction" if told else "given"])
        for at, cell in enumerate(row):
            self.write_cell(number, at, cell)

    def write_head(self, number: int, row: Sequence[Cell], told: str) -> None:
        """Heads as they were, so that the copy is read as the table was."""
        own = str(CORRECTION.heading) if number == self.people else CORRECTION.name
        put(self.sheet, number, 0, own, self.looks["head"])
        if told:
            self.sheet.write_comment(number, 0, told)
        for at, cell in enumerate(row):
            put(self.sheet, number, at + SHIFT, text_of(cell), self.looks["head"])

    def write_cell(self, number: int, at: int, cell: Cell) -> None:
        """A cell as it was read; a faulty one stands out and says why."""
        name = self.head.names.get(at, "")
        faults = self.marks.cells.get((number, at))
        look = "fault" if faults else look_of(BY_NAME[name]) if name else "text"
        put(self.sheet, number, at + SHIFT, value_of(name, cell), self.looks[look])
        if faults and self.comments < COMMENTS:
            self.comments += 1
            self.sheet.write_comment(number, at + SHIFT, "\n".join(faults))

    def choose_from_lists(self) -> None:
        """What is wrong may be chosen right here; what is there already is not complained of."""
        first, last = self.people + 1, len(self.table.grid.rows)
        for at, name in self.head.names.items():
            if name in self.lists:
                rule = {"validate": "list", "source": self.lists[name], "show_error": False}
                self.sheet.data_validation(first, at + SHIFT, last, at + SHIFT, rule)

    def width(self, at: int) -> int:
        """The width of a column; a hidden one makes no row higher."""
        column = BY_NAME.get(self.head.names.get(at, ""))
        if column is None:
            return WIDTH
        return 10_000 if column.is_hidden else column.width


def value_of(name: str, cell: Cell) -> Any:
    """What is written back: days as days where they are some, all else as text."""
    if name in DAYS:
        try:
            return date.fromisoformat(read_cell(name, cell))
        except ValueError:
            return text_of(cell)
    return text_of(cell)
