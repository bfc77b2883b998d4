"""Addresses that keep the page: in another language, or on another page of a list."""

from dataclasses import dataclass
from typing import Any, Final

from django import template
from django.conf import settings
from django.http import HttpRequest
from django.template import Context
from django.urls import translate_url
from django.utils.translation import get_language, get_language_info, override

register = template.Library()

OWN_NAMES: Final = {
    "ar": "العربية",
    "zh-hans": "中文",
    "en": "English",
    "fr": "Français",
    "ru": "Русский",
    "es": "Español",
}
"""Each language in its own words, in no other."""


@dataclass(frozen=True)
class LanguageLink:
    """The same page in one of the six languages."""

    code: str
    name: str
    direction: str
    url: str
    is_current: bool


@register.simple_tag
def home_address() -> str:
    """The first page in the reader's language."""
    return first_page(get_language() or settings.LANGUAGE_CODE)


def first_page(code: str) -> str:
    """The first page in a language; found from the language whose addresses have no prefix."""
    with override(settings.LANGUAGE_CODE):
        return translate_url("/", code)


@register.simple_tag(takes_context=True)
def language_links(context: Context) -> list[LanguageLink]:
    """The page with its query in each language; the first page where it has no address."""
    request = context.get("request")
    here = request.get_full_path() if request else home_address()
    return [link(here, code) for code, _ in settings.LANGUAGES]


def link(here: str, code: str) -> LanguageLink:
    """The link to one language."""
    is_current = code == get_language()
    there = here if is_current else translate_url(here, code)
    if there == here and not is_current:
        there = first_page(code)
    direction = "rtl" if get_language_info(code)["bidi"] else "ltr"
    return LanguageLink(code, OWN_NAMES.get(code, code), direction, there, is_current)


@register.simple_tag(takes_context=True)
def with_query(context: Context, **changes: Any) -> str:
    """``{% with_query page=3 %}``: this page's query with values changed or, if empty, gone."""
    request: HttpRequest | None = context.get("request")
    query = request.GET.copy() if request else None
    if query is None:
        return "?" + "&".join(f"{name}={value}" for name, value in changes.items())
    for name, value in changes.items():
        query.pop(name, None)
        if value not in (None, ""):
            query[name] = str(value)
    return f"?{query.urlencode()}"
