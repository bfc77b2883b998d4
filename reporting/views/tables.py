"""A table of a publication as a file: CSV with an optional HXL row, or a workbook."""

from io import BytesIO
from typing import Final

from django.http import HttpResponse
from xlsxwriter import Workbook

from regions.downloads import send_csv, send_workbook
from regions.tables.sheets import OPTIONS, add_sheet, put_row
from reporting.pages.editions import Edition
from reporting.pages.sheets import Sheet

FORMS: Final = ("csv", "xlsx")
WIDTH: Final = 22
"""Of a column, in characters of the workbook's own measure."""


def file_stem(edition: Edition) -> str:
    """The name of a file begins with the publication it was taken from."""
    return f"habitat-reform-{edition.round}-{edition.number}"


def send_table(sheet: Sheet, name: str, form: str, *, with_hashtags: bool) -> HttpResponse:
    """The table as a download; the HXL row stands under the heads, as the standard wants."""
    hashtags = [sheet.hashtags] if with_hashtags else []
    if form == "csv":
        return send_csv([sheet.heads, *hashtags, *sheet.rows], f"{name}.csv")
    return send_workbook(workbook(sheet), f"{name}.xlsx")


def workbook(sheet: Sheet) -> bytes:
    """One sheet in the reader's direction: filters over the columns, heads that stay."""
    stream = BytesIO()
    with Workbook(stream, {"in_memory": True, **OPTIONS}) as book:
        page = add_sheet(book, sheet.title)
        bold = book.add_format({"bold": True, "text_wrap": True, "valign": "top"})
        put_row(page, 0, sheet.heads, bold)
        last = 0
        for last, row in enumerate(sheet.rows, 1):
            put_row(page, last, row)
        page.autofilter(0, 0, last, max(len(sheet.columns) - 1, 0))
        page.freeze_panes(1, 1)
        page.set_column(0, max(len(sheet.columns) - 1, 0), WIDTH)
    return stream.getvalue()
