"""Texts that are not in the reader's language: marked for who hears them, noted for who reads.

A screen reader speaks a part in its own language only if it says which (WCAG 3.1.2). What
nobody translated is shown as it was written, never left out.
"""

from django.conf import settings
from django.utils.html import format_html
from django.utils.safestring import SafeString
from django.utils.translation import get_language, get_language_info

from regions.languages import CODES


def is_foreign(code: str) -> bool:
    """Whether a text of a language is not in that of the page."""
    return bool(code) and code != (get_language() or settings.LANGUAGE_CODE)


class Spoken(SafeString):
    """A text marked for a page; a paper, which marks otherwise, takes its words and language."""

    plain: str
    lang: str


def spoken(text: object, code: str) -> str:
    """A text isolated, with its language and direction where they are not the page's."""
    said = Spoken(isolated(text, code))
    said.plain, said.lang = str(text), code if is_foreign(code) else ""
    return said


def isolated(text: object, code: str) -> str:
    """The marks of a page around it."""
    if not is_foreign(code):
        return format_html("<bdi>{}</bdi>", text)
    return format_html('<bdi lang="{}" dir="{}">{}</bdi>', code, direction(code), text)


def noted(text: object, code: str) -> str:
    """The same with the name of the language beside it, where it is not the page's."""
    return format_html("{}{}", spoken(text, code), note(code))


def note(code: str) -> str:
    """The name of a language in the reader's words; nothing for their own."""
    if not is_foreign(code):
        return ""
    return format_html(' <span class="ln">{}</span>', language_name(code))


def language_name(code: str) -> str:
    """A language as the reader calls it; one that is not ours by its code."""
    return str(dict(settings.LANGUAGES).get(code, code))


def direction(code: str) -> str:
    """Which way a text runs; of a language that is not ours its letters tell."""
    if code not in CODES:
        return "auto"
    return "rtl" if get_language_info(code)["bidi"] else "ltr"
