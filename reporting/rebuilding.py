"""Build the pages of a publication anew from its stored sections, to read their headlines.

A headline is made while its page is built; so what its rule says, in each language, is known
only from the page. This module stands above the Board's pages and below the acts that need it.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import get_language_bidi, override

from checklist.models import ReportingRound
from regions.languages import CODES
from reporting.models import Publication
from reporting.pages.editions import Reading
from reporting.pages.headline import Headline
from reporting.pages.publications import edition_of
from reporting.views.board import OVERVIEW, PAGES
from reporting.views.boardpage import BoardPage
from reporting.views.rows import part_of

EVERY: Final[tuple[BoardPage, ...]] = (OVERVIEW, *PAGES)


@dataclass(frozen=True)
class Spoken:
    """The headlines of the pages that read a section, and what those pages say around them."""

    headlines: Mapping[str, Headline]
    facts: str


def spoken(publication: Publication, section: Mapping[str, Any], key: str, language: str) -> Spoken:
    """What the pages of a section say in a language, where no filter narrows them."""
    with override(language):
        built = [read(publication, section, key, page) for page in EVERY if page.reads(key)]
        headlines = {slot: each for reading, _page in built for slot, each in reading.said.items()}
        facts = " ".join(words for reading, page in built for words in around(reading, page))
        return Spoken(headlines, facts)


def preview_pages(round_: ReportingRound, key: str) -> dict[str, Spoken]:
    """What the pages of a section say in the round's preview, by language; nothing without one."""
    preview = Publication.previews.select_related("round").defer("canonical", "manifest")
    found = preview.filter(round=round_).first()
    stored = found.sections.filter(key=key).first() if found else None
    if found is None or stored is None:
        return {}
    section = {**json.loads(stored.body), "headlines": {}}
    return {language: spoken(found, section, key, language) for language in CODES}


def page_url(round_: ReportingRound, key: str, slot: str) -> str:
    """The page of the preview on which a headline stands."""
    code = key.partition(":")[2]
    reading = [page for page in EVERY if page.reads(key)]
    prefixed = [page for page in reading if page.prefix and slot.startswith(page.prefix)]
    page = next(iter(prefixed or reading))
    codes = {"code": code} if code else {}
    return reverse(page.name, kwargs={"preview": round_.code, **codes})


def read(
    publication: Publication, section: Mapping[str, Any], key: str, page: BoardPage
) -> tuple[Reading, Any]:
    """One page, built."""
    code = key.partition(":")[2]
    edition = edition_of(publication)
    reading = Reading(section, edition, get_language_bidi(), key=key, prefix=page.prefix)
    if page.listed:
        reading = replace(reading, part=part_of(publication.pk, page.listed, {}, code))
    return reading, page.build(reading)


def around(reading: Reading, page: Any) -> Iterator[str]:
    """The round, and the facts at the head of the page: days, codes, symbols."""
    yield reading.round
    yield reading.round_before
    for fact in getattr(getattr(page, "head", None), "facts", ()):
        yield f"{fact.value} {fact.note}"
