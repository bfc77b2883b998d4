"""The first sheet: what this is, of which publication, what is invented, and what stands where."""

from collections.abc import Iterable, Iterator
from typing import Final

from django.utils.translation import gettext as _
from xlsxwriter.worksheet import Worksheet

from regions.tables.heights import height_of
from reporting.pages.editions import Reading
from reporting.pages.head import for_session, publication_facts
from reporting.pages.origins import origins
from reporting.pages.words import as_sentence
from reporting.papers.builders.checklist import reading_notes, title
from reporting.papers.builders.frame import address, invented, mark
from reporting.papers.workbook.cells import put
from reporting.papers.workbook.page import TITLE_HEIGHT, Book, Entry

LABEL_WIDTH: Final = 34
WIDTH: Final = 96


def write_cover(book: Book, sheet: Worksheet, reading: Reading, entries: Iterable[Entry]) -> None:
    """Title, facts of the publication, how to read it, and the sheets with their rows."""
    sheet.set_column(0, 0, LABEL_WIDTH)
    sheet.set_column(1, 1, WIDTH)
    sheet.set_row(0, TITLE_HEIGHT)
    put(sheet, 0, 0, title(), book.looks.title)
    put(sheet, 1, 0, for_session(reading), book.looks.subtitle)
    put(sheet, 2, 0, mark(book.source), book.looks.mark)
    sheet.fit_to_pages(1, 1)
    at = write_facts(book, sheet, reading, 4)
    at = write_texts(book, sheet, reading, at + 1)
    write_contents(book, sheet, entries, at + 1)


def write_facts(book: Book, sheet: Worksheet, reading: Reading, at: int) -> int:
    """The publication, where it stands for good, its checksum and its days; the next row."""
    place = address(book.source)
    for fact in publication_facts(reading):
        put(sheet, at, 0, str(fact.name), book.looks.label)
        put(sheet, at, 1, str(fact.value), book.looks.text)
        at += 1
    put(sheet, at, 0, _("Permanent address"), book.looks.label)
    sheet.write_url(at, 1, place, book.looks.link, place)
    put(sheet, at + 1, 0, "SHA-256", book.looks.label)
    put(sheet, at + 1, 1, book.source.publication.sha256, book.looks.text)
    return at + 2


def write_texts(book: Book, sheet: Worksheet, reading: Reading, at: int) -> int:
    """How to read it, and what is invented; the next row."""
    for label, text in texts(book, reading):
        sheet.set_row(at, height_of([(text, WIDTH), (label, LABEL_WIDTH)]))
        put(sheet, at, 0, label, book.looks.label)
        put(sheet, at, 1, text, book.looks.text)
        at += 1
    return at


def texts(book: Book, reading: Reading) -> Iterator[tuple[str, str]]:
    """Each text under its label, which stands once."""
    for place, text in enumerate((*reading_notes(reading), own_words())):
        yield "" if place else _("How to read it"), text
    yield _("What is real"), as_sentence(str(origins(reading).title))
    if mark(book.source):
        yield "", invented()


def own_words() -> str:
    """That what people wrote is nobody's translation."""
    return _("Texts of offices stand in the language in which they were written.")


def write_contents(book: Book, sheet: Worksheet, entries: Iterable[Entry], at: int) -> None:
    """Each sheet with its rows; its name leads there."""
    put(sheet, at, 0, _("Sheet"), book.looks.head)
    put(sheet, at, 1, _("Rows"), book.looks.head)
    for place, entry in enumerate(entries, at + 1):
        sheet.write_url(place, 0, f"internal:'{entry.name}'!A1", book.looks.link, entry.title)
        put(sheet, place, 1, entry.rows, book.looks.rows)
