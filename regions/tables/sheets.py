"""The parts that sheets of ours share: text that stays text, lists to choose from, the mark."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import Any, Final

from django.utils.translation import get_language_bidi
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from regions.tables.grid import letters

LISTS_SHEET: Final = "_lists"
NOT_IN_A_NAME: Final = re.compile(r"[\[\]:*?/\\']")
NOT_IN_XML: Final = re.compile("[\ufffe\uffff\ud800-\udfff]")
OPTIONS: Final = {
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
PERMITTED: Final = {
    "autofilter": True,
    "sort": True,
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
}
"""What may be done on a protected sheet. There is no password: it guards against slips only."""


def add_sheet(book: Workbook, name: str) -> Worksheet:
    """A sheet people read, in the direction of the active language."""
    sheet = book.add_worksheet(NOT_IN_A_NAME.sub(" ", name)[:31])
    if get_language_bidi():
        sheet.right_to_left()
    sheet.set_paper(9)
    sheet.fit_to_pages(1, 0)
    sheet.set_footer("&C&P / &N")
    return sheet


def put(sheet: Worksheet, row: int, column: int, value: Any, look: Format | None = None) -> None:
    """Write a value as what it is; text is never taken for a formula, a link or a number."""
    if value in ("", None):
        sheet.write_blank(row, column, None, look)
    elif isinstance(value, date):
        sheet.write_datetime(row, column, datetime.combine(value, time()), look)
    elif isinstance(value, int | float) and not isinstance(value, bool):
        sheet.write_number(row, column, value, look)
    else:
        sheet.write_string(row, column, literal(str(value)), look)


def literal(text: str) -> str:
    """A text that is written as it reads: XlsxWriter takes `<r>…</r>` for XML of its own."""
    if not text.isprintable():
        text = NOT_IN_XML.sub("\ufffd", text)
    return f"{text} " if text.startswith("<r>") and text.endswith("</r>") else text


def put_row(sheet: Worksheet, row: int, values: Iterable[Any], look: Format | None = None) -> None:
    """Write values side by side from the first column on."""
    for column, value in enumerate(values):
        put(sheet, row, column, value, look)


def write_lists(book: Workbook, lists: Mapping[str, Sequence[str]]) -> Mapping[str, str]:
    """The words to choose from, on a hidden sheet; by column, the range they stand in."""
    sheet = book.add_worksheet(LISTS_SHEET)
    sheet.hide()
    for row in range(max(map(len, lists.values()), default=0)):
        put_row(sheet, row, [each[row] if row < len(each) else "" for each in lists.values()])
    return {
        name: f"='{LISTS_SHEET}'!${letters(at)}$1:${letters(at)}${len(each)}"
        for at, (name, each) in enumerate(lists.items())
        if each
    }
