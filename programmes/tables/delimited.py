"""Records as CSV, for scripts and for those who have no spreadsheet: codes, machine names."""

import csv
import io
from collections.abc import Iterable

from programmes.intake.kinds import RecordKind
from programmes.keeping.standing import Standing
from programmes.tables.cells import cells_of, guarded
from programmes.tables.columns import columns_of


def write_csv(kind: RecordKind, records: Iterable[Standing]) -> bytes:
    """What is on record; the byte order mark tells spreadsheets that it is UTF-8."""
    text = io.StringIO(newline="")
    names = [column.name for column in columns_of(kind)]
    writer = csv.DictWriter(text, names, lineterminator="\r\n")
    writer.writeheader()
    for each in records:
        writer.writerow({name: guarded(cell) for name, cell in cells_of(each).items()})
    return text.getvalue().encode("utf-8-sig")
