"""The workbook of a publication: cover, summary, and the tables behind the information document.

Rows are written as they are made, so that memory does not grow with them. Nothing in it depends
on the day it is made: the same publication is the same bytes.
"""

from datetime import UTC
from io import BytesIO
from typing import Any

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from regions.tables.sheets import OPTIONS
from reporting.papers.builders.checklist import title
from reporting.papers.builders.frame import mark, name
from reporting.papers.reading import Source
from reporting.papers.workbook.cover import write_cover
from reporting.papers.workbook.looks import Looks
from reporting.papers.workbook.names import Names
from reporting.papers.workbook.page import Book
from reporting.papers.workbook.parts import tables
from reporting.papers.workbook.summary import write_summary


def workbook(source: Source) -> bytes:
    """The publication as a workbook, in the language that is active."""
    stream = BytesIO()
    with Workbook(stream, {**OPTIONS, "constant_memory": True}) as written:
        written.set_properties(properties(source))
        book = Book(written, Looks(written), Names(), source)
        cover = book.page(_("Cover"))
        overview, method = source.section("overview"), source.section("method")
        entries = [write_summary(book, overview)]
        entries += [book.write(table) for table in tables(source, overview, method)]
        write_cover(book, cover, method, entries)
    return stream.getvalue()


def properties(source: Source) -> dict[str, Any]:
    """What the file says of itself; its day is that of the publication."""
    published_at = source.publication.published_at.astimezone(UTC)
    return {
        "title": title(),
        "subject": name(source),
        "author": "UN-Habitat",
        "keywords": source.publication.sha256,
        "comments": mark(source),
        "created": published_at.replace(tzinfo=None, microsecond=0),
    }
