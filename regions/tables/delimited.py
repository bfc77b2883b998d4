"""CSV as spreadsheets and scripts write it: comma, semicolon or tab; UTF-8 with or without mark."""

import csv
import io
from typing import Final

from django.utils.translation import gettext as _

from regions.tables.grid import Grid
from regions.tables.head import LOOKED_AT, Named
from regions.tables.refusals import NotRead

DELIMITERS: Final = (",", ";", "\t")
ROWS_READ: Final = 2_100
"""A few more than the lines that are taken: a table with too many is told from a full one."""


def read_delimited(content: bytes, named: Named) -> Grid | NotRead:
    """The rows of a CSV file, or why it cannot be read."""
    try:
        text = content.decode(
            "utf-16" if content[:2] in (b"\xff\xfe", b"\xfe\xff") else "utf-8-sig"
        )
    except UnicodeDecodeError:
        words = _("The file is not UTF-8. Save it as “CSV UTF-8”, or as a workbook (xlsx, ods).")
        return NotRead("not_utf8", words)
    try:
        rows = csv.reader(
            io.StringIO(text, newline=""), delimiter=delimiter_of(text, named), strict=True
        )
        return Grid([row for row, _n in zip(rows, range(ROWS_READ), strict=False)])
    except csv.Error:
        words = _("The file is not a table: a quotation mark is left open, or a cell is too long.")
        return NotRead("table_unreadable", words)


def delimiter_of(text: str, named: Named) -> str:
    """The separator with which one of the first lines names the most columns."""
    first = text.split("\n", LOOKED_AT)[:LOOKED_AT]

    def known(delimiter: str) -> int:
        heads = [[named(head.strip(' "\r')) for head in x.split(delimiter)] for x in first]
        return max(len(list(filter(None, row))) for row in heads)

    return max(DELIMITERS, key=known)
