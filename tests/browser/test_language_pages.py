"""Searches that find and that do not, and the pages on languages, in a real browser."""

import pytest

from accounts.models.users import Role
from tests.browser.board import publish_twice, signed_in

pytestmark = pytest.mark.django_db(transaction=True)

PAGES = (
    "/search/",
    "/search/?q=ken",
    "/search/?q=ken&kind=answers",
    "/search/?q=minutes+nowhere",
    "/languages/",
    "/languages/fr/",
)


@pytest.fixture
def staff(page, client, live_server):
    publish_twice()
    return signed_in(page, client, live_server, Role.SECRETARIAT)


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(staff, axe, prefix, width):
    staff.set_viewport_size({"width": width, "height": 900})
    found, wide = {}, {}
    for path in PAGES:
        staff.goto(prefix + path)
        found[path] = axe(staff)
        wide[path] = staff.evaluate("document.documentElement.scrollWidth")
    assert found == {path: [] for path in PAGES}
    assert wide == dict.fromkeys(PAGES, width)


def test_words_are_searched_from_any_page_and_kept_in_another_language(staff):
    staff.goto("/offices/ROAF/")
    staff.get_by_role("searchbox").fill("minutes")
    staff.get_by_role("searchbox").press("Enter")
    assert staff.locator("mark").first.inner_text() == "Minutes"
    staff.get_by_role("link", name="Français").click()
    assert staff.url.endswith("/fr/search/?q=minutes")
    assert staff.get_by_role("searchbox").input_value() == "minutes"
