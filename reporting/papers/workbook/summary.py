"""The matrix of pillars and offices: shares, and the counts that each is made of.

Under ten answers there is no share, as on the page: "5 of 8" stands in its place.
"""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from typing import Any, Final

from django.utils.translation import gettext as _
from xlsxwriter.format import Format
from xlsxwriter.worksheet import Worksheet

from regions.tables.heights import height_of
from regions.templatetags.figures import figure_text
from reporting.pages.editions import Reading
from reporting.pages.matrix import Cells, Line, Matrix
from reporting.pages.overview import matrix, matrix_title
from reporting.pages.parts import Standing
from reporting.papers.workbook.cells import put
from reporting.papers.workbook.page import HEAD_ROW, Book, Entry

NAME_WIDTH: Final = 56
WIDTH: Final = 18
BETWEEN: Final = 2
Value = Callable[[Standing], Any]


@dataclass(frozen=True)
class Block:
    """The matrix with one of its numbers."""

    title: str
    value: Value
    look: Format
    total_look: Format


def write_summary(book: Book, reading: Reading) -> Entry:
    """The three numbers of every cell, one matrix below the other."""
    cells = Cells.of(reading.section["cells"], "pillar")
    found, title = matrix(reading, cells), _("Summary")
    sheet = book.page(title)
    sheet.set_column(0, 0, NAME_WIDTH)
    sheet.set_column(1, len(found.columns), WIDTH)
    book.head(sheet, str(matrix_title(reading, cells)))
    at = HEAD_ROW + 1
    for block in blocks(book):
        at = write_block(book, sheet, found, block, at) + BETWEEN
    sheet.freeze_panes(0, 1)
    sheet.fit_to_pages(1, 1)
    return Entry(sheet.get_name(), title)


def blocks(book: Book) -> Iterator[Block]:
    """Share, full answers, and all that count."""
    looks = book.looks
    yield Block(_("Share of full answers"), share, looks.share, looks.total_share)
    counts = (looks.count, looks.total_count)
    yield Block(_("Full answers"), lambda cell: cell.full, *counts)
    yield Block(_("Answers that count"), lambda cell: cell.applicable, *counts)


def share(cell: Standing) -> Any:
    """The share as it is printed everywhere, as a number; the counts under ten answers."""
    if cell.share is not None:
        return float(cell.share)
    return cell.blank or figure_text(cell.full, of_total=cell.applicable)


def write_block(book: Book, sheet: Worksheet, found: Matrix, block: Block, at: int) -> int:
    """A title, the offices as heads, the pillars as rows; the row after the last."""
    put(sheet, at, 0, block.title, book.looks.section)
    heads(book, sheet, found, at + 1)
    for place, line in enumerate(found.rows, at + 2):
        write_line(book, sheet, line, block, place)
    last = at + 1 + len(found.rows)
    return last + 1


def heads(book: Book, sheet: Worksheet, found: Matrix, at: int) -> None:
    """The areas of the offices with their codes under them."""
    texts = ["\n".join(filter(None, (each.name, each.note))) for each in found.columns]
    sheet.set_row(at, height_of((text, WIDTH) for text in texts))
    put(sheet, at, 0, found.corner, book.looks.head)
    for place, text in enumerate(texts, 1):
        put(sheet, at, place, text, book.looks.number_head)


def write_line(book: Book, sheet: Worksheet, line: Line, block: Block, at: int) -> None:
    """A pillar; the sum of all stands between rules."""
    name_look = book.looks.total if line.is_total else book.looks.name
    look = block.total_look if line.is_total else block.look
    sheet.set_row(at, height_of([(line.name, NAME_WIDTH)]))
    put(sheet, at, 0, line.name, name_look)
    cells: Sequence[Standing] = line.cells
    for place, cell in enumerate(cells, 1):
        put(sheet, at, place, block.value(cell), look)
