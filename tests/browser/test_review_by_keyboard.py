"""A reviewer works through a whole submission with the keyboard alone, in either direction."""

import pytest
from django.conf import settings

from checklist.models import ReviewNote
from tests.checklist.reviewed import hand_over, make_second_round
from tests.factories import make_office, make_user

pytestmark = pytest.mark.django_db(transaction=True)

CHANGED, CONFIRMED = ["KEN", "UGA"], ["RWA", "TZA", "MLI"]
PAGES = ["", "?line=3", "sample/", "return-unconfirmed/", "return-all/"]
DIRECTIONS = pytest.mark.parametrize("prefix", ["", "/ar"])


@pytest.fixture
def submission():
    by = make_user("regional_office", make_office("ROAF"), full_name="Amina Office")
    round_ = make_second_round([*CHANGED, *CONFIRMED, "NER"], items=1)
    return hand_over(round_, CHANGED, CONFIRMED, ["NER"], by=by)


@pytest.fixture
def reviewer(page, client, live_server):
    client.force_login(make_user("secretariat", full_name="Sven Secretariat"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page


def tab_to(page, selector):
    """Press Tab until the element has the focus; nothing is clicked."""
    for _step in range(150):
        page.keyboard.press("Tab")
        if page.evaluate("it => document.activeElement?.matches(it)", selector):
            return
    raise AssertionError(f"{selector} cannot be reached by Tab")


def press_on(page, selector, key="Enter"):
    """Go to a button by Tab and press it; the next page is there."""
    tab_to(page, selector)
    with page.expect_navigation():
        page.keyboard.press(key)


def decisions(submission):
    return list(submission.lines.order_by("number").values_list("decision", flat=True))


def accept_confirmed(page):
    tab_to(page, "input[name=has_read]")
    page.keyboard.press("Space")
    press_on(page, "form[action$='accept-confirmed/'] button")


@DIRECTIONS
def test_a_reviewer_works_through_a_submission_by_keyboard_alone(submission, reviewer, prefix):
    page, home = reviewer, f"{prefix}/submissions/{submission.pk}/"
    page.goto(home)
    tab_to(page, "textarea[name=internal-text]")
    page.keyboard.type("We doubt this one.")
    press_on(page, "form:has(textarea[name=internal-text]) button")
    assert ReviewNote.objects.get().is_internal
    with page.expect_navigation():
        page.keyboard.press("a")
    page.keyboard.press("r")
    page.keyboard.type("Name the source.")
    press_on(page, "button[name=decision][value=return]")
    assert decisions(submission) == ["accept", "return", "", "", "", ""]
    accept_confirmed(page)
    assert decisions(submission) == ["accept", "return", "accept", "accept", "accept", ""]
    press_on(page, "form[action$='undo-bulk/'] button")
    assert decisions(submission)[2:] == [""] * 4
    accept_confirmed(page)
    press_on(page, "a[href$='return-unconfirmed/']")
    tab_to(page, "textarea[name=words]")
    page.keyboard.type("Does this still hold?")
    press_on(page, "form.dec button[type=submit]")
    press_on(page, "form[action$='close/'] button")
    submission.refresh_from_db()
    assert (submission.state, page.url.endswith(home)) == ("decided", True)
    assert decisions(submission) == ["accept", "return", "accept", "accept", "accept", "return"]


def test_the_question_mark_leads_to_the_keys_and_they_can_be_turned_off(submission, reviewer):
    reviewer.goto(f"/submissions/{submission.pk}/?line=1")
    reviewer.keyboard.press("?")
    assert reviewer.evaluate("document.activeElement.className") == "keys"
    tab_to(reviewer, "[data-keys-switch]")
    reviewer.keyboard.press("Enter")
    assert reviewer.inner_text("[data-keys-switch]") == "Turn keys on"
    reviewer.keyboard.press("a")
    reviewer.reload()
    reviewer.keyboard.press("a")
    assert decisions(submission) == [""] * 6


def test_the_key_of_evidence_goes_to_the_document(submission, reviewer):
    reviewer.route("https://example.org/**", lambda route: route.fulfill(body="Minutes"))
    reviewer.goto(f"/submissions/{submission.pk}/?line=3")
    with reviewer.expect_navigation():
        reviewer.keyboard.press("e")
    assert reviewer.url == "https://example.org/minutes"


@DIRECTIONS
@pytest.mark.parametrize("width", [1360, 390])
def test_axe_finds_nothing_and_nothing_scrolls_sideways(submission, reviewer, axe, prefix, width):
    reviewer.set_viewport_size({"width": width, "height": 900})
    found, widths = {}, {}
    for path in PAGES:
        reviewer.goto(f"{prefix}/submissions/{submission.pk}/{path}")
        found[path] = axe(reviewer)
        widths[path] = reviewer.evaluate("document.documentElement.scrollWidth")
    assert found == {path: [] for path in PAGES}
    assert widths == dict.fromkeys(PAGES, width)


def test_the_choice_of_unchanged_lines_works_without_script(
    submission, browser, client, live_server
):
    client.force_login(make_user("secretariat"))
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    page = context.new_page()
    page.goto(f"/submissions/{submission.pk}/")
    page.check("input[name=has_read]")
    page.click("form[action$='accept-confirmed/'] button")
    assert decisions(submission) == ["", "", "accept", "accept", "accept", ""]
    context.close()
