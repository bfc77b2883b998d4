"""Files on their way to a reader: always an attachment, never shown in place."""

from typing import Final
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
