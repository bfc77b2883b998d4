"""A workbook judged by its zip directory alone, and unpacked with a hand on the tap.

What the reader is given is packed anew from what was measured here: a directory that lies
about sizes, or says different things to different readers, never reaches it.
"""

import io
import struct
import zlib
from typing import Final
from zipfile import ZIP_STORED, BadZipFile, ZipFile, ZipInfo

from regions.sandbox.unfit import Unfit

ZIP: Final = b"PK\x03\x04"
OLE: Final = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
PASSWORD: Final = "EncryptedPackage".encode("utf-16-le")
END: Final = b"PK\x05\x06"
DIRECTORY_AT_MOST: Final = 200_000
ENTRIES_AT_MOST: Final = 1_000
UNPACKED_AT_MOST: Final = 48_000_000
RATIO_AT_MOST: Final = 250
RATIO_COUNTS_FROM: Final = 8_000_000

UNREADABLE: Final = (
    BadZipFile, ValueError, EOFError, OSError, RuntimeError,
    struct.error, zlib.error,
)  # fmt: skip
"""What a damaged archive makes the library say."""

XLSX: Final = ("[Content_Types].xml", "_rels/", "xl/workbook.xml", "xl/_rels/", "xl/worksheets/")
XLSX_ALSO: Final = ("xl/sharedStrings.xml", "xl/styles.xml")
ODS: Final = ("mimetype", "content.xml", "META-INF/manifest.xml")
PARTS: Final = {"xlsx": (*XLSX, *XLSX_ALSO), "ods": ODS}
"""The parts that are read; pictures, themes and settings are not."""

MACROS: Final = ("vbaproject.bin", "xl/macrosheets/", "basic/", "scripts/")
LINKS: Final = ("xl/externallinks/", "xl/connections.xml", "xl/querytables/")
BINARY: Final = "xl/workbook.bin"


def judge(content: bytes) -> str:
    """The kind of a workbook that may be opened; no part of it is read for that."""
    if content.startswith(OLE):
        raise Unfit("workbook_encrypted" if PASSWORD in content else "old_workbook")
    if not content.startswith(ZIP):
        raise Unfit("not_a_workbook")
    entries = directory(content)
    check_parts([entry.filename.lower() for entry in entries])
    check_sizes(entries, len(content))
    return kind_among({entry.filename for entry in entries})


def directory(content: bytes) -> list[ZipInfo]:
    """The entries of the directory, unless it is missing, endless or ambiguous."""
    if directory_size(content) > DIRECTORY_AT_MOST:
        raise Unfit("workbook_too_big")
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            entries = archive.infolist()
    except UNREADABLE as fault:
        raise Unfit("workbook_unreadable") from fault
    if len({entry.filename.lower() for entry in entries}) != len(entries):
        raise Unfit("workbook_unreadable")
    return entries


def directory_size(content: bytes) -> int:
    """How long the directory says it is: an endless one is refused before it is listed."""
    at = len(content) - 22
    if content[at : at + 4] != END or content[-2:] != b"\0\0":
        at = content.rfind(END, -65_557)
    if at < 0 or at + 16 > len(content):
        raise Unfit("workbook_unreadable")
    size: int = struct.unpack_from("<L", content, at + 12)[0]
    return size


def check_parts(names: list[str]) -> None:
    """No macros, nothing that draws on other files, no binary kind."""
    for code, marks in (("workbook_macros", MACROS), ("workbook_links", LINKS)):
        if any(name.startswith(mark) or name.endswith(mark) for name in names for mark in marks):
            raise Unfit(code)
    if BINARY in names:
        raise Unfit("old_workbook")


def check_sizes(entries: list[ZipInfo], packed: int) -> None:
    """Few enough entries, and no more inside than one can expect of so many bytes."""
    if any(entry.flag_bits & 1 for entry in entries):
        raise Unfit("workbook_encrypted")
    unpacked = sum(entry.file_size for entry in entries)
    swollen = unpacked > max(RATIO_COUNTS_FROM, packed * RATIO_AT_MOST)
    if len(entries) > ENTRIES_AT_MOST or unpacked > UNPACKED_AT_MOST or swollen:
        raise Unfit("workbook_too_big")


def kind_among(names: set[str]) -> str:
    """Which kind of workbook has these parts."""
    if {"[Content_Types].xml", "xl/workbook.xml"} <= names:
        return "xlsx"
    if {"mimetype", "content.xml"} <= names:
        return "ods"
    raise Unfit("not_a_workbook")


def unpack(content: bytes, kind: str) -> dict[str, bytes]:
    """The parts that are read, each no longer than it said, all no longer than is taken."""
    try:
        with ZipFile(io.BytesIO(content)) as archive:
            wanted = [x for x in archive.infolist() if x.filename.startswith(PARTS[kind])]
            return {entry.filename: archive.read(entry) for entry in wanted}
    except UNREADABLE as fault:
        raise Unfit("workbook_unreadable") from fault


def pack(parts: dict[str, bytes]) -> io.BytesIO:
    """The parts as an archive whose directory tells the truth."""
    packed = io.BytesIO()
    with ZipFile(packed, "w", ZIP_STORED) as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    packed.seek(0)
    return packed
