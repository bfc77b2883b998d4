"""A file of any kind that can hold a table, read into lines."""

from checklist.models import ReportingRound
from checklist.workbooks.columns import names_by_heading
from checklist.workbooks.lines import read_lines
from checklist.workbooks.table import Table, refused
from regions.models import RegionalOffice
from regions.tables import Grid, read_grid


def read_table(content: bytes, name: str, round_: ReportingRound, office: RegionalOffice) -> Table:
    """The lines of a file; `name` is its name or media type."""
    grid = read_grid(content, name, names_by_heading())
    if isinstance(grid, Grid):
        return read_lines(grid, round_, office)
    return refused(grid.code, grid.message)
