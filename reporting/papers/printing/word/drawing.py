"""From the record of a document to the bytes of a Word file."""

from typing import Any

from docx.document import Document

from reporting.papers.printing.word.charts import Charts
from reporting.papers.printing.word.fitting import closeness_of
from reporting.papers.printing.word.links import Links
from reporting.papers.printing.word.masthead import write_masthead
from reporting.papers.printing.word.numbering import Numbering
from reporting.papers.printing.word.package import (
    empty_document,
    footnotes_part,
    write_properties,
    zipped,
)
from reporting.papers.printing.word.paragraphs import Writer
from reporting.papers.printing.word.runs import Notes, Story
from reporting.papers.printing.word.sheets import write_settings, write_sheet
from reporting.papers.printing.word.stylesheet import write_styles
from reporting.papers.printing.word.tables import write_table
from reporting.papers.printing.word.wordml import Element, as_bytes, emptied, root


def to_word(record: dict[str, Any]) -> bytes:
    """The bytes of the paper; the same record is the same bytes. Its texts are inert already."""
    document = empty_document()
    write_properties(document, record)
    write_text(document, record)
    return zipped(document, record["made_on"])


def write_text(document: Document, record: dict[str, Any]) -> None:
    """Everything that is read; the styles after the body, which says how close it must be set."""
    notes_part = footnotes_part(document)
    footnotes = root("footnotes")
    notes = Notes(footnotes, Story(record["language"], Links(notes_part)))
    story = Story(record["language"], Links(document.part), notes)
    is_set_in = record["masthead"] is not None
    write_settings(emptied(document.settings.element), story.manner)
    counts = emptied(document.part.numbering_part.element)
    numbering = Numbering(counts, is_set_in=is_set_in)
    writer = Writer(story, numbering, is_set_in=is_set_in)
    write_body(document, writer, record)
    closeness = closeness_of(document.element.body, story.manner, record["sheets"])
    write_styles(emptied(document.styles.element), story.manner, closeness, is_set_in=is_set_in)
    write_sheet(document, writer, record)
    notes_part._blob = as_bytes(footnotes)


def write_body(document: Document, writer: Writer, record: dict[str, Any]) -> None:
    """The head of the paper and its blocks; the library keeps the section at the end."""
    body, section = document.element.body, document.element.body.sectPr
    body.remove(section)
    write_head(writer, body, record)
    charts = Charts(document.part, writer)
    draw = {
        "heading": writer.heading,
        "paragraph": writer.text,
        "bullets": writer.bullets,
        "page_break": writer.page_break,
        "table": lambda place, block: write_table(writer, place, block),
        "chart": charts.write,
    }
    for block in record["blocks"]:
        draw[block["kind"]](body, block)
    body.append(section)


def write_head(writer: Writer, body: Element, record: dict[str, Any]) -> None:
    """The masthead of a document of the Board, or title and subtitle of a briefing."""
    if record["masthead"]:
        write_masthead(writer, body, record["masthead"])
        return
    writer.said(body, "Title", record["title"])
    if record["subtitle"]:
        writer.said(body, "Subtitle", record["subtitle"])
