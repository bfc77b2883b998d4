"""The types of files that are taken as evidence: our own table, which no server setting changes."""

from dataclasses import dataclass
from pathlib import PurePath
from typing import Final

OPEN_XML = "application/vnd.openxmlformats-officedocument"
OPEN_DOCUMENT = "application/vnd.oasis.opendocument"


@dataclass(frozen=True)
class FileType:
    """A type: the endings of its names, and how its content is told.

    By its first bytes, by the folder that its zip directory has (Office), or by the
    media type that its archive names itself with (OpenDocument).
    """

    name: str
    media_type: str
    endings: tuple[str, ...]
    begins: bytes = b""
    folder: str = ""

    @property
    def is_archive(self) -> bool:
        """Whether the content is a zip archive whose directory tells the type."""
        return not self.begins


TYPES: Final = (
    FileType("PDF", "application/pdf", ("pdf",), begins=b"%PDF-"),
    FileType("PNG", "image/png", ("png",), begins=b"\x89PNG\r\n\x1a\n"),
    FileType("JPEG", "image/jpeg", ("jpg", "jpeg"), begins=b"\xff\xd8\xff"),
    FileType("Word", f"{OPEN_XML}.wordprocessingml.document", ("docx",), folder="word/"),
    FileType("Excel", f"{OPEN_XML}.spreadsheetml.sheet", ("xlsx",), folder="xl/"),
    FileType("PowerPoint", f"{OPEN_XML}.presentationml.presentation", ("pptx",), folder="ppt/"),
    FileType("OpenDocument", f"{OPEN_DOCUMENT}.text", ("odt",)),
    FileType("OpenDocument", f"{OPEN_DOCUMENT}.spreadsheet", ("ods",)),
)
ENDINGS: Final = {ending: each for each in TYPES for ending in each.endings}


def type_named(file_name: str) -> FileType | None:
    """The type that the end of a name promises."""
    return ENDINGS.get(PurePath(file_name).suffix.lstrip(".").lower())


def allowed_endings() -> str:
    """The endings that are taken, as a reader is told them and a file field offers them."""
    return ", ".join(f".{ending}" for ending in ENDINGS)
