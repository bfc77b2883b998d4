"""An office takes its workbook and sends a table back, in a real browser."""

import pytest
from django.conf import settings

from accounts.policy import actor_of
from checklist.actions.drafts import save_all
from checklist.models import Submission
from tests.checklist.tables import CSV, csv_of
from tests.factories import (
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_user,
    partial_line,
)

pytestmark = pytest.mark.django_db(transaction=True)
WORKBOOK = "/rounds/2026/offices/ROAF/workbook/"
SIDEWAYS = "document.documentElement.scrollWidth > document.documentElement.clientWidth"


@pytest.fixture
def writer(page, client, live_server):
    office = make_office("ROAF")
    for code in ("KEN", "UGA", "RWA"):
        make_team(code, office)
    make_checklist()
    round_ = make_open_round()
    user = make_user("regional_office", office, full_name="Amina Office")
    save_all(round_, office, [partial_line(narrative="By Amina.")], by=actor_of(user))
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page


def send(page, *lines, prefix=""):
    """Choose a file and see what it would change."""
    page.goto(prefix + WORKBOOK)
    file = {"name": "answers.csv", "mimeType": CSV, "buffer": csv_of(*lines)}
    page.locator("input[type=file]").set_input_files(file)
    page.locator("form[enctype] button[type=submit]").click()
    page.wait_for_url(f"**{WORKBOOK}*-*/")


GOOD = [
    partial_line(narrative="From the file.", base_version=0),
    partial_line(subject="UGA", narrative="Signed."),
]
BAD = [partial_line(subject="UGA"), partial_line(subject="RWA", kind="maybe")]


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390, 320])
def test_the_pages_of_the_workbook_are_open_to_everybody(writer, axe, prefix, width):
    writer.set_viewport_size({"width": width, "height": 900})
    writer.goto(prefix + WORKBOOK)
    found, wide = [axe(writer)], [writer.evaluate(SIDEWAYS)]

    for lines in (GOOD, BAD):
        send(writer, *lines, prefix=prefix)
        found.append(axe(writer))
        wide.append(writer.evaluate(SIDEWAYS))

    assert (found, wide) == ([[]] * 3, [False] * 3)


def test_an_office_decides_on_a_conflict_and_submits_with_the_keyboard(writer):
    send(writer, *GOOD)
    writer.get_by_label("Take the words of the file for NGT-01, Team KEN").press("Space")
    writer.get_by_role("button", name="Submit 1 line, and those ticked above").press("Enter")
    writer.wait_for_url("**/submissions/*/")

    assert "2 lines are handed to the secretariat." in writer.content()
    words = Submission.objects.get().lines.values_list("after__narrative", flat=True)
    assert set(words) == {"From the file.", "Signed."}
