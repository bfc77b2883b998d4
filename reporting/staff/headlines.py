"""The page on which a headline is worded anew: what its rule says in each language."""

from collections.abc import Mapping
from dataclasses import dataclass

from django.conf import settings

from regions.numbers import number
from regions.sentences import listed
from reporting.headline_numbers import named_in
from reporting.rebuilding import Spoken
from reporting.staff.headline_forms import ENGLISH_FIRST


@dataclass(frozen=True)
class Sentence:
    """The sentence of the rule in one language, and the numbers that words may name there."""

    language: str
    name: str
    text: str
    figures: str


@dataclass(frozen=True)
class HeadlinePage:
    """A headline: its sentence in each language, and the page it stands on."""

    sentences: list[Sentence]
    page_url: str


def headline_page(pages: Mapping[str, Spoken], slot: str, url: str) -> HeadlinePage:
    """English first, as in the form."""
    names = dict(settings.LANGUAGES)
    return HeadlinePage(
        [
            sentence(pages[code], slot, code, str(names[code]))
            for code in ENGLISH_FIRST
            if slot in pages[code].headlines
        ],
        url,
    )


def sentence(page: Spoken, slot: str, code: str, name: str) -> Sentence:
    """Its numbers as they are spelled in it, then the further figures as the language writes."""
    headline = page.headlines[slot]
    spelled = [*named_in(headline.computed, code).numbers.values()]
    further = [number(each, code) for each in headline.figures]
    known = [*spelled, *(each for each in further if each not in spelled)]
    return Sentence(code, name, headline.computed, listed(list(dict.fromkeys(known))))
