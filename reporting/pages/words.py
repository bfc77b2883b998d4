"""Words around the facts of a page; numbers, days and lists are those of all rooms."""

from datetime import date

from django.utils.translation import gettext as _

from regions.foreign import is_foreign
from regions.sentences import (
    babel_locale,
    day,
    language,
    listed,
    month,
    number,
    sentences,
    side_by_side,
)
from reporting.words import in_order

__all__ = [
    "as_sentence",
    "as_title",
    "babel_locale",
    "capital",
    "day",
    "in_order",
    "language",
    "language_tag",
    "listed",
    "month",
    "months_between",
    "number",
    "sentences",
    "side_by_side",
    "years",
]


def years(starts_on: str | None, ends_on: str | None) -> str:
    """A period by its years."""
    first, last = (starts_on or "")[:4], (ends_on or "")[:4]
    if not (first or last):
        return _("period not stated")
    return first if first == last else f"{first}–{last}"


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
    return code if is_foreign(code) else ""


def months_between(first: str, last: str) -> int:
    """Whole months from one day to another."""
    begin, end = date.fromisoformat(first), date.fromisoformat(last)
    return (end.year - begin.year) * 12 + end.month - begin.month
