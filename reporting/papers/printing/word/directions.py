"""Text in pieces of one direction, for Word asks that each run says its own."""

import re
from collections.abc import Iterator
from typing import Final

RTL: Final = "\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc"
LTR: Final = "A-Za-z\u00c0-\u02af\u0370-\u058f\u3040-\u30ff\u3400-\u9fff"
FOREIGN: Final = {
    True: re.compile(f"[{LTR}](?:[^{RTL}]*[{LTR}0-9%])?"),
    False: re.compile(f"[{RTL}](?:[^{LTR}]*[{RTL}])?"),
}
"""By whether text runs from right to left: words of the other direction, with what is between."""


def pieces(text: str, *, is_rtl: bool) -> Iterator[tuple[str, bool]]:
    """The text in pieces, each with whether it runs from right to left."""
    end = 0
    for found in FOREIGN[is_rtl].finditer(text):
        if found.start() > end:
            yield text[end : found.start()], is_rtl
        yield found.group(), not is_rtl
        end = found.end()
    if end < len(text):
        yield text[end:], is_rtl
