"""From a preview to a publication, its correction and its withdrawal, as two people read them.

The secretariat reads the round as the Board will, words a headline anew, publishes, corrects
what was wrong and withdraws what should not be read; a member of the Board finds each of it.
"""

import pytest
from django.test import Client

from accounts.models.users import Role
from checklist.actions.rounds import freeze, reopen
from checklist.models import ReportingRound
from reporting.models import Publication
from tests.browser.board import signed_in
from tests.factories import make_actor
from tests.reporting.world import accept, answered_round, make_world

pytestmark = pytest.mark.django_db(transaction=True)

PUBLISH = "/rounds/2026/publish/"
WORDS = "Both country teams, 2 in number, have a framework"
WRONG = "All 12 country teams have a framework"
CORRECTION = "The answer of the Pacific to NGT-02 was left out."
REASON = "Answers of another round were published."


@pytest.fixture
def world(live_server):
    """The small world, its round frozen."""
    make_world()
    freeze(answered_round(), by=make_actor())


@pytest.fixture
def secretariat(world, page, live_server):
    return signed_in(page, Client(), live_server, Role.SECRETARIAT)


@pytest.fixture
def board(world, browser, live_server):
    """The other browser, in the hands of a member of the Board."""
    context = browser.new_context(base_url=live_server.url)
    yield signed_in(context.new_page(), Client(), live_server)
    context.close()


def draw(page, prefix):
    """Read the round as a member of the Board will."""
    page.goto(prefix + PUBLISH)
    page.click('main .head form[action$="/preview/draw/"] button')
    page.wait_for_url(f"**{prefix}/rounds/2026/preview/")


def reword(page, words):
    page.fill("textarea[name=en]", words)
    page.click("main form button.btn:not([name])")


def publish(page, prefix, version, note=""):
    """The last step before a publication: the note, the notes read, the typed words."""
    page.goto(prefix + PUBLISH)
    page.fill("textarea[name=note]", note)
    page.check("input[name=has_read]")
    page.fill("input[name=words]", f"ROUND 2026 VERSION {version}")
    page.click("form:has(input[name=words]) button[data-confirmed]")
    page.wait_for_url(f"**{prefix}/publications/2026/{version}/")


def status(page, path):
    return page.goto(path).status


def headline(page):
    return page.inner_text("main h1")


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_a_headline_goes_from_the_preview_to_the_board(secretariat, board, axe, prefix):
    draw(secretariat, prefix)
    secretariat.click('main a[href$="/rounds/2026/preview/teams/"]')
    computed = headline(secretariat)
    assert status(board, f"{prefix}/rounds/2026/preview/teams/") == 404

    secretariat.click('main .head a[href$="/headlines/teams/page/"]')
    reword(secretariat, WRONG)
    assert secretariat.input_value("textarea[name=en]") == WRONG
    assert "12" in secretariat.inner_text("[data-focus]")
    assert axe(secretariat) == []
    reword(secretariat, WORDS)
    secretariat.wait_for_url(f"**{prefix}/rounds/2026/preview/teams/")
    assert headline(secretariat) == (computed if prefix else WORDS)

    publish(secretariat, prefix, 1)
    board.goto(f"{prefix}/teams/")
    assert headline(board) == (computed if prefix else WORDS)
    board.goto("/publications/2026/1/teams/")
    assert headline(board) == WORDS
    assert not Publication.previews.exists()


def test_a_correction_says_what_it_corrects_and_leaves_the_old_address_readable(
    secretariat, board, axe
):
    publish(secretariat, "", 1)
    round_ = reopen(ReportingRound.objects.get(), by=make_actor())
    accept(round_, "NGT-02", "PACIFIC", "full")
    publish(secretariat, "", 2, note=CORRECTION)

    board.goto("/publications/")
    board.get_by_role("link", name="Round 2026, publication 1", exact=True).click()
    assert headline(board) == "Round 2026, publication 1 was corrected"
    assert CORRECTION in board.inner_text("main .notices")
    board.click('main a[href="/publications/2026/1/teams/"]')
    assert CORRECTION in board.inner_text("main .notices")
    board.click('main .notices a[href="/publications/2026/2/"]')
    what = board.inner_text("main section[aria-labelledby=corrects]")
    assert CORRECTION in what
    assert "What differs: 1 answer." in what
    assert "NGT-02" in what
    assert axe(board) == []


def test_a_withdrawal_leaves_a_tombstone_that_says_why(secretariat, board, axe):
    publish(secretariat, "", 1)
    assert status(board, "/publications/2026/1/teams/") == 200

    secretariat.click('main a[href$="/publications/2026/1/withdraw/"]')
    secretariat.fill("textarea[name=reason]", REASON)
    secretariat.fill("input[name=words]", "WITHDRAW 2026 VERSION 1")
    secretariat.click("button[data-confirmed]")
    secretariat.wait_for_url("**/publications/2026/1/")

    for path in ("/publications/2026/1/", "/publications/2026/1/teams/"):
        assert status(board, path) == 410
        assert REASON in board.inner_text("main")
    assert axe(board) == []
    assert status(board, "/teams/") == 200
    assert "2026/1" not in board.inner_text("main")
