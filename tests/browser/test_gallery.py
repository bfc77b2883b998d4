"""Every part in a real browser: no axe violation, no sideways scroll, in both directions."""

import mimetypes

import pytest
from django.conf import settings

from tests.templates.test_gallery import draw


def open_gallery(page, language):
    def answer(route):
        path = settings.BASE_DIR / route.request.url.removeprefix("http://parts.test/")
        if path.is_file():
            route.fulfill(body=path.read_bytes(), content_type=mimetypes.guess_type(path)[0])
        else:
            route.fulfill(body=draw(language), content_type="text/html")

    page.route("http://parts.test/**", answer)
    page.goto("http://parts.test/")


@pytest.mark.parametrize("language", ["en", "ar"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_in_any_part(page, axe, language, scheme, width):
    page.emulate_media(color_scheme=scheme)
    page.set_viewport_size({"width": width, "height": 900})
    open_gallery(page, language)
    assert axe(page) == []


@pytest.mark.parametrize("language", ["en", "ar"])
def test_no_part_makes_the_page_scroll_sideways_at_320_pixels(page, language):
    page.set_viewport_size({"width": 320, "height": 900})
    open_gallery(page, language)
    assert page.evaluate("document.documentElement.scrollWidth") == 320


def test_a_tile_shows_the_name_of_its_team_to_mouse_and_keyboard(page):
    open_gallery(page, "en")
    tile = page.locator(".tiles .tile").first
    name = tile.locator(".sr")
    assert name.bounding_box()["width"] <= 1
    tile.focus()
    page.keyboard.press("Tab")
    page.keyboard.press("Shift+Tab")
    assert name.bounding_box()["width"] > 100
