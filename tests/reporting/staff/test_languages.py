"""How far each language is; a translation is read beside its English, and goes out of date."""

import re

import pytest

from accounts.refusals import NotAllowed, Stale
from regions.models import RegionalOffice
from reporting.actions.reviews import pair_digest, review_text, take_back
from reporting.models import TextReview
from reporting.parity.judging import count_all, read_reviews
from reporting.parity.states import State
from reporting.parity.texts import KINDS, read_texts
from tests.checklist.pages import signed_in
from tests.factories import make_actor, make_checklist, make_country, make_office, make_user
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db


@pytest.fixture
def africa():
    office = make_office("ROAF")
    office.names = {"en": "Office for Africa", "fr": "Bureau pour l’Afrique"}
    office.save()
    return office


def text(kind="offices", field="names"):
    return next(each for each in read_texts(kind) if each.field == field)


def state(kind="offices", language="fr"):
    return read_reviews().state(text(kind), language)


def review(by=None, language="fr"):
    found = text()
    return review_text(found, language, read=pair_digest(found, language), by=by or make_actor())


def change(**names):
    office = RegionalOffice.objects.get()
    office.names = {**office.names, **names}
    office.save()


def test_a_translation_goes_from_draft_to_reviewed_and_back(africa):
    assert (state(), state(language="ru")) == (State.DRAFT, State.MISSING)
    review()
    assert state() == State.REVIEWED
    take_back(text(), "fr", by=make_actor())
    assert state() == State.DRAFT


def test_it_is_outdated_once_the_english_changes_and_reviewed_when_read_again(africa):
    review()
    change(en="Regional Office for Africa")
    assert state() == State.OUTDATED
    review()
    assert state() == State.REVIEWED


def test_it_is_a_draft_again_once_the_translation_changes(africa):
    review()
    change(fr="Bureau régional pour l’Afrique")
    assert state() == State.DRAFT


def test_names_of_countries_are_official_where_they_are_there():
    country = make_country("KEN")
    country.names = {"en": "Kenya", "fr": "Kenya"}
    country.save()
    assert (state("countries"), state("countries", "ru")) == (State.OFFICIAL, State.MISSING)


def test_nobody_stands_for_a_text_that_changed_meanwhile_or_is_not_there(africa):
    read = pair_digest(text(), "fr")
    change(fr="Autre")
    for language, digest in (("fr", read), ("ru", pair_digest(text(), "ru"))):
        with pytest.raises(Stale):
            review_text(text(), language, read=digest, by=make_actor())
    assert TextReview.objects.count() == 0


@pytest.mark.parametrize("role", ["board_member", "regional_office"])
def test_an_office_and_the_board_review_nothing(africa, role):
    with pytest.raises(NotAllowed):
        review(by=make_actor(role))
    with pytest.raises(NotAllowed):
        take_back(text(), "fr", by=make_actor(role))


def test_a_review_is_in_the_history_with_who_did_it(africa):
    by = make_actor()
    review(by=by)
    event = TextReview.pgh_event_model.objects.get()
    assert event.pgh_context["user"] == by.user.pk


def test_every_kind_of_text_is_counted_in_five_languages():
    make_publication()
    counts = count_all()
    kinds = {kind for kind, _language in counts}
    assert kinds == set(KINDS) - {"documents", "headlines", "requests"}
    assert counts["statements", "fr"] == {State.MISSING: 1}
    assert len(counts) == 5 * len(kinds)


@pytest.mark.parametrize("role", ["board_member", "regional_office", "secretariat"])
def test_everyone_signed_in_sees_the_numbers(africa, role):
    body = signed_in(make_user(role, africa)).get("/languages/").content.decode()
    assert len(re.findall(r'<section class="sec wide"', body)) == 5
    assert ("/languages/fr/" in body) == (role == "secretariat")


def test_the_board_which_reads_publications_is_told_of_the_interface_alone(
    africa, django_assert_num_queries
):
    board = signed_in(make_user("board_member"))
    board.get("/languages/")
    with django_assert_num_queries(3):
        body = board.get("/languages/").content.decode()
    assert body.count("Interface: words of the pages") == 5
    assert body.count('<th scope="row">') == 5
    office = signed_in(make_user("regional_office", africa))
    assert "Names of offices and their areas" in office.get("/languages/").content.decode()


def test_the_numbers_take_the_same_queries_for_one_text_and_for_many(
    africa, django_assert_num_queries
):
    staff = signed_in(make_user("secretariat"))
    staff.get("/languages/")
    make_checklist(items=2)
    with django_assert_num_queries(18):
        staff.get("/languages/")
    for code in ("KEN", "OMN", "FJI"):
        make_country(code)
    with django_assert_num_queries(18):
        staff.get("/languages/")


def test_texts_are_listed_beside_their_english_and_filtered(africa):
    staff = signed_in(make_user("secretariat"))
    body = staff.get("/languages/fr/?kind=offices&state=draft").content.decode()
    assert "Bureau pour l’Afrique" in body
    assert body.count("Mark as reviewed") == 1
    assert "No text matches" in staff.get("/languages/fr/?state=reviewed").content.decode()


def test_long_lists_are_shown_part_by_part():
    for number in range(60):
        make_country(f"A{chr(65 + number // 26)}{chr(65 + number % 26)}")
    staff = signed_in(make_user("secretariat"))
    assert staff.get("/languages/fr/?kind=countries").content.decode().count("rowheader") == 50
    last = staff.get("/languages/fr/?kind=countries&page=2").content.decode()
    assert last.count("rowheader") == 10


def test_a_button_marks_a_text_and_comes_back_to_the_same_part(africa):
    staff = signed_in(make_user("administrator"))
    found = text()
    posted = {
        "kind": "offices",
        "key": "ROAF",
        "field": "names",
        "read": pair_digest(found, "fr"),
        "review": "",
    }
    address = "/languages/fr/?kind=offices&page=1"
    answer = staff.post(address, posted)
    assert (answer.status_code, answer["Location"]) == (302, address)
    assert state() == State.REVIEWED
    assert staff.post(address, {**posted, "take_back": ""}).status_code == 302
    assert state() == State.DRAFT


def test_a_stale_page_is_refused_in_words(africa):
    staff = signed_in(make_user("secretariat"))
    posted = {"kind": "offices", "key": "ROAF", "field": "names", "read": "old", "review": ""}
    answer = staff.post("/languages/fr/", posted)
    assert answer.status_code == 409
    assert "The text changed meanwhile." in answer.content.decode()


@pytest.mark.parametrize(
    ("address", "posted", "status"),
    [
        ("/languages/de/", {}, 404),
        ("/languages/en/", {}, 404),
        ("/languages/fr/", {"kind": "offices", "key": "NONE", "field": "names"}, 404),
        ("/languages/fr/", {"kind": "people", "key": "1", "field": "names"}, 404),
        ("/languages/fr/?kind=people", {}, 400),
        ("/languages/fr/?state=done", {}, 400),
    ],
)
def test_what_is_not_there_is_not_found(africa, address, posted, status):
    assert signed_in(make_user("secretariat")).post(address, posted).status_code == status
