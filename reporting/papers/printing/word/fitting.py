"""How close a paper must be set to keep to its sheets.

Only the program that opens a Word file lays it out, and each with the fonts it has. So the height
is reckoned, from the letters of each line and the width of its column, on the safe side: of 1,284
briefings in six languages LibreOffice set none higher than reckoned, and most 5 to 10 per cent
lower (its fonts for Arabic and Chinese take more room than those of Word).
"""

import math
from collections.abc import Iterator
from functools import lru_cache
from typing import Final

from reporting.papers.printing.shortening import TooManySheets
from reporting.papers.printing.word.closeness import CLOSER, FREE, SINGLE, Closeness
from reporting.papers.printing.word.manners import Manner
from reporting.papers.printing.word.numbering import TAB
from reporting.papers.printing.word.styles import CELL_SIDE, NAMED, Style
from reporting.papers.printing.word.widths import WIDTH
from reporting.papers.printing.word.wordml import Element, named

ROOM: Final = 13_800
"""On a sheet, between its header and its footer, with a line to spare."""

FITTING: Final = 0.96
"""Words break before the edge of their column."""

RULE: Final = 8
"""Between two rows."""

NARROW: Final = frozenset(" .,;:'!|()/-–·\u00a0")
HEIGHTS: Final = {"val": 11.5, "bidi": 11.7, "eastAsia": 14.5}
"""Of a line, for each half point of its letters."""


def closeness_of(body: Element, manner: Manner, sheets: int) -> Closeness:
    """The first step at which the text keeps to its sheets."""
    if not sheets:
        return FREE
    for closeness in CLOSER:
        if height(body, manner, closeness) <= sheets * ROOM:
            return closeness
    raise TooManySheets


def height(body: Element, manner: Manner, closeness: Closeness) -> float:
    """How high the text stands, in twentieths of a point."""
    return sum(
        paragraph(each, WIDTH, manner, closeness)
        if each.tag == named("p")
        else sum(row(line, manner, closeness) for line in each.iter(named("tr")))
        for each in body
    )


def row(element: Element, manner: Manner, closeness: Closeness) -> float:
    """A row is as high as its highest cell."""
    return RULE + max(
        sum(paragraph(each, wide, manner, closeness) for each in cell.iter(named("p")))
        for cell, wide in cells(element)
    )


def cells(element: Element) -> Iterator[tuple[Element, int]]:
    """The cells of a row, with the width that each leaves to its words."""
    for cell in element.iter(named("tc")):
        width = cell.find(f"{named('tcPr')}/{named('tcW')}").get(named("w"))
        yield cell, int(width) - 2 * CELL_SIDE


def paragraph(element: Element, width: int, manner: Manner, closeness: Closeness) -> float:
    """Its lines, and what is left free above and below them."""
    style = NAMED[element.find(f"{named('pPr')}/{named('pStyle')}").get(named("val"))].whole
    size = closeness.size(style.size or manner.size)
    letters = closeness.arabic_size(style.size or manner.size) if manner.is_rtl else size
    is_listed = element.find(f"{named('pPr')}/{named('numPr')}") is not None
    count = lines_in(element, letters, width - TAB * is_listed)
    return count * line(letters, style, manner, closeness) + air(style, closeness)


def line(letters: int, style: Style, manner: Manner, closeness: Closeness) -> float:
    """The height of one line."""
    distance = SINGLE if style.is_tight else closeness.line(manner)
    return letters * HEIGHTS[manner.slot] * distance / SINGLE


def air(style: Style, closeness: Closeness) -> int:
    """What a style leaves free."""
    return closeness.distance(style.before) + closeness.distance(style.after)


def lines_in(element: Element, letters: int, width: int) -> int:
    """How many lines its words take."""
    texts = (each.text if each.tag == named("t") else "\n" for each in spoken(element))
    room = width * FITTING * 10 / letters
    parts = "".join(texts).split("\n")
    return sum(max(1, math.ceil(sum(map(wide, part)) / room)) for part in parts)


def spoken(element: Element) -> Iterator[Element]:
    """Its words and line ends."""
    return element.iter(named("t"), named("br"))


@lru_cache(maxsize=2048)
def wide(letter: str) -> int:
    """How wide a letter is, in hundredths of its size."""
    if letter in NARROW:
        return 27
    if letter < "\u0370":
        return 66 if letter.isupper() else 49
    if letter < "\u0590":
        return 56
    return 50 if letter < "\u2e80" else 100
