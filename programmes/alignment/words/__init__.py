"""The words of the rules: what holds when one is met, what was found, what is missing."""

from collections.abc import Mapping
from typing import Any, Final

from programmes.alignment.words import (
    approval,
    changes,
    cycle,
    derivation,
    engagement,
    money,
    periods,
    presence,
    results,
    sections,
)
from programmes.alignment.words.facts import MISSING
from programmes.alignment.words.parts import Words

__all__ = ["MISSING", "TITLES", "WORDS", "Words"]

WORDS: Final[dict[str, Words]] = {}
TITLES: Final[dict[str, Any]] = {}


def add(
    words: Mapping[str, Words], titles: Mapping[str, Any], missing: Mapping[str, Any] | None = None
) -> None:
    """Words of more rules, those that rooms above check among them, and of facts they miss."""
    WORDS.update(words)
    TITLES.update(titles)
    MISSING.update(missing or {})


for theme in (derivation, periods, changes, results, approval, sections):
    add(theme.WORDS, theme.TITLES)
for theme in (engagement, cycle, presence, money):
    add(theme.WORDS, theme.TITLES, theme.MISSING)
