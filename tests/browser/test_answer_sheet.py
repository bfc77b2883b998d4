"""An office at its answer sheet in a real browser: with script, without it, in two directions."""

import re
from datetime import timedelta

import pytest
from django.conf import settings
from django.utils import timezone

from checklist.actions.answers import save
from checklist.models import Answer, Evidence
from tests.factories import (
    answer_to,
    make_checklist,
    make_office,
    make_open_round,
    make_round,
    make_team,
    make_user,
    office_actor,
)

pytestmark = pytest.mark.django_db(transaction=True)

SAVED = re.compile(r"Saved \d\d:\d\d")
SHEET = "/rounds/2026/offices/ROAF/"


@pytest.fixture
def round_():
    """Two items for two teams; one answer of the last round is carried over."""
    for code in ("KEN", "UGA"):
        make_team(code, make_office("ROAF"))
    return make_open_round(checklist=closed_round().checklist)


def closed_round():
    checklist = make_checklist(items=2)
    began = timezone.localdate() - timedelta(days=400)
    before = make_round("2025", "published", checklist, opens_on=began)
    office = make_office("ROAF")
    Answer.objects.create(
        round=before,
        item=checklist.items.get(code="NGT-02"),
        subject="KEN",
        level="C",
        team=office.teams.get(code="KEN"),
        office=office,
        kind="partial",
        narrative="As it was in the last round.",
        constraints=["other"],
        progress="accepted",
        version=1,
    )
    return before


def sign_in(page, client, live_server, user):
    client.force_login(user)
    cookie = client.cookies[settings.SESSION_COOKIE_NAME]
    page.context.add_cookies([{"name": cookie.key, "value": cookie.value, "url": live_server.url}])
    return page


@pytest.fixture
def writer():
    return make_user("regional_office", make_office("ROAF"), full_name="Amina Office")


@pytest.fixture
def desk(page, client, live_server, round_, writer):
    return sign_in(page, client, live_server, writer)


@pytest.fixture
def plain_desk(browser, client, live_server, round_, writer):
    context = browser.new_context(base_url=live_server.url, java_script_enabled=False)
    context.set_default_timeout(10_000)
    yield sign_in(context.new_page(), client, live_server, writer)
    context.close()


def told(page, words):
    page.locator("[data-state]", has_text=words).wait_for()


@pytest.mark.parametrize("prefix", ["", "/ar"])
def test_an_office_answers_three_items_settles_what_blocks_and_submits(desk, round_, axe, prefix):
    sheet = prefix + SHEET
    desk.goto(f"{sheet}?item=NGT-01&subject=KEN")
    desk.check("input[name=kind][value=partial]", force=True)
    desk.fill("#id_narrative", "Written and saved by itself.")
    desk.locator("[data-saved=narrative] use[href='#m-accepted']").wait_for(state="attached")
    assert answer_to(round_, "NGT-01", "KEN").narrative == "Written and saved by itself."
    assert desk.locator("#id_constraints_error").is_visible()

    desk.goto(f"{sheet}?item=NGT-02&subject=KEN")
    assert axe(desk) == []
    desk.click("button[value=confirm]")
    desk.wait_for_load_state()
    assert answer_to(round_, "NGT-02", "KEN").reexamined

    desk.goto(f"{sheet}?item=NGT-01&subject=UGA")
    desk.check("input[name=kind][value=full]", force=True)
    desk.locator(".adds summary").first.click()
    desk.fill("#id_link_title", "Minutes")
    desk.fill("#id_link", "https://example.org/minutes")
    desk.click(".adds details[open] button")
    desk.wait_for_url("**#evidence")
    assert answer_to(round_, "NGT-01", "UGA").evidence == [Evidence.objects.get().pk]

    desk.goto(f"{sheet}submit/")
    assert desk.locator(".blockers li").count() == 1
    assert axe(desk) == []
    desk.click(".blockers a")
    desk.wait_for_load_state()
    desk.check("input[value=core_funding]")
    desk.locator("[data-saved=constraints] use[href='#m-accepted']").wait_for(state="attached")
    desk.goto(f"{sheet}submit/")
    desk.fill("#id_note", "All of it")
    desk.click("form[method=post] button.btn")
    desk.wait_for_url("**/submissions/*/")
    sent = Answer.objects.filter(progress="submitted")
    assert sorted(sent.values_list("item__code", "subject")) == [
        ("NGT-01", "KEN"),
        ("NGT-01", "UGA"),
        ("NGT-02", "KEN"),
    ]


def test_without_script_the_buttons_do_the_same(plain_desk, round_):
    plain_desk.goto(f"{SHEET}?item=NGT-01&subject=KEN")
    plain_desk.check("input[name=kind][value=not_started]", force=True)
    plain_desk.check("input[value=core_funding]")
    plain_desk.fill("#id_narrative", "By the button.")
    plain_desk.click("button[value=next]")
    plain_desk.wait_for_url("**subject=UGA**")
    assert answer_to(round_, "NGT-01", "KEN").narrative == "By the button."
    plain_desk.goto(f"{SHEET}submit/")
    plain_desk.click("form[method=post] button.btn")
    plain_desk.wait_for_url("**/submissions/*/")
    assert answer_to(round_, "NGT-01", "KEN").progress == "submitted"


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("width", [1360, 390, 320])
def test_nothing_scrolls_sideways_and_axe_finds_nothing(desk, axe, prefix, width):
    desk.set_viewport_size({"width": width, "height": 900})
    found = {}
    for path in ("", "?subject=UGA", "submit/?carried=1"):
        desk.goto(prefix + SHEET + path)
        for details in desk.locator("details:not([open]) > summary").all():
            if details.is_visible():
                details.click()
        found[path] = (desk.evaluate("document.documentElement.scrollWidth"), axe(desk))
    assert found == dict.fromkeys(found, (width, []))


def test_words_typed_without_a_connection_are_kept_and_sent_again(desk, round_):
    address = f"{SHEET}?item=NGT-02&subject=KEN"
    desk.goto(address)
    desk.route("**/rounds/**", lambda route: route.abort() if is_post(route) else route.continue_())
    desk.fill("#id_narrative", "Typed on the train.")
    told(desk, "sent again in 20 seconds")
    desk.evaluate("window.onbeforeunload = null")
    desk.unroute("**/rounds/**")
    desk.context.set_offline(True)
    desk.context.set_offline(False)
    told(desk, SAVED)
    assert answer_to(round_, "NGT-02", "KEN").narrative == "Typed on the train."


def test_kept_words_come_back_after_the_page_was_closed(desk, round_):
    address = f"{SHEET}?item=NGT-02&subject=KEN"
    desk.goto(address)
    desk.route("**/rounds/**", lambda route: route.abort() if is_post(route) else route.continue_())
    desk.fill("#id_narrative", "Typed on the train.")
    told(desk, "sent again in 20 seconds")
    desk.on("dialog", lambda dialog: dialog.accept())
    desk.goto("/my-work/")
    desk.unroute("**/rounds/**")
    desk.goto(address)
    told(desk, SAVED)
    assert answer_to(round_, "NGT-02", "KEN").narrative == "Typed on the train."


def is_post(route):
    return route.request.method == "POST"


def test_a_conflict_stops_the_saving_and_both_values_are_shown(desk, round_):
    desk.goto(f"{SHEET}?item=NGT-02&subject=KEN")
    theirs = {"kind": "full", "narrative": "Theirs."}
    answer = answer_to(round_, "NGT-02", "KEN")
    save(answer, theirs, base_version=None, by=office_actor(make_office("ROAF")))
    desk.fill("#id_narrative", "Mine.")
    desk.locator("[data-state] button").click()
    desk.wait_for_load_state()
    assert desk.locator(".cf del").first.is_visible()
    assert desk.input_value("#id_narrative") == "Mine."
    desk.check("input[name=use_kind][value=theirs]")
    desk.click("button[form=answer].btn >> nth=0")
    desk.wait_for_load_state()
    now = answer_to(round_, "NGT-02", "KEN")
    assert (now.kind, now.narrative) == ("full", "Mine.")


def test_keys_walk_save_and_confirm(desk, round_):
    desk.goto(f"{SHEET}?item=NGT-01&subject=KEN")
    desk.keyboard.press("j")
    desk.wait_for_url("**subject=UGA**")
    desk.keyboard.press("j")
    desk.wait_for_url("**item=NGT-02**")
    desk.keyboard.press("c")
    desk.locator("[role=status] .banner.ok").wait_for()
    assert answer_to(round_, "NGT-02", "KEN").reexamined
    desk.keyboard.press("?")
    assert desk.locator(".keys").is_visible()


class HeldReply:
    """The server stores what the first save sends; its reply stays on the way until `let_go`."""

    def __init__(self, page):
        self.page = page
        self.saves = []
        self.reply = None
        page.route("**/rounds/**", self.hold)

    def hold(self, route):
        if not is_post(route) or self.saves:
            route.continue_()
            return
        self.saves.append(route)
        self.reply = route.fetch()

    def wait_until_stored(self):
        while self.reply is None:
            self.page.wait_for_timeout(50)

    def let_go(self):
        self.saves[0].fulfill(response=self.reply)


@pytest.mark.parametrize("button", ["save", "next"])
def test_a_button_pressed_during_a_save_waits_for_it_instead_of_being_stale(desk, round_, button):
    desk.goto(f"{SHEET}?item=NGT-01&subject=KEN")
    save_by_itself = HeldReply(desk)
    desk.check("input[name=kind][value=not_started]", force=True)
    save_by_itself.wait_until_stored()
    desk.fill("#id_narrative", "Typed while the save was under way.")
    desk.click(f".frow > .acts button[value={button}]")
    save_by_itself.let_go()
    desk.locator("[role=status] .banner.ok").wait_for()
    assert desk.locator(".cf").count() == 0
    assert answer_to(round_, "NGT-01", "KEN").narrative == "Typed while the save was under way."
