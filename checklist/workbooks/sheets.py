"""The parts that sheets of ours share: text that stays text, lists to choose from, the mark."""

import re
from collections.abc import Iterable, Mapping
from datetime import date, datetime, time
from typing import Any, Final

from django.utils.translation import get_language_bidi
from xlsxwriter import Workbook
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from checklist.workbooks.grid import Marker, letters
from checklist.workbooks.identity import MARKER_SHEET
from checklist.workbooks.vocabulary import VOCABULARY, words_of

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
        sheet.write_string(row, column, NOT_IN_XML.sub("\ufffd", str(value)), look)


def put_row(sheet: Worksheet, row: int, values: Iterable[Any], look: Format | None = None) -> None:
    """Write values side by side from the first column on."""
    for column, value in enumerate(values):
        put(sheet, row, column, value, look)


def write_lists(book: Workbook) -> Mapping[str, str]:
    """The words to choose from, on a hidden sheet; by column, the range they stand in."""
    sheet = book.add_worksheet(LISTS_SHEET)
    sheet.hide()
    words = {name: choices(name) for name in VOCABULARY}
    for row in range(max(len(each) for each in words.values())):
        put_row(sheet, row, [each[row] if row < len(each) else "" for each in words.values()])
    return {
        name: f"='{LISTS_SHEET}'!${letters(at)}$1:${letters(at)}${len(each)}"
        for at, (name, each) in enumerate(words.items())
    }


def choices(name: str) -> list[str]:
    """The words of a column that may be chosen; nobody chooses “not assessed”."""
    return [word for code, word in words_of(name).items() if code != "not_assessed"]


def write_marker(book: Workbook, marker: Marker) -> None:
    """For which round and office the workbook is: on a hidden sheet and in its properties."""
    sheet = book.add_worksheet(MARKER_SHEET)
    sheet.hide()
    for row, (name, value) in enumerate(vars(marker).items()):
        put_row(sheet, row, [name, value])
        book.set_custom_property(f"habitat_reform_{name}", value, "text")
