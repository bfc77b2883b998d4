"""A file of any kind that can hold a table, read into lines."""

from typing import Final

from checklist.models import ReportingRound
from checklist.workbooks.delimited import read_delimited
from checklist.workbooks.lines import read_lines
from checklist.workbooks.table import Table
from regions.models import RegionalOffice

DELIMITED: Final = ("text/csv", ".csv", ".tsv", ".txt")


def read_table(content: bytes, name: str, round_: ReportingRound, office: RegionalOffice) -> Table:
    """The lines of a file; `name` is its name or media type, the content has the last word."""
    grid = read_delimited(content)
    return grid if isinstance(grid, Table) else read_lines(grid, round_, office)
