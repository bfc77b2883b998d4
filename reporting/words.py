"""Words as lists sort and searches find them, the same for what is kept and what is asked."""

import re
import unicodedata
from collections.abc import Iterator
from itertools import pairwise
from typing import Final

HAN: Final = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]+")
WORD: Final = re.compile(r"\w+")
LONGEST: Final = 60
"""A longer word is cut: nobody types it whole."""


def in_order(name: str) -> str:
    """The key by which names are sorted: letters before accents and capitals."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    ).casefold()


def words_of(*texts: str) -> list[str]:
    """The words by which texts are found, folded, each once."""
    return sorted({word for text in texts for word in folded_words(text)})


def folded_words(text: str) -> Iterator[str]:
    """Words without accents and capitals; Chinese, which has no spaces, by pairs of signs."""
    for word in WORD.findall(in_order(text)):
        for part in HAN.findall(word):
            yield from pairs(part)
        for part in HAN.split(word):
            if part:
                yield part[:LONGEST]


def pairs(signs: str) -> Iterator[str]:
    """Each sign, and each with its neighbour."""
    yield from signs
    yield from (first + second for first, second in pairwise(signs))
