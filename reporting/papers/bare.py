"""Numbers that stand in a text as such: they do not follow the data, and somebody should look.

Years, days of a month, symbols of documents, resolutions and places in a text ("paragraph 12",
"Goal 11") are names, not figures. The original is English, so only English is read.
"""

import re
from collections.abc import Iterator
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


def split(text: str) -> Iterator[tuple[str, bool]]:
    """A text in pieces, each with whether it is a number that is no name."""
    names = [found.span() for found in NAMES.finditer(text)]
    at = 0
    for found in NUMBER.finditer(text):
        start, end = found.span()
        if any(start < last and first < end for first, last in names):
            continue
        if start > at:
            yield text[at:start], False
        yield found.group(), True
        at = end
    if at < len(text):
        yield text[at:], False
