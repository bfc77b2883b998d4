"""Numbers, days and lists inside sentences, in the reader's language."""

from collections.abc import Sequence
from datetime import date
from typing import Final

from babel.lists import format_list
from django.utils.translation import get_language

from regions import numbers

COMMAS: Final = {"ar": "، ", "zh": "，"}


def language() -> str:
    """The language of the page."""
    return get_language() or "en"


def number(value: int) -> str:
    """A count inside a sentence."""
    return numbers.number(value, language())


def day(value: str | None) -> str:
    """A day inside a sentence; a dash where none is known."""
    return numbers.day(date.fromisoformat(value[:10]), language()) if value else numbers.DASH


def month(value: str) -> str:
    """The month of a day inside a sentence."""
    return numbers.month(date.fromisoformat(value[:10]), language())


def babel_locale() -> str:
    """The language as Babel names it."""
    return language().replace("-hans", "_Hans")


def listed(words: Sequence[str]) -> str:
    """Words as a list of the language: "Egypt, Iraq and Jordan"."""
    return format_list(list(words), locale=babel_locale()) if words else ""


def side_by_side(words: Sequence[str]) -> str:
    """Counts one after the other, without an "and": "3 warnings, no error".

    Babel has such lists for units alone: without commas in Russian and Chinese, none in Spanish.
    """
    return COMMAS.get(language()[:2], ", ").join(words)


def sentences(*found: str) -> str:
    """Whole sentences one after the other; Chinese puts no space between them."""
    joiner = "" if language().startswith("zh") else " "
    return joiner.join(each for each in found if each)
