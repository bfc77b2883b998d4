"""Numbers, days and lists inside sentences, in the reader's language."""

import unicodedata
from collections.abc import Sequence
from datetime import date

from babel.lists import format_list
from django.utils.translation import get_language
from django.utils.translation import gettext as _

from regions import numbers


def language() -> str:
    """The language of the page."""
    return get_language() or "en"


def number(value: int) -> str:
    """A count inside a sentence."""
    return numbers.number(value, language())


def day(value: str | None) -> str:
    """A day inside a sentence; a dash where none is known."""
    return numbers.day(date.fromisoformat(value[:10]), language()) if value else numbers.DASH


def years(starts_on: str | None, ends_on: str | None) -> str:
    """A period by its years."""
    first, last = (starts_on or "")[:4], (ends_on or "")[:4]
    if not (first or last):
        return _("period not stated")
    return first if first == last else f"{first}–{last}"


def babel_locale() -> str:
    """The language as Babel names it."""
    return language().replace("-hans", "_Hans")


def listed(words: Sequence[str]) -> str:
    """Words as a list of the language: "Egypt, Iraq and Jordan"."""
    return format_list(list(words), locale=babel_locale()) if words else ""


def sentences(*found: str) -> str:
    """Whole sentences one after the other; Chinese puts no space between them."""
    joiner = "" if language().startswith("zh") else " "
    return joiner.join(each for each in found if each)


def in_order(name: str) -> str:
    """The key by which names are sorted: letters before accents and capitals."""
    return "".join(
        letter
        for letter in unicodedata.normalize("NFKD", name)
        if not unicodedata.combining(letter)
    ).casefold()


def capital(words: object) -> str:
    """A word of the records where a cell or a line begins."""
    text = str(words)
    return text[:1].upper() + text[1:]


def as_sentence(words: str) -> str:
    """A headline as a sentence of a text."""
    return f"{words}{'。' if language().startswith('zh') else '.'}"


def as_title(words: str) -> str:
    """A sentence of a text as a headline."""
    return words.rstrip(".。")


def language_tag(code: str) -> str:
    """The `lang` of a text that an office wrote; nothing when it is that of the page."""
    return "" if code == language() else code


def months_between(first: str, last: str) -> int:
    """Whole months from one day to another."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return (end.year - begin.year) * 12 + end.month - begin.month
