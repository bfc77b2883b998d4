"""What a member of the Board asked for, from the session to its end, as two people see it."""

from datetime import UTC, date, datetime

import pytest

from accounts.models.users import Role
from reporting.models import BoardRequest
from tests.browser.board import signed_in
from tests.factories import make_session
from tests.reporting.world import answered_round, make_world, publish_round

pytestmark = pytest.mark.django_db(transaction=True)

ASKED = "Say for Kenya who signed the framework."
DONE = "Shown on the page of the country."
ONE = "/follow-up/2025-1/1/"
BOARD = ("/requests/", "/items/NGT-01/", "/countries/KEN/")


@pytest.fixture
def sessions(live_server):
    """One at which something was asked, and those before which it is reported since."""
    make_world()
    days = {"2025-1": date(2025, 3, 25), "2026-1": date(2026, 5, 5), "2027-1": date(2027, 5, 4)}
    return {code: make_session(code, day) for code, day in days.items()}


def tell_the_board(sessions, year):
    """Publish the round of a year before its session."""
    round_ = answered_round(str(year), session=sessions[f"{year}-1"])
    publish_round(round_, at=datetime(year, 2, 24, 9, tzinfo=UTC))


def record(page):
    """What was asked, by whom, about what, who answers it and until when."""
    page.goto("/follow-up/")
    page.get_by_role("link", name="Record a request").click()
    page.get_by_label("Session").select_option("2025-1")
    page.get_by_label("Asked by").fill("African Group")
    page.get_by_label("Theme").select_option("contribution")
    page.get_by_role("textbox", name="Asked for").fill(ASKED)
    page.get_by_label("Items of the checklist").fill("NGT-01")
    page.get_by_label("Countries").fill("KEN")
    page.get_by_label("Office that owns it").select_option("HQ")
    page.get_by_label("Due").fill("2025-12-31")
    page.get_by_role("button", name="Put on record").click()


def answer(page):
    """Say what was done, and in which publication the Board finds it."""
    page.goto(ONE)
    page.get_by_role("combobox", name="State").select_option("answered")
    page.get_by_role("textbox", name="What was done").fill(DONE)
    page.get_by_label("Answered in the publication").select_option("2026/1")
    page.get_by_role("button", name="Save the follow-up").click()


def close(page):
    """Its end, today."""
    page.get_by_role("button", name="Close the request").click()


def read(page, axe):
    """What the Board's pages say of the request, each of them without a fault."""
    said = {}
    for address in BOARD:
        page.goto(address)
        assert axe(page) == []
        (said[address],) = page.locator("table.ask tbody tr:not(.group)").all_inner_texts()
    return said


def test_a_request_is_recorded_carried_on_found_by_the_board_answered_and_closed(
    page, axe, client, live_server, sessions
):
    signed_in(page, client, live_server, Role.SECRETARIAT)
    record(page)
    assert page.get_by_text("The request is on record.").is_visible()
    tell_the_board(sessions, 2026)

    signed_in(page, client, live_server)
    carried = read(page, axe)
    assert "Overdue since 31 December 2025" in carried["/requests/"]
    assert "Carried into 1 session" in carried["/requests/"]
    assert all(ASKED in words and "Open" in words for words in carried.values()), carried

    signed_in(page, client, live_server, Role.SECRETARIAT)
    answer(page)
    close(page)
    assert page.get_by_text("The request is closed.").first.is_visible()
    assert BoardRequest.objects.get().state == "closed"
    tell_the_board(sessions, 2027)

    signed_in(page, client, live_server)
    told = read(page, axe)
    assert all(DONE in words and "Closed" in words for words in told.values()), told
    page.goto("/requests/")
    page.get_by_role("link", name="Round 2026, publication 1").click()
    assert page.url.endswith("/publications/2026/1/")
