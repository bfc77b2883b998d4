"""Whether two statements say the same word for word."""

import unicodedata
from typing import Final

DOUBLE: Final = dict.fromkeys(map(ord, "“”„‟«»″＂「」『』"), '"')
SINGLE: Final = dict.fromkeys(map(ord, "‘’‚‛‹›′`´＇"), "'")
DASHES: Final = dict.fromkeys(map(ord, "‐‑‒–—―−﹘﹣－"), "-")
FULL_STOPS: Final = ".。。｡۔"


def same_words(one: str, other: str) -> bool:
    """Equal but for what typing and typesetting change."""
    return normalised(one) == normalised(other)


def normalised(statement: str) -> str:
    """Without case, extra white space, forms of quotation marks and dashes, and the full stop.

    Compatibility forms of Unicode are one (NFKC), and marks that no reader sees are dropped.
    """
    plain = statement.translate({**DOUBLE, **SINGLE, **DASHES})
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", plain).casefold())
    seen = "".join(each for each in folded if unicodedata.category(each) != "Cf")
    return " ".join(seen.split()).rstrip(f"{FULL_STOPS} ")
