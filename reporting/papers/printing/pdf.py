"""A paper as PDF/UA-1: as one document, or a large one in parts that are joined.

Typst remembers whatever it has set, 250 bytes for each letter: fifty items with the answers of
125 country teams take 600 MB at once, and in parts, two at a time, less than 400.
"""

import tempfile
from collections.abc import Sequence
from functools import partial
from pathlib import Path

from reporting.papers.printing.joining import joined, sheets_in
from reporting.papers.printing.parts import parted, size
from reporting.papers.printing.processes import await_one, begin, side_by_side
from reporting.papers.printing.typesetting import Record, typeset


def to_pdf(record: Record) -> bytes:
    """The bytes of the paper, dated by the day it bears."""
    parts = parted(record)
    if len(parts) == 1:
        return typeset(record)
    with tempfile.TemporaryDirectory() as folder:
        return in_parts(parts, Path(folder))


def in_parts(parts: Sequence[Record], folder: Path) -> bytes:
    """Each part set in a process of its own, the largest first; then their sheets are numbered."""
    files = [folder / str(part["part"]) for part in parts]
    work = sorted(zip(files, parts, strict=True), key=lambda each: -size(each[1]["blocks"]))
    side_by_side([partial(set_in, file, part) for file, part in work])
    sheets, numbers = sum(map(sheets_in, files)), folder / "numbers"
    begin(partial(set_in, numbers, {**parts[0], "blocks": [], "numbers": sheets}))
    return joined(files, partial(ready, numbers))


def set_in(file: Path, part: Record) -> None:
    """A part in a file."""
    file.write_bytes(typeset(part))


def ready(file: Path) -> Path:
    """A file that another process makes, when it is made."""
    await_one()
    return file
