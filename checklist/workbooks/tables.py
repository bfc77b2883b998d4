"""A file of any kind that can hold a table, read into lines."""

from typing import Final

from checklist.models import ReportingRound
from checklist.sandbox.archive import OLE, ZIP
from checklist.workbooks.delimited import read_delimited
from checklist.workbooks.lines import read_lines
from checklist.workbooks.reading import read_workbook
from checklist.workbooks.table import Table
from regions.models import RegionalOffice

DELIMITED: Final = ("csv", "tsv", "txt", "text/plain", "text/tab-separated-values")


def read_table(content: bytes, name: str, round_: ReportingRound, office: RegionalOffice) -> Table:
    """The lines of a file; `name` is its name or media type, its first bytes have the last word."""
    looks_delimited = name.lower().partition(";")[0].strip().endswith(DELIMITED)
    is_delimited = looks_delimited and not content.startswith((ZIP, OLE))
    grid = read_delimited(content) if is_delimited else read_workbook(content)
    return grid if isinstance(grid, Table) else read_lines(grid, round_, office)
