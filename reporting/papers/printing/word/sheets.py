"""The sheet: its size, what stands above and below the text, the settings of the paper."""

from collections.abc import Mapping
from typing import Any, Final

from docx.document import Document
from docx.section import Section

from reporting.papers.printing.word.manners import Manner
from reporting.papers.printing.word.paragraphs import Writer
from reporting.papers.printing.word.wordml import Element, add, emptied, named

A4: Final = (11906, 16838)
SIDE, TOP, BOTTOM, EDGE = 1134, 1304, 1304, 624
CLOSE: Final = 1021
"""Above and below the text of a paper that may take so many sheets."""

COMPATIBILITY: Final = {
    "compatibilityMode": 15,
    "overrideTableStyleFontSizeAndJustification": 1,
    "enableOpenTypeFeatures": 1,
    "doNotFlipMirrorIndents": 1,
    "differentiateMultirowTableHeaders": 1,
}


def write_sheet(document: Document, writer: Writer, record: Mapping[str, Any]) -> None:
    """Page, margins, direction, and what is printed on every sheet."""
    section = document.sections[0]
    write_edges(section, writer, record)
    element = document.element.body.sectPr
    for name in ("pgSz", "pgMar", "cols", "docGrid"):
        for old in element.findall(named(name)):
            element.remove(old)
    size, margins = add(element, "pgSz", w=A4[0], h=A4[1]), {"header": EDGE, "footer": EDGE}
    top, bottom = (CLOSE, CLOSE) if record["sheets"] else (TOP, BOTTOM)
    sides = {"top": top, "right": SIDE, "bottom": bottom, "left": SIDE, "gutter": 0}
    size.addnext(margin := add(element, "pgMar", **sides, **margins))
    title = element.find(named("titlePg"))
    margin.addnext(title)
    if writer.story.manner.is_rtl:
        add(element, "bidi")


def write_edges(section: Section, writer: Writer, record: Mapping[str, Any]) -> None:
    """Header and footer; the first sheet already says what it is."""
    section.different_first_page_header_footer = True
    name = record["symbol"] or ("" if record["masthead"] else record["title"])
    for header, said in ((section.header, name), (section.first_page_header, "")):
        header.is_linked_to_previous = False
        write_header(writer, emptied(header.part.element), record["mark"], said)
    for footer in (section.footer, section.first_page_footer):
        footer.is_linked_to_previous = False
        write_footer(writer, emptied(footer.part.element), record["foot"])


def write_header(writer: Writer, place: Element, mark: str, name: str) -> None:
    """The mark of a demonstration, and at the end side the symbol, or the title of a briefing."""
    if mark:
        writer.said(place, "Demonstration", mark)
    writer.said(place, "Header", name)


def write_footer(writer: Writer, place: Element, foot: str) -> None:
    """The number of the sheet, and of which publication it is."""
    number, _lines = writer.begun(place, "PageNumber")
    write_field(number, "PAGE")
    writer.story.say(number, "/")
    write_field(number, "NUMPAGES")
    writer.said(place, "Footer", foot)


def write_field(paragraph: Element, instruction: str) -> None:
    """A number that Word counts."""
    field = add(paragraph, "fldSimple", instr=f" {instruction} ")
    add(add(field, "r"), "t").text = "1"


def write_settings(settings: Element, manner: Manner) -> None:
    """What Word asks of a paper as a whole: its language above all."""
    add(settings, "zoom", percent=100)
    add(settings, "defaultTabStop", val=567)
    add(settings, "characterSpacingControl", val="doNotCompress")
    notes = add(settings, "footnotePr")
    for number in (-1, 0):
        add(notes, "footnote", id=number)
    compatible = add(settings, "compat")
    for name, value in COMPATIBILITY.items():
        add(
            compatible, "compatSetting", name=name, val=value,
            uri="http://schemas.microsoft.com/office/word",
        )  # fmt: skip
    languages = {"val": "en-GB", "eastAsia": "zh-CN", "bidi": "ar-SA", manner.slot: manner.locale}
    add(settings, "themeFontLang", **languages)
