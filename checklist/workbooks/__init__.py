"""An office's answers as a table: a workbook to fill in offline, and CSV.

`read_table` makes lines for `checklist.intake` from what was sent and names each fault by its
cell; it never raises for what a client can send. `write_workbook` gives out the prefilled
workbook, `mark` returns a faulty table with its faults marked.
"""

from checklist.workbooks.explaining import explained
from checklist.workbooks.marking import mark
from checklist.workbooks.table import Table
from checklist.workbooks.tables import read_table
from checklist.workbooks.writing import write_workbook

__all__ = ["Table", "explained", "mark", "read_table", "write_workbook"]
