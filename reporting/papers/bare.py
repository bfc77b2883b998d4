"""Numbers that stand in a text as such: they do not follow the data, and somebody should look.

Years, days of a month, symbols of documents, resolutions and places in a text ("paragraph 12",
"Goal 11") are names, not figures. They are told apart in the original, which is English; of a
translation those numbers are meant that its original does not have.
"""

import re
import unicodedata
from collections.abc import Iterable, Iterator
from typing import Final

MONTHS: Final = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
)
PLACES: Final = (
    "paragraphs?|paras?|articles?|goals?|targets?|chapters?|sections?|annex|annexes|tables?|"
    "charts?|figures?|items?|outcomes?|coalitions?|priority|priorities|rule|rules|decisions?|resolutions?"
)
NAMES: Final = re.compile(
    rf"(?:{PLACES})\s+\d+(?:/\d+)*(?:\s*\([a-z]\))?(?:(?:,|\s+(?:to|and|or)|–|-)\s*\d+)*"
    rf"|\d{{1,2}}(?:\s*(?:–|-|to|and)\s*\d{{1,2}})?\s+(?:{MONTHS})"
    rf"|[A-Za-z][A-Za-z0-9]*(?:[./-][A-Za-z0-9]+)+|[A-Za-z]+\d+|\d+(?:/\d+)+"
    r"|(?:19|20)\d\d(?:\s*[–/-]\s*(?:(?:19|20)?\d\d))?(?![\d,.]\d)",
    re.IGNORECASE,
)
NUMBER: Final = re.compile(r"\d+(?:[,\u00a0\u202f]\d{3})*(?:\.\d+)?")
IN_ANY_DIGITS: Final = re.compile(r"\d+(?:[.,٫٬\u00a0\u202f]\d+)*")
MONTH: Final = re.compile(r"\s*月")
"""Where English names a month, Chinese counts it."""


def split(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is a number that is no name."""
    names = [found.span() for found in NAMES.finditer(text)]
    numbers = (found.span() for found in NUMBER.finditer(text))
    return cut(
        text,
        (
            (start, end)
            for start, end in numbers
            if not any(start < last and first < end for first, last in names)
        ),
    )


def split_translated(text: str, original: str) -> Iterator[tuple[str, bool]]:
    """A translation in pieces, each with whether it is a number that the original does not have."""
    known = {digits(found.group()) for found in IN_ANY_DIGITS.finditer(original)}
    numbers = (
        found for found in IN_ANY_DIGITS.finditer(text) if not MONTH.match(text, found.end())
    )
    return cut(text, (each.span() for each in numbers if digits(each.group()) not in known))


def digits(number: str) -> str:
    """The digits of a number as European ones, without what groups them."""
    return "".join(str(unicodedata.decimal(each)) for each in number if each.isdecimal())


def cut(text: str, spans: Iterable[tuple[int, int]]) -> Iterator[tuple[str, bool]]:
    """A text cut at spans, in their order."""
    at = 0
    for start, end in spans:
        if start > at:
            yield text[at:start], False
        yield text[start:end], True
        at = end
    if at < len(text):
        yield text[at:], False
