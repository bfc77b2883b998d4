"""The head of a document of the Board, in the layout of the United Nations.

Between two rules: whose document it is and its symbol, then the programme and, at the end side,
distribution, date and languages; below them the body, its session and the item of the agenda.
"""

from typing import Any, Final

from reporting.papers.printing.word.paragraphs import Writer
from reporting.papers.printing.word.runs import write_letters
from reporting.papers.printing.word.styles import INK
from reporting.papers.printing.word.tables import MASTHEAD, begun, cell
from reporting.papers.printing.word.widths import widths_of
from reporting.papers.printing.word.wordml import Element, add

SHARES: Final = (13, 7)
OPEN: Final = "\u00a0"
"""The place of a symbol that was not given yet."""

THIN, STRONG = 6, 24
Masthead = dict[str, Any]


def write_masthead(writer: Writer, body: Element, head: Masthead) -> None:
    """The masthead, the title and whose note it is."""
    widths = widths_of(SHARES)
    table = begun(writer, body, MASTHEAD, widths, described={})
    first = ruled(table, widths, THIN)
    writer.said(first[0], "DocumentOrganisation", head["organisation"])
    write_symbol(writer, first[1], head["symbol"])
    second = ruled(table, widths, STRONG)
    writer.said(second[0], "DocumentProgramme", head["programme"])
    for line in ("distribution", "date", "language", "original"):
        write_line(writer, second[1], "DocumentFacts", head[line])
    write_session(writer, body, head)


def write_session(writer: Writer, body: Element, head: Masthead) -> None:
    """For which body and session, under which item; then the title."""
    for line, style in (
        ("body", "SessionBody"),
        ("session", "Session"),
        ("place", "Session"),
        ("agenda", "Session"),
        ("agenda_title", "SessionBody"),
        ("title", "Title"),
        ("byline", "Subtitle"),
    ):
        write_line(writer, body, style, head[line])


def write_line(writer: Writer, place: Element, style: str, text: str) -> None:
    """A line, where there is something to say."""
    if text:
        writer.said(place, style, text)


def ruled(table: Element, widths: list[int], strength: int) -> list[Element]:
    """A row above a rule."""
    row = add(table, "tr")
    add(add(row, "trPr"), "cantSplit")
    places = []
    for width in widths:
        place, look = cell(row, width)
        line = add(look, "tcBorders")
        add(line, "bottom", val="single", sz=strength, space=0, color=INK)
        add(look, "vAlign", val="bottom" if strength == THIN else "top")
        places.append(place)
    return places


def write_symbol(writer: Writer, place: Element, symbol: str) -> None:
    """The symbol with its series large; an open field while none is given."""
    if not symbol:
        write_open(writer.begun(place, "DocumentSymbolOpen")[0])
        return
    element, _lines = writer.begun(place, "DocumentSymbol")
    series, slash, rest = symbol.partition("/")
    write_letters(element, series, style="SymbolSeries")
    writer.story.say(element, slash + rest)


def write_open(element: Element) -> None:
    """A field to be filled in."""
    field = add(element, "sdt")
    look = add(field, "sdtPr")
    add(look, "tag", val="symbol")
    add(look, "text")
    add(add(add(field, "sdtContent"), "r"), "t").text = OPEN
