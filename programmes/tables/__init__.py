"""Records as a table: a prefilled workbook or CSV to take away, and rows of what comes back.

`read_table` makes rows for `programmes.intake` and names each fault by its cell; it never raises
for what a client can send. `write_workbook` and `write_csv` give out what is on record.
"""

from programmes.tables.delimited import write_csv
from programmes.tables.reading import RecordTable, read_table
from programmes.tables.workbook import write_workbook

__all__ = ["RecordTable", "read_table", "write_csv", "write_workbook"]
