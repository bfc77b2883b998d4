"""What a workbook of ours says of itself, so that it is known again when it comes back."""

from collections.abc import Mapping, Sequence
from typing import Final

from xlsxwriter import Workbook

from regions.tables.cells import text_of
from regions.tables.grid import Row
from regions.tables.sheets import put_row

MARKS_SHEET: Final = "_habitat_reform"
"""A hidden sheet: OpenDocument loses the properties of the document that say the same."""


def marks_in(rows: Sequence[Row]) -> dict[str, str]:
    """What the hidden sheet says, a name and its value in each row."""
    return {text_of(row[0]): text_of(row[1]) for row in rows if len(row) > 1}


def write_marks(book: Workbook, marks: Mapping[str, str]) -> None:
    """For whom and what the workbook is: on a hidden sheet and in its properties."""
    sheet = book.add_worksheet(MARKS_SHEET)
    sheet.hide()
    for row, (name, value) in enumerate(marks.items()):
        put_row(sheet, row, [name, value])
        book.set_custom_property(f"habitat_reform_{name}", value, "text")
