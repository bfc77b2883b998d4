"""Files on their way to a reader: always an attachment, never shown in place."""

import csv
from collections.abc import Iterable, Sequence
from io import StringIO
from typing import Any, Final
from urllib.parse import quote

from django.http import HttpResponse

XLSX: Final = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


def attachment(name: str) -> str:
    """A Content-Disposition that old and new clients read: the name in ASCII and in UTF-8."""
    plain = name.encode("ascii", "replace").decode().replace("?", "_")
    plain = plain.replace("\\", "_").replace('"', "_")
    return f"attachment; filename=\"{plain}\"; filename*=UTF-8''{quote(name, safe='')}"


def send_workbook(content: bytes, name: str) -> HttpResponse:
    """A workbook as a download."""
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(content, content_type=XLSX, headers=headers)


FORMULA: Final = ("=", "+", "-", "@", "\t", "\r")
"""How a cell begins that a spreadsheet would compute."""


def send_csv(rows: Iterable[Sequence[Any]], name: str) -> HttpResponse:
    """A table as a download: UTF-8 with the mark that spreadsheets look for."""
    text = StringIO()
    csv.writer(text, lineterminator="\r\n").writerows(
        [harmless(cell) for cell in row] for row in rows
    )
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(
        text.getvalue().encode("utf-8-sig"), content_type="text/csv; charset=utf-8", headers=headers
    )


def harmless(cell: Any) -> Any:
    """A text that looks like a formula is kept as text."""
    return f"'{cell}" if isinstance(cell, str) and cell.startswith(FORMULA) else cell
