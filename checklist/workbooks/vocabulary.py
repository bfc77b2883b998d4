"""The words of cells that hold codes: shown in one language, read from any of the six."""

import re
from typing import Final

from checklist.models.answers import Constraint
from regions.tables.folding import fold
from regions.tables.words import YES_OR_NO, Vocabulary
from regions.templatetags.addresses import OWN_NAMES
from regions.templatetags.marks import VERDICTS

VOCABULARY: Final = {
    "kind": Vocabulary(VERDICTS),
    "constraints": Vocabulary(dict(Constraint.choices)),
    "language": Vocabulary(OWN_NAMES),
    "reexamined": YES_OR_NO,
}
BETWEEN_WORDS: Final = re.compile(r"[;؛；\n]+")
BETWEEN_CODES: Final = re.compile(r"[\s;؛；,،]+")


def words_of(name: str) -> dict[str, str]:
    """The word of each code of a column, in the active language."""
    return VOCABULARY[name].shown()


def code_of(name: str, text: str) -> str:
    """The code that a cell means; what is not known stays as it was typed, to be told so."""
    return VOCABULARY[name].code_of(text)


def codes_of(name: str, text: str) -> list[str]:
    """Several codes of one cell: words stand between semicolons, codes may stand between spaces."""
    known = VOCABULARY[name].codes
    found = []
    for part in filter(str.strip, BETWEEN_WORDS.split(text)):
        pieces = part.split()
        as_codes = fold(part) not in known and all(fold(piece) in known for piece in pieces)
        found += [code_of(name, piece) for piece in (pieces if as_codes else [part])]
    return found


def ids_of(text: str) -> list[str]:
    """Several ids of one cell, however they are separated."""
    return [each for each in BETWEEN_CODES.split(text) if each]


def in_words(name: str, codes: list[str]) -> str:
    """Codes as a cell shows them in the active language; several between semicolons."""
    words = words_of(name)
    return "; ".join(words.get(code, code) for code in codes)


def choices(name: str) -> list[str]:
    """The words of a column that may be chosen; nobody chooses “not assessed”."""
    return [word for code, word in words_of(name).items() if code != "not_assessed"]


def lists() -> dict[str, list[str]]:
    """The words of every column that has a list."""
    return {name: choices(name) for name in VOCABULARY}
