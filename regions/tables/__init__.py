"""Tables as people keep them: bytes of xlsx, ods or CSV read into cells, and sheets written.

`read_grid` is the one way in: whoever takes a table (answers, records, a work plan) gives it the
heads of its columns and gets rows of cells, or why the file was not read. It never raises for
what a client can send, and asks no meaning: that is the work of the room that knows it.
"""

from regions.tables.grid import Grid
from regions.tables.reading import read_grid
from regions.tables.refusals import NotRead

__all__ = ["Grid", "NotRead", "read_grid"]
