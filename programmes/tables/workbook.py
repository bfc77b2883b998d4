"""The workbook of records to take away: prefilled, with lists, without a single formula."""

import io
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import override
from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from programmes.intake.kinds import RecordKind
from programmes.keeping.standing import Standing
from programmes.tables.cells import cells_of, in_words
from programmes.tables.columns import TableColumn, columns_of, vocabulary
from regions.tables.formats import Looks
from regions.tables.grid import letters
from regions.tables.heights import height_of
from regions.tables.marks import write_marks
from regions.tables.sheets import OPTIONS, PERMITTED, add_sheet, put, put_row, write_lists

FORMAT: Final = "1"
FIRST_ROW: Final = 2
SPARE: Final = 500
"""Empty rows below those on record, ready for new ones."""


def write_workbook(kind: RecordKind, records: Sequence[Standing], language: str) -> bytes:
    """The records of a kind, in one of the six languages and in its direction."""
    content = io.BytesIO()
    with override(language), Workbook(content, OPTIONS) as book:
        book.set_properties({"title": str(kind.title)})
        sheet, looks = add_sheet(book, str(kind.title)), Looks(book)
        columns = columns_of(kind)
        write_head(sheet, looks, columns)
        write_rows(sheet, looks, columns, (in_words(kind.slug, cells_of(x)) for x in records))
        choose_from_lists(sheet, columns, write_lists(book, lists(kind)), len(records))
        arrange(sheet, columns, len(records))
        write_marks(book, {"format": FORMAT, "kind": kind.slug})
        sheet.activate()
    return content.getvalue()


def lists(kind: RecordKind) -> dict[str, list[str]]:
    """The words of every column that has a list."""
    found = ((each.name, vocabulary(kind.slug, each.name)) for each in columns_of(kind))
    return {name: list(words.shown().values()) for name, words in found if words}


def write_head(sheet: Worksheet, looks: Looks, columns: Sequence[TableColumn]) -> None:
    """Machine names in a hidden row, so that reading does not depend on the language."""
    for at, column in enumerate(columns):
        options = {"hidden": True} if column.is_hidden else {}
        sheet.set_column(at, at, column.width, looks[look_of(column)], options)
        put(sheet, 1, at, column.words, looks["head" if column.is_hidden else "asked"])
    put_row(sheet, 0, [each.name for each in columns], looks["machine"])
    sheet.set_row(0, None, None, {"hidden": True})
    sheet.set_row(1, 48)


def write_rows(
    sheet: Worksheet,
    looks: Looks,
    columns: Sequence[TableColumn],
    rows: Iterable[Mapping[str, str]],
) -> None:
    """One record in each row; days as days, all else as text."""
    for number, row in enumerate(rows, FIRST_ROW):
        texts = ((row.get(x.name), x.width) for x in columns if not x.is_hidden)
        sheet.set_row(number, height_of(texts))
        for at, column in enumerate(columns):
            put(
                sheet,
                number,
                at,
                value_of(column, row.get(column.name, "")),
                looks[look_of(column)],
            )


def value_of(column: TableColumn, text: str) -> Any:
    """A day as a day; a text is never taken for a number or a formula."""
    return date.fromisoformat(text) if column.is_day and text else text


def look_of(column: TableColumn) -> str:
    """How the cells of a column look; the hidden ones cannot be written in."""
    if column.is_hidden:
        return "given"
    return "day" if column.is_day else "text"


def choose_from_lists(
    sheet: Worksheet, columns: Sequence[TableColumn], ranges: Mapping[str, str], records: int
) -> None:
    """Words to choose from, also in the rows for new records."""
    for at, column in enumerate(columns):
        if column.name in ranges:
            rule = {"validate": "list", "source": ranges[column.name]}
            sheet.data_validation(FIRST_ROW, at, FIRST_ROW + records + SPARE, at, rule)


def arrange(sheet: Worksheet, columns: Sequence[TableColumn], records: int) -> None:
    """Heads stay in sight, everything can be filtered; the hidden columns cannot be changed."""
    last = [at for at, column in enumerate(columns) if not column.is_hidden][-1]
    sheet.freeze_panes(FIRST_ROW, 1)
    sheet.autofilter(1, 0, max(FIRST_ROW, FIRST_ROW + records - 1), last)
    sheet.protect("", PERMITTED)
    sheet.set_landscape()
    sheet.set_paper(8)
    sheet.repeat_rows(1)
    sheet.print_area(f"A2:{letters(last)}{FIRST_ROW + records}")
