"""Headlines in the secretariat's words: put in place, held against figures, published."""

import json

import pytest

from accounts.models.users import Role
from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.rounds import freeze
from reporting.actions.headlines import replace_headline, restore_headline
from reporting.models import Publication, ReplacedHeadline
from reporting.pages.editions import Edition, Reading
from reporting.previewing import draw_preview
from reporting.publishing import publish
from reporting.rebuilding import preview_pages
from reporting.views.boardpage import BoardPage
from tests import factories as make
from tests.checklist.pages import signed_in, text_of
from tests.reporting.world import AT, answered_round, make_world

pytestmark = pytest.mark.django_db

TEAMS = "/rounds/2026/preview/teams/"
FORM = "/rounds/2026/headlines/teams/page/"
WORDS = "Both teams, 2 in number, have a framework"


@pytest.fixture
def round_():
    make_world()
    round_ = answered_round()
    draw_preview(round_, by=make.make_actor())
    return round_


@pytest.fixture
def secretariat():
    return signed_in(make.make_user(Role.SECRETARIAT))


def read_on(secretariat, **fields):
    """What the form sends that a person opened: made on the words that stand now."""
    return {"base": secretariat.get(FORM).context["form"]["base"].value(), **fields}


def replace(round_, **texts):
    return replace_headline(round_, "teams", "page", texts, by=make.make_actor())


def test_the_preview_tells_what_the_rule_says_in_each_language(round_):
    pages = preview_pages(round_, "teams")
    said = {code: page.headlines["teams"].figures for code, page in pages.items()}
    assert said == dict.fromkeys(["ar", "zh-hans", "en", "fr", "ru", "es"], (2,))


def test_words_stand_in_the_publication_in_their_language_alone(round_):
    replace(round_, en=WORDS, fr="Les 2 équipes ont un plan-cadre")
    publication = publish(freeze(round_, by=make.make_actor()), at=AT, by=make.make_actor())
    section = json.loads(publication.sections.get(key="teams").body)
    assert section["headlines"] == {"page": {"en": WORDS, "fr": "Les 2 équipes ont un plan-cadre"}}
    board = signed_in(make.make_user(Role.BOARD_MEMBER))
    assert WORDS in text_of(board.get("/teams/"))
    assert "Les 2 équipes" in text_of(board.get("/fr/teams/"))
    assert WORDS not in text_of(board.get("/ru/teams/"))


def test_where_a_filter_narrows_the_page_the_sentence_of_the_rule_stands(round_):
    replace(round_, en=WORDS)
    publish(freeze(round_, by=make.make_actor()), at=AT, by=make.make_actor())
    board = signed_in(make.make_user(Role.BOARD_MEMBER))
    assert WORDS not in text_of(board.get("/teams/?office=ROAF"))


def test_a_number_that_the_page_does_not_bear_out_is_refused_by_its_name(round_):
    with pytest.raises(Invalid) as refusal:
        replace(round_, en="12 teams of 2", ar="٧ أفرقة")
    assert [(each.pointer, each.code) for each in refusal.value.faults] == [
        ("/ar", "headline_disagrees"),
        ("/en", "headline_disagrees"),
    ]
    assert "12" in refusal.value.faults[1].message
    assert not ReplacedHeadline.objects.exists()


@pytest.mark.parametrize(
    ("texts", "code"),
    [
        ({"fr": "Les 2 équipes"}, "required"),
        ({"en": "x" * 301}, "too_long"),
        ({"en": "Two\u202e teams"}, "bad_character"),
    ],
)
def test_words_that_cannot_stand_are_refused(round_, texts, code):
    with pytest.raises(Invalid) as refusal:
        replace(round_, **texts)
    assert [each.code for each in refusal.value.faults] == [code]


def test_a_headline_that_no_page_has_is_not_replaced(round_):
    with pytest.raises(Blocked) as refusal:
        replace_headline(round_, "teams", "nowhere", {"en": "Words"}, by=make.make_actor())
    assert [each.code for each in refusal.value.blockers] == ["no_such_headline"]


@pytest.mark.parametrize("role", [Role.REGIONAL_OFFICE, Role.BOARD_MEMBER, Role.ADMINISTRATOR])
def test_only_the_secretariat_words_headlines(round_, role):
    by = make.make_actor(role)
    with pytest.raises(NotAllowed):
        replace_headline(round_, "teams", "page", {"en": WORDS}, by=by)
    with pytest.raises(NotAllowed):
        restore_headline(round_, "teams", "page", by=by)


def test_publishing_refuses_words_that_agree_no_longer(round_):
    replace(round_, en=WORDS)
    ReplacedHeadline.objects.update(texts={"en": "There are 7 teams"})
    with pytest.raises(Blocked) as refusal:
        publish(freeze(round_, by=make.make_actor()), at=AT, by=make.make_actor())
    assert [each.code for each in refusal.value.blockers] == ["headline_disagrees"]
    assert "“There are 7 teams” names 7" in refusal.value.blockers[0].message
    assert not Publication.objects.exists()
    assert Publication.previews.exists()


def test_words_whose_page_is_gone_do_not_hold_the_publication_up(round_, secretariat):
    replace(round_, en=WORDS)
    ReplacedHeadline.objects.update(slot="gone")
    freeze(round_, by=make.make_actor())
    page = text_of(secretariat.get("/rounds/2026/publish/"))
    assert "1 replaced headline has no place any more" in page
    publish(round_, at=AT, by=make.make_actor())


def test_the_checks_say_which_words_disagree_and_close_the_last_step(round_, secretariat):
    replace(round_, en=WORDS)
    ReplacedHeadline.objects.update(texts={"en": "There are 7 teams"})
    freeze(round_, by=make.make_actor())
    page = text_of(secretariat.get("/rounds/2026/publish/"))
    assert "1 replaced headline does not agree with its page" in page
    assert "There are 7 teams" in page
    assert "data-confirm" not in page


def test_a_headline_of_the_preview_leads_to_its_form_and_shows_the_new_words_at_once(
    round_, secretariat
):
    assert text_of(secretariat.get(TEAMS)).count(f'href="{FORM}"') == 2
    assert secretariat.post(FORM, read_on(secretariat, en=WORDS)).url == TEAMS
    page = text_of(secretariat.get(TEAMS))
    assert WORDS in page
    assert "In your words." in page
    assert f'href="{FORM}"' not in text_of(secretariat.get(f"{TEAMS}?office=ROAF"))


def test_the_form_keeps_what_was_typed_beside_the_fault(round_, secretariat):
    answer = secretariat.post(FORM, read_on(secretariat, en="12 teams", fr="Les 2 équipes"))
    assert answer.status_code == 422
    page = text_of(answer)
    assert "The page does not bear out: 12." in page
    assert "Les 2 équipes" in page


def test_the_way_back_to_the_sentence_stays_open_beside_a_fault(round_, secretariat):
    secretariat.post(FORM, read_on(secretariat, en=WORDS))
    refused = secretariat.post(FORM, read_on(secretariat, en="12 teams"))
    assert 'name="restore"' in text_of(refused)


def test_back_to_the_sentence_of_the_rule(round_, secretariat):
    secretariat.post(FORM, read_on(secretariat, en=WORDS))
    secretariat.post(FORM, read_on(secretariat, restore="1"))
    assert not ReplacedHeadline.objects.exists()
    assert WORDS not in text_of(secretariat.get(TEAMS))


def test_of_words_put_in_place_meanwhile_one_is_chosen_for_each_language(round_, secretariat):
    opened = read_on(secretariat)
    secretariat.post(FORM, {**opened, "en": WORDS, "fr": "Les 2 équipes"})
    late = secretariat.post(FORM, {**opened, "en": "There are 2 teams", "fr": "2 équipes"})

    form = late.context["form"]
    assert (late.status_code, [(row.name, row.before, row.after) for row in form.conflict]) == (
        409,
        [("en", WORDS, "There are 2 teams"), ("fr", "Les 2 équipes", "2 équipes")],
    )
    sent = {"base": form["base"].value(), "en": "There are 2 teams", "fr": "2 équipes"}
    secretariat.post(FORM, {**sent, "use_fr": "theirs"})
    assert ReplacedHeadline.objects.get().texts == {
        "en": "There are 2 teams",
        "fr": "Les 2 équipes",
    }


def test_nobody_throws_words_away_that_they_have_not_read(round_, secretariat):
    opened = read_on(secretariat)
    secretariat.post(FORM, {**opened, "en": WORDS})
    late = secretariat.post(FORM, {**opened, "restore": "1"})
    lost = secretariat.post(FORM, {"restore": "1"})
    assert (late.status_code, lost.status_code) == (409, 409)
    assert ReplacedHeadline.objects.get().texts == {"en": WORDS}


def test_words_in_whose_place_the_sentence_stands_again_are_kept_for_who_still_writes(
    round_, secretariat
):
    secretariat.post(FORM, read_on(secretariat, en=WORDS))
    opened = read_on(secretariat)
    secretariat.post(FORM, {**opened, "restore": "1"})
    late = secretariat.post(FORM, {**opened, "en": "There are 2 teams"})
    rows = [(row.name, row.before, row.after) for row in late.context["form"].conflict]
    assert (late.status_code, rows) == (409, [("en", "", "There are 2 teams")])
    assert not ReplacedHeadline.objects.exists()


def test_the_history_keeps_what_stood_and_who_wrote_it(round_):
    replace(round_, en=WORDS)
    restore_headline(round_, "teams", "page", by=make.make_actor())
    events = ReplacedHeadline.pgh_event_model.objects.order_by("pgh_id")
    kept = [(event.pgh_label, event.texts["en"]) for event in events]
    assert kept == [("insert", WORDS), ("delete", WORDS)]


def test_an_unknown_headline_is_not_found(round_, secretariat):
    assert secretariat.get("/rounds/2026/headlines/teams/nowhere/").status_code == 404
    assert secretariat.get("/rounds/2026/headlines/nowhere/page/").status_code == 404


def test_pages_that_read_one_section_keep_their_headlines_apart():
    edition = Edition("2026", 1, "0" * 64, "2026-02-24", is_demonstration=False)
    briefing = BoardPage("briefing", "briefing/", "office:{code}", build=print)
    reading = Reading({}, edition, key=briefing.key("ROAF"), prefix=briefing.prefix)
    assert reading.says("page", "Words").slot == "briefing-page"


def test_every_headline_fits_its_column(round_):
    keys = Publication.previews.get().sections.values_list("key", flat=True)
    said = {slot for key in keys for slot in preview_pages(round_, key)["en"].headlines}
    assert {
        slot for slot in said if len(slot) > 40 or not slot.replace("-", "").isidentifier()
    } == set()
