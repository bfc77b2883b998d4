"""The page before a publication in a real browser."""

import pytest

from checklist.actions.rounds import freeze
from tests.browser.test_staff_pages import reviewer, submission
from tests.factories import make_actor

__all__ = ["reviewer", "submission"]
pytestmark = pytest.mark.django_db(transaction=True)

PAGE = "/rounds/2026/publish/"


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(submission, reviewer, axe, prefix, width):
    freeze(submission.round, by=make_actor())
    reviewer.set_viewport_size({"width": width, "height": 900})
    reviewer.goto(prefix + PAGE)
    assert axe(reviewer) == []
    reviewer.set_viewport_size({"width": 320, "height": 900})
    assert reviewer.evaluate("document.documentElement.scrollWidth") == 320


def test_the_button_wakes_with_the_words_and_the_publication_follows(submission, reviewer):
    freeze(submission.round, by=make_actor())
    reviewer.goto(PAGE)
    button = reviewer.get_by_role("button", name="Publish round 2026, version 1")
    assert button.is_disabled()
    reviewer.get_by_label("I have read the notes").check()
    reviewer.get_by_label("To confirm, type").fill("ROUND 2026 VERSION 1")
    button.click()
    reviewer.wait_for_url("**/publications/2026/1/")
