"""Every part draws, in both directions, with ordinary and with awkward contents."""

import re
from html.parser import HTMLParser

import pytest
from django.template.loader import render_to_string
from django.test import RequestFactory
from django.utils.translation import override

from tests.templates.specimens import every_part

VOID = {"meta", "link", "input", "br", "img", "hr"}


class Outline(HTMLParser):
    """The page as a browser would have to open and close it."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.faults: list[str] = []
        self.ids: list[str] = []
        self.named: list[str] = []

    def handle_starttag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]
        pointers = ("aria-describedby", "aria-labelledby", "for")
        self.named += [
            i for name, value in attrs if name in pointers for i in (value or "").split()
        ]
        if tag not in VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag, attrs):
        self.ids += [value for name, value in attrs if name == "id"]

    def handle_endtag(self, tag):
        if not self.open or self.open.pop() != tag:
            self.faults.append(tag)


def draw(language):
    request = RequestFactory().get("/offices/?page=3&order=name")
    with override(language):
        return render_to_string(
            "components/gallery.html", every_part(rtl=language == "ar"), request
        )


@pytest.fixture(params=["en", "ar"])
def page(request):
    return draw(request.param)


def test_every_element_that_opens_is_closed_in_order(page):
    outline = Outline()
    outline.feed(page)
    assert (outline.faults, outline.open) == ([], [])


def test_no_id_stands_twice_and_every_pointer_finds_its_element(page):
    outline = Outline()
    outline.feed(page)
    assert len(outline.ids) == len(set(outline.ids))
    assert set(outline.named) <= set(outline.ids)


def test_what_people_typed_never_becomes_markup(page):
    assert "<script>alert" not in page
    assert "&lt;script&gt;alert(1)&lt;/script&gt;" in page


def test_nothing_in_the_page_needs_a_weaker_policy(page):
    assert not re.search(r"<[^>]+\s(?:style|on\w+)=", page)
    assert [s for s in re.findall(r"<script[^>]*>", page) if " src=" not in s] == []


def test_svg_positions_have_a_point_in_every_language(page):
    positions = re.findall(r'\s(?:x|x1|x2|cx|width)="([^"]+)"', page)
    assert positions
    assert all(re.fullmatch(r"\d+(\.\d+)?%?", position) for position in positions)


def test_arabic_pages_run_from_right_to_left():
    assert '<html lang="ar" dir="rtl">' in draw("ar")
    assert '<html lang="en" dir="ltr">' in draw("en")


def test_the_first_segment_starts_where_reading_starts():
    assert 'class="f-full" x="0%" width="48.7%"' in draw("en")
    assert 'class="f-full" x="51.3%" width="48.7%"' in draw("ar")
