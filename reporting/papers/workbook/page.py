"""One table on a sheet: title, heads that stay, filters, types, and how it is printed."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from xlsxwriter import Workbook
from xlsxwriter.worksheet import Worksheet

from regions.tables.heights import HIGHEST, height_of
from regions.tables.sheets import add_sheet
from reporting.pages.sheets import Cell, Sheet
from reporting.papers.builders.frame import foot, mark, name
from reporting.papers.reading import Source
from reporting.papers.workbook.cells import put
from reporting.papers.workbook.kinds import Kind, Manner
from reporting.papers.workbook.looks import Looks
from reporting.papers.workbook.names import Names

HEAD_ROW: Final = 3
"""Above the heads stand the title, the publication with the way to the cover, and the mark."""
TITLE_HEIGHT: Final = 26
MARGIN: Final = 0.4


@dataclass(frozen=True)
class Entry:
    """A sheet as the cover lists it; `rows` is nothing where its rows are no list."""

    name: str
    title: str
    rows: int | None = None


@dataclass(frozen=True)
class Book:
    """A workbook being written."""

    written: Workbook
    looks: Looks
    names: Names
    source: Source

    @property
    def cover(self) -> str:
        """The name of the first sheet, which every other leads back to."""
        return str(self.written.worksheets()[0].get_name())

    def page(self, title: str) -> Worksheet:
        """A sheet with what all have: A4 landscape, one page wide, publication at its foot."""
        sheet = add_sheet(self.written, self.names.name(title))
        sheet.set_landscape()
        sheet.set_margins(left=MARGIN, right=MARGIN, top=0.8, bottom=0.8)
        sheet.hide_gridlines(2)
        sheet.set_header(f"&L{printed(title)}&R{printed(mark(self.source))}")
        sheet.set_footer(f"&L{printed(foot(self.source))}&R&P / &N")
        return sheet

    def head(self, sheet: Worksheet, title: str) -> None:
        """Title, publication, and that data are made up where they are."""
        sheet.set_row(0, TITLE_HEIGHT)
        put(sheet, 0, 0, title, self.looks.title)
        place = f"internal:'{self.cover}'!A1"
        sheet.write_url(1, 0, place, self.looks.link, name(self.source))
        put(sheet, 2, 0, mark(self.source), self.looks.mark)

    def write(self, table: Sheet) -> Entry:
        """A table with all its rows on a sheet of its own."""
        sheet, columns = self.page(table.title), [Manner.of(each) for each in table.columns]
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)
        self.head(sheet, table.title)
        self.heads(sheet, columns)
        last = HEAD_ROW
        for last, row in enumerate(table.rows, HEAD_ROW + 1):
            self.row(sheet, last, columns, row)
        sheet.autofilter(HEAD_ROW, 0, max(last, HEAD_ROW + 1), len(columns) - 1)
        sheet.freeze_panes(HEAD_ROW + 1, frozen(columns))
        sheet.repeat_rows(HEAD_ROW)
        sheet.print_area(0, 0, max(last, HEAD_ROW + 1), len(columns) - 1)
        return Entry(sheet.get_name(), table.title, last - HEAD_ROW)

    def heads(self, sheet: Worksheet, columns: Sequence[Manner]) -> None:
        """The heads of the columns; those of numbers stand over them."""
        sheet.set_row(HEAD_ROW, height_of((each.head, each.width) for each in columns))
        for place, column in enumerate(columns):
            is_number = column.kind is Kind.NUMBER
            look = self.looks.number_head if is_number else self.looks.head
            put(sheet, HEAD_ROW, place, column.head, look)

    def row(
        self, sheet: Worksheet, place: int, columns: Sequence[Manner], row: Sequence[Cell]
    ) -> None:
        """One row; where nothing is said no cell is written, for the row has its rule."""
        cells = [
            (at, column, column.cell(value))
            for at, (column, value) in enumerate(zip(columns, row, strict=False))
            if value not in ("", None)
        ]
        height = height_of(((value, column.width) for _at, column, value in cells), HIGHEST)
        sheet.set_row(place, height, self.looks.row)
        for at, column, value in cells:
            put(sheet, place, at, value, self.looks.kinds[column.kind])


def frozen(columns: Sequence[Manner]) -> int:
    """The columns that name a row stay: a code, and the name after it."""
    kinds = [each.kind for each in columns[:2]]
    return 2 if kinds == [Kind.CODE, Kind.NAME] else 1


def printed(text: str) -> str:
    """Text of a header or footer: the sign that begins a command there is doubled."""
    return text.replace("&", "&&")
