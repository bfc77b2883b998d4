"""How tall a row must be to show its text: not every spreadsheet finds that out by itself."""

import math
from collections.abc import Iterable
from typing import Any, Final
from unicodedata import east_asian_width

LINE: Final = 15.0
MOST_LINES: Final = 12
"""A longer text is read in its cell or in the input line; a row higher than a screen is lost."""

FITTING: Final = 0.9
"""Words break before the edge of their column."""


HIGHEST: Final = 27
"""No spreadsheet makes a row higher than so many lines."""


def height_of(cells: Iterable[tuple[Any, int]], most: int = MOST_LINES) -> float:
    """The height for texts, each with the width of its column; a short one takes one line."""
    lines = max(
        (
            lines_in(text, width)
            for text, width in cells
            if isinstance(text, str) and (2 * len(text) > width * FITTING or "\n" in text)
        ),
        default=1,
    )
    return LINE * max(1, min(lines, most))


def lines_in(text: str, width: int) -> int:
    """How many lines a text takes in a column so many letters wide."""
    room = width * FITTING
    return sum(max(1, math.ceil(letters_in(line) / room)) for line in text.split("\n"))


def letters_in(text: str) -> int:
    """The width of a text in letters; a Chinese character takes the room of two."""
    if text.isascii():
        return len(text)
    return len(text) + sum(east_asian_width(each) in "WF" for each in text)
