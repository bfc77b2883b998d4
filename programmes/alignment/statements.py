"""Whether two statements say the same word for word."""

import unicodedata
from typing import Final

DOUBLE: Final = dict.fromkeys(map(ord, "“”„‟«»″＂「」『』"), '"')
SINGLE: Final = dict.fromkeys(map(ord, "‘’‚‛‹›′`´＇"), "'")
DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
FORMS: Final = {**DOUBLE, **SINGLE, **DASHES}
FULL_STOPS: Final = ".。。｡۔"


def same_words(one: str, other: str) -> bool:
    """Equal but for what typing and typesetting change."""
    return one == other or normalised(one) == normalised(other)


def normalised(statement: str) -> str:
    """Without case, extra white space, forms of quotation marks and dashes, and the full stop.

    Compatibility forms of Unicode are one (NFKC), and marks that no reader sees are dropped.
    """
    folded = caseless(seen_in(statement).translate(FORMS)).translate(FORMS)
    return " ".join(folded.split()).rstrip(f"{FULL_STOPS} ")


def caseless(text: str) -> str:
    """NFKC and case folding, in the order that leaves nothing to fold again (Unicode, D146)."""
    once = unicodedata.normalize("NFKC", unicodedata.normalize("NFD", text).casefold())
    return unicodedata.normalize("NFKC", once.casefold())


def seen_in(text: str) -> str:
    """Without marks that no reader sees; plain Latin letters have none."""
    if text.isascii():
        return text
    return "".join(each for each in text if unicodedata.category(each) != "Cf")
