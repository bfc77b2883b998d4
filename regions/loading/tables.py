"""Read a table of a data file: every line that cannot be read is named."""

import csv
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from io import StringIO
from pathlib import Path

from django.utils.translation import gettext as _

from regions.loading.faults import FileFault, unknown


@dataclass(frozen=True)
class Line:
    """A line of a table: where it begins in the file, and its cells by heading."""

    number: int
    cells: dict[str, str]


def read_table(path: Path, headings: Sequence[str], faults: list[FileFault]) -> list[Line]:
    """The lines that can be read; faults are added to the list."""
    count = len(faults)
    rows = list(_rows(path, read_text(path, faults), faults))
    if len(faults) > count and not rows:
        return []
    if not rows:
        faults.append(FileFault(path, 1, _("the file is empty")))
        return []
    (_number, header), *body = rows
    wrong = list(_faults_of_header(header, headings))
    faults.extend(FileFault(path, 1, message) for message in wrong)
    return [] if wrong else list(_lines(path, header, body, faults))


def read_text(path: Path, faults: list[FileFault]) -> str:
    """The text of a file, which is UTF-8 without NUL; empty when it is not."""
    try:
        content = path.read_bytes()
        text = content.decode("utf-8-sig")
    except OSError as error:
        faults.append(FileFault(path, 1, error.strerror or str(error)))
        return ""
    except UnicodeDecodeError as error:
        line = content.count(b"\n", 0, error.start) + 1
        faults.append(FileFault(path, line, _("not UTF-8")))
        return ""
    if "\0" in text:
        line = text.count("\n", 0, text.index("\0")) + 1
        faults.append(FileFault(path, line, _("a NUL character")))
        return ""
    return text


def _rows(path: Path, text: str, faults: list[FileFault]) -> Iterator[tuple[int, list[str]]]:
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    begins = 1
    try:
        for row in reader:
            if row:
                yield begins, row
            begins = reader.line_num + 1
    except csv.Error as error:
        faults.append(FileFault(path, begins, str(error)))


def _faults_of_header(header: Sequence[str], headings: Sequence[str]) -> Iterator[str]:
    for heading in dict.fromkeys(header):
        if header.count(heading) > 1:
            yield _("the column “%s” stands twice") % heading
        if heading not in headings:
            yield unknown(heading, _("column"), headings)
    for heading in headings:
        if heading not in header:
            yield _("the column “%s” is missing") % heading


def _lines(
    path: Path,
    header: Sequence[str],
    body: Sequence[tuple[int, list[str]]],
    faults: list[FileFault],
) -> Iterator[Line]:
    for number, row in body:
        if len(row) == len(header):
            yield Line(number, dict(zip(header, (cell.strip() for cell in row), strict=True)))
        else:
            message = _("cells: %(cells)d, columns in the header: %(headings)d")
            counts = {"cells": len(row), "headings": len(header)}
            faults.append(FileFault(path, number, message % counts))
