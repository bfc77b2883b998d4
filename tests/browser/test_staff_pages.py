"""The staff's pages in a real browser: axe, both directions, 320 pixels, the keys of the review."""

import pytest
from django.conf import settings

from accounts.policy import actor_of
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from tests.factories import (
    make_actor,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
    partial_line,
)

pytestmark = pytest.mark.django_db(transaction=True)

PATHS = [
    "/my-work/",
    "/submissions/",
    "/submissions/{number}/?line=2",
    "/submissions/{number}/chosen/?line=2&line=3",
    "/rounds/",
    "/rounds/2026/",
    "/rounds/2026/freeze/",
    "/rounds/2026/offices/ROAF/answers/",
    "/rounds/2026/answers/NGT-01/KEN/",
    "/tokens/",
    "/tokens/new/",
    "/account/",
]


@pytest.fixture
def submission():
    office = make_office("ROAF")
    for code in ("KEN", "UGA", "RWA"):
        make_team(code, office)
    make_checklist(items=2)
    round_ = make_open_round()
    evidence = str(make_evidence(office).pk)
    lines = [
        partial_line("NGT-01", code, narrative="UN-Habitat takes part.", evidence=[evidence])
        for code in ("KEN", "UGA", "RWA")
    ]
    by = actor_of(make_user("regional_office", office, full_name="Amina Office"))
    found = submit(round_, office, lines, by=by).submission
    decide(found, [LineDecision(1, "accept")], by=make_actor())
    make_token(by.user, office, ("submit",))
    return found


@pytest.fixture
def reviewer(page, client, live_server):
    client.force_login(make_user("secretariat", full_name="Sven Secretariat"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_on_any_page(submission, reviewer, axe, prefix, width):
    reviewer.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in PATHS:
        reviewer.goto(prefix + path.format(number=submission.pk))
        found[path] = axe(reviewer)
    assert found == {path: [] for path in PATHS}


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_no_page_scrolls_sideways_at_320_pixels(submission, reviewer, prefix):
    reviewer.set_viewport_size({"width": 320, "height": 900})
    widths = {}
    for path in PATHS:
        reviewer.goto(prefix + path.format(number=submission.pk))
        widths[path] = reviewer.evaluate("document.documentElement.scrollWidth")
    assert widths == dict.fromkeys(PATHS, 320)


def test_a_reviewer_decides_by_keys_alone(submission, reviewer):
    reviewer.goto(f"/submissions/{submission.pk}/?line=1")
    reviewer.keyboard.press("j")
    reviewer.wait_for_url("**/?line=2")
    reviewer.keyboard.press("a")
    reviewer.wait_for_url("**/?line=3")
    reviewer.keyboard.press("r")
    reviewer.keyboard.type("Name the source.")
    reviewer.get_by_role("button", name="Return").click()
    reviewer.wait_for_url(f"**/submissions/{submission.pk}/")
    decisions = submission.lines.order_by("number").values_list("decision", "reason")
    assert list(decisions) == [("accept", ""), ("accept", ""), ("return", "Name the source.")]
