"""Untranslated texts are marked with their language; another language keeps page and filter."""

import re
from html import unescape
from html.parser import HTMLParser

import pytest
from django.conf import settings

from checklist.models import ChecklistItem
from tests.reporting.views.test_pages import reader
from tests.reporting.world import answered_round, make_world, publish_round
from tests.test_access import PUBLISHED

pytestmark = pytest.mark.django_db

VOID = {"meta", "link", "input", "br", "img", "hr", "wbr", "source", "use", "path", "rect", "line"}
FILES = (".csv", ".json", ".xlsx", ".pdf")
PAGES = [address for address in PUBLISHED if not address.endswith(FILES)]
OTHERS = [code for code, _name in settings.LANGUAGES if code != "en"]

ENGLISH = (
    "Plans with counties.",
    "Minutes of 2026",
    "Youth",
    "HSP/EB.2025/8, para 17",
    "No such programme.",
    "Letter of the office.",
    "low certainty",
)
"""What the small world holds in English alone."""


class Walk(HTMLParser):
    """Every text of a page with the language it stands in."""

    def __init__(self):
        super().__init__()
        self.open, self.found = [], []

    def handle_starttag(self, tag, attrs):
        if tag not in VOID:
            self.open.append((tag, dict(attrs).get("lang")))

    def handle_endtag(self, tag):
        while self.open and self.open.pop()[0] != tag:
            pass

    def handle_data(self, data):
        language = next((lang for _tag, lang in reversed(self.open) if lang), None)
        self.found.append((data, language, self.open[-1][0] if self.open else ""))


def texts_of(response):
    walk = Walk()
    walk.feed(response.content.decode())
    return [(text, lang) for text, lang, tag in walk.found if tag != "title"]


@pytest.fixture
def published():
    make_world()
    ChecklistItem.objects.update(evidence="Letter of the office.")
    return publish_round(answered_round())


@pytest.mark.parametrize("language", OTHERS)
def test_what_nobody_translated_is_marked_as_english(published, language):
    board, seen = reader(), set()
    for page in PAGES:
        for text, lang in texts_of(board.get(f"/{language}{page}")):
            for known in ENGLISH:
                if known == text.strip():
                    seen.add(known)
                    assert lang == "en", (page, text)
    assert seen == set(ENGLISH)


def test_its_language_is_named_for_who_reads(published):
    body = reader().get("/fr/countries/KEN/").content.decode()
    assert (
        '<bdi lang="en" dir="ltr">Plans with counties.</bdi> <span class="ln">Anglais</span>'
        in body
    )


def test_in_english_nothing_is_marked(published):
    board = reader()
    marked = {page: 'class="ln"' in board.get(page).content.decode() for page in PAGES}
    assert marked == dict.fromkeys(PAGES, False)


@pytest.mark.parametrize("page", PAGES)
def test_another_language_keeps_page_and_query(published, page):
    address = page if "?" in page else f"{page}?office=ROAF&page=2"
    body = reader().get(address).content.decode()
    nav = re.search(r'<nav class="langs".*?</nav>', body, re.S)[0]
    links = {unescape(link) for link in re.findall(r'href="([^"]+)"', nav)}
    assert links == {address, *(f"/{code}{address}" for code in OTHERS)}
