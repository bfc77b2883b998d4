"""The sheet an office fills in: one for the whole round, to be filtered."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from checklist.workbooks.columns import COLUMNS, Column
from regions.tables.formats import Looks
from regions.tables.grid import letters
from regions.tables.heights import height_of
from regions.tables.sheets import PERMITTED, add_sheet, put, put_row
from regions.texts import DIRECTION

MACHINE_ROW: Final = 0
HEAD_ROW: Final = 1
FIRST_ROW: Final = 2
DAYS: Final = ("next_step_due", "as_of")
FROZEN: Final = "subject_name"
EARLIEST: Final = date(2000, 1, 1)


class AnswersSheet:
    """A sheet of answers being written, row by row from the top."""

    def __init__(
        self,
        book: Workbook,
        looks: Looks,
        lists: Mapping[str, str],
        columns: Sequence[Column] = COLUMNS,
    ) -> None:
        self.sheet, self.looks, self.lists = add_sheet(book, _("Answers")), looks, lists
        self.columns = columns
        self.at = {column.name: at for at, column in enumerate(columns)}
        self.row = FIRST_ROW

    def write(self, rows: Iterable[Mapping[str, Any]], to_confirm: str) -> None:
        """The head, the rows, and what helps to fill them in."""
        self.write_head()
        for values in rows:
            self.write_row(values)
        self.choose_from_lists()
        self.mark_what_waits(to_confirm)
        self.arrange()

    def write_head(self) -> None:
        """Machine names in a hidden row, so that reading does not depend on the language."""
        for at, column in enumerate(self.columns):
            options = {"hidden": True} if column.is_hidden else {}
            self.sheet.set_column(at, at, column.width, None, options)
        put_row(
            self.sheet, MACHINE_ROW, [each.name for each in self.columns], self.looks["machine"]
        )
        self.sheet.set_row(MACHINE_ROW, None, None, {"hidden": True})
        for at, column in enumerate(self.columns):
            look = "head" if column.is_protected else "asked"
            put(self.sheet, HEAD_ROW, at, str(column.heading), self.looks[look])
        self.sheet.set_row(HEAD_ROW, 48)

    def write_row(self, values: Mapping[str, Any]) -> None:
        """One answer, in a row high enough to read it."""
        texts = ((values.get(x.name), x.width) for x in self.columns if not x.is_hidden)
        self.sheet.set_row(self.row, height_of(texts))
        for at, column in enumerate(self.columns):
            put(self.sheet, self.row, at, values.get(column.name), self.looks[look_of(column)])
        self.row += 1

    @property
    def last_row(self) -> int:
        """The last row that has an answer, or the first that could."""
        return max(self.row - 1, FIRST_ROW)

    def choose_from_lists(self) -> None:
        """Lists where a word is chosen, a hint in every column that is filled in."""
        for at, column in enumerate(self.columns):
            if not column.is_protected:
                rule = {**self.rule_of(column.name), **hint(column)}
                self.sheet.data_validation(FIRST_ROW, at, self.last_row, at, rule)

    def rule_of(self, name: str) -> dict[str, Any]:
        """What a cell takes. Several constraints stand in one cell, so their list only offers."""
        if name in self.lists:
            offers = {"validate": "list", "source": self.lists[name]}
            return {**offers, "show_error": name != "constraints", "error_message": advice()}
        if name in DAYS:
            day = {"validate": "date", "criteria": ">=", "value": EARLIEST}
            return {**day, "error_message": _("Use a day that exists, such as 2026-05-31.")}
        return {"validate": "any"}

    def mark_what_waits(self, to_confirm: str) -> None:
        """Rows that were carried over stand out until somebody confirms them."""
        progress, confirmed = letters(self.at["progress"]), letters(self.at["reexamined"])
        row, word = FIRST_ROW + 1, to_confirm.replace('"', '""')
        criteria = f'=AND(${progress}{row}="{word}",${confirmed}{row}="")'
        first, last = self.at["reexamined"], self.at["kind"]
        rule = {"type": "formula", "criteria": criteria, "format": self.looks["notice"]}
        self.sheet.conditional_format(FIRST_ROW, first, self.last_row, last, rule)

    def arrange(self) -> None:
        """Head and keys stay in sight, everything can be filtered, keys cannot be overwritten."""
        self.sheet.freeze_panes(FIRST_ROW, self.at[FROZEN] + 1)
        self.sheet.autofilter(HEAD_ROW, 0, self.last_row, len(self.columns) - 1)
        self.sheet.protect("", PERMITTED)
        self.sheet.set_landscape()
        self.sheet.set_paper(8)
        self.sheet.repeat_rows(HEAD_ROW)


def look_of(column: Column) -> str:
    """How the cells of a column look."""
    if column.is_protected:
        return "given"
    return "day" if column.name in DAYS else "text"


def hint(column: Column) -> dict[str, str]:
    """What to write, shown when a cell is entered; a spreadsheet takes 32 and 255 characters."""
    title = DIRECTION.sub("", str(column.heading))[:32]
    return {"input_title": title, "input_message": str(column.guidance)[:255]}


def advice() -> str:
    """What a cell with a list says to a word that is not on it."""
    return _("Choose one of the words of the list.")
