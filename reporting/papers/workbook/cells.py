"""A cell of the workbook: whatever people wrote, in it nothing turns round or hides."""

from typing import Any

from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from regions.tables import sheets
from reporting.papers.printing.inert import inert


def put(sheet: Worksheet, row: int, column: int, value: Any, look: Format | None = None) -> None:
    """Write a value as what it is, as papers print it."""
    sheets.put(sheet, row, column, inert(value), look)
