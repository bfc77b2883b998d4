"""The words of cells that hold codes: shown in one language, read from any of the six."""

import re
from collections.abc import Mapping
from functools import cache
from typing import Final

from django.utils.translation import get_language, override
from django.utils.translation import gettext_lazy as _

from checklist.models.answers import Constraint
from checklist.workbooks.columns import Words
from regions.languages import CODES
from regions.tables.folding import fold
from regions.templatetags.addresses import OWN_NAMES
from regions.templatetags.marks import VERDICTS

VOCABULARY: Final[Mapping[str, Mapping[str, Words]]] = {
    "kind": VERDICTS,
    "constraints": dict(Constraint.choices),
    "language": OWN_NAMES,
    "reexamined": {"true": _("Yes"), "false": _("No")},
}
BETWEEN_WORDS: Final = re.compile(r"[;؛；\n]+")
BETWEEN_CODES: Final = re.compile(r"[\s;؛；,،]+")
ALSO_READ: Final = {("reexamined", "1"): "true", ("reexamined", "0"): "false"}


def words_of(name: str) -> dict[str, str]:
    """The word of each code of a column, in the active language."""
    return words_in(name, get_language() or "en")


@cache
def words_in(name: str, language: str) -> dict[str, str]:
    """The word of each code of a column, in a language; looked up once, used in every row."""
    with override(language):
        return {code: str(word) for code, word in VOCABULARY[name].items()}


@cache
def codes_by_word(name: str) -> dict[str, str]:
    """The code that a word of any language means, codes themselves among them."""
    found = {fold(code): code for code in VOCABULARY[name]}
    for language in CODES:
        found.update({fold(word): code for code, word in words_in(name, language).items()})
    return found


def code_of(name: str, text: str) -> str:
    """The code that a cell means; what is not known stays as it was typed, to be told so."""
    word = fold(text)
    return codes_by_word(name).get(word) or ALSO_READ.get((name, word), text.strip())


def codes_of(name: str, text: str) -> list[str]:
    """Several codes of one cell: words stand between semicolons, codes may stand between spaces."""
    known = codes_by_word(name)
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
