"""The words of the rules: what holds when one is met, what was found, what is missing."""

from collections.abc import Mapping
from typing import Any, Final

from programmes.alignment.words import derivation, periods
from programmes.alignment.words.facts import MISSING
from programmes.alignment.words.parts import Words

__all__ = ["MISSING", "TITLES", "WORDS", "Words"]

WORDS: Final[dict[str, Words]] = {**derivation.WORDS, **periods.WORDS}
TITLES: Final[dict[str, Any]] = {**derivation.TITLES, **periods.TITLES}


def add(words: Mapping[str, Words], titles: Mapping[str, Any]) -> None:
    """The words of rules that rooms above check."""
    WORDS.update(words)
    TITLES.update(titles)
