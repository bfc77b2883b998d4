"""The staff's pages of what members of the Board asked for."""

from datetime import date, timedelta

import pytest
from django.utils import timezone

from reporting.models import BoardRequest
from tests.checklist.pages import text_of
from tests.factories import make_country, make_office, make_open_round, make_request, make_session
from tests.reporting.world import make_publication

pytestmark = pytest.mark.django_db

HERE = "/follow-up/2025-1/1/"
SENT = {
    "session": "2025-1",
    "speaker": "Colombia",
    "theme": "results",
    "asked_en": "Results-based management made visible",
    "asked_es": "Que se vea la gestión basada en los resultados",
    "countries": "col, ken",
    "owner": "HQ",
    "due_on": "2026-12-31",
    "source": "summaries of the session",
}


@pytest.fixture
def places():
    march()
    make_office("HQ")
    for iso3 in ("COL", "KEN"):
        make_country(iso3)


def march():
    """The session of March 2025, long past."""
    return make_session("2025-1", date(2025, 3, 25))


def told(**fields):
    """What the form of a follow-up sends."""
    sent = {"to": "answered", "follow_up_en": "Shown for each country.", "version": "1"}
    return {**sent, **fields}


def test_a_request_is_recorded_and_read_as_recorded(secretariat, places):
    page = text_of(secretariat.post("/follow-up/new/", SENT, follow=True))

    request = BoardRequest.objects.get()
    assert "The request is on record." in page
    assert "Que se vea la gestión basada en los resultados" in page
    assert (request.number, request.countries, request.state) == (1, ["COL", "KEN"], "open")


def test_every_fault_stands_beside_its_control(secretariat, places):
    wrong = {"speaker": "", "asked_en": "", "countries": "COL XYZ", "due_on": "2024-01-01"}

    reply = secretariat.post("/follow-up/new/", {**SENT, **wrong})

    form = reply.context["form"]
    assert (reply.status_code, set(form.errors)) == (422, set(wrong))
    assert not BoardRequest.objects.exists()


def test_of_a_request_changed_meanwhile_one_value_is_chosen_for_each_field(secretariat, places):
    secretariat.post("/follow-up/new/", SENT)
    read = {**SENT, "version": secretariat.get(f"{HERE}change/").context["form"].initial["version"]}
    secretariat.post(f"{HERE}change/", {**read, "speaker": "Colombia and others", "countries": ""})

    late = {**read, "speaker": "Somebody else", "asked_es": "Otra cosa", "theme": "funding"}
    stale = secretariat.post(f"{HERE}change/", late)
    version = stale.context["form"]["version"].value()
    chosen = {"use_speaker": "theirs", "use_countries": "theirs", "use_theme": "mine"}
    secretariat.post(f"{HERE}change/", {**late, "version": version, **chosen})

    found = [(row.name, row.before, row.after) for row in stale.context["form"].conflict]
    assert found == [
        ("speaker", "Colombia and others", "Somebody else"),
        ("theme", "Results and lessons", "Funding"),
        ("countries", "", "col, ken"),
        ("asked_es", "Que se vea la gestión basada en los resultados", "Otra cosa"),
    ]
    assert (stale.status_code, version) == (409, 2)
    assert "Somebody else changed this record while you were writing" in text_of(stale)
    now = BoardRequest.objects.get()
    assert (now.speaker, now.theme, now.countries) == ("Colombia and others", "funding", [])
    assert now.asked["es"] == "Otra cosa"


def test_a_follow_up_of_a_request_closed_meanwhile_loses_nothing_typed(secretariat):
    make_request(
        march(),
        state="closed",
        follow_up={"en": "Done."},
        closed_on=date(2025, 6, 1),
        owner=make_office("HQ"),
        version=3,
    )

    late = secretariat.post(f"{HERE}tell/", told(to="under_way"))
    again = secretariat.post(f"{HERE}tell/", told(to="under_way", version="3"))

    found = [(row.name, row.before, row.after) for row in late.context["conflict"]]
    assert found == [
        ("to", "Closed", "Under way"),
        ("follow_up_en", "Done.", "Shown for each country."),
    ]
    assert (late.status_code, again.status_code) == (409, 409)
    assert "The request is closed. Reopen it first." in text_of(again)
    assert "Shown for each country.</textarea>" in text_of(again)


def test_a_request_goes_all_its_way_on_one_page(secretariat):
    make_publication()
    make_request(march(), owner=make_office("HQ"))

    page = text_of(secretariat.post(f"{HERE}tell/", told(answered_in="2026/1"), follow=True))
    assert "Round 2026, publication 1" in page
    page = text_of(
        secretariat.post(f"{HERE}close/", {"closed_on": "2025-06-01", "version": "2"}, follow=True)
    )
    assert "The request is closed." in page
    assert "1 June 2025" in page
    bare = secretariat.post(f"{HERE}reopen/", {"reason": "", "version": "3"})
    assert (bare.status_code, "Say why the request is reopened." in text_of(bare)) == (422, True)
    given = {"reason": "The member asked again.", "version": "3"}
    page = text_of(secretariat.post(f"{HERE}reopen/", given, follow=True))
    assert "The member asked again." in page
    assert BoardRequest.objects.get().state == "under_way"


def test_the_history_calls_a_field_what_its_form_calls_it(secretariat):
    make_request(march(), owner=make_office("HQ"))
    secretariat.post(f"{HERE}tell/", told())

    (change, _recorded) = secretariat.get(HERE).context["history"]

    assert [(each.name, each.after) for each in change.changes] == [
        ("State", "answered"),
        ("What was done, English", "Shown for each country."),
    ]


def test_what_stands_in_the_way_is_said_and_the_words_are_kept_in_the_form(secretariat):
    make_request(march())

    reply = secretariat.post(f"{HERE}tell/", told())

    assert reply.status_code == 409
    assert "The request has no owner." in text_of(reply)
    assert "Shown for each country." in text_of(reply)
    assert BoardRequest.objects.get().state == "open"


def test_a_day_that_does_not_exist_is_refused_beside_its_control(secretariat):
    make_request(march(), state="answered", follow_up={"en": "Done."})

    reply = secretariat.post(f"{HERE}close/", {"closed_on": "2025-02-30", "version": "1"})

    assert reply.status_code == 422
    assert "Use a day that exists" in text_of(reply)


def test_an_office_reads_and_is_offered_no_act(office):
    make_request(march(), owner_name="A. Person")

    page = text_of(office.get(HERE))

    assert "A. Person" in page
    assert "Save the follow-up" not in page


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", {"Brazil", "Sweden"}),
        ("session=2025-1", {"Brazil"}),
        ("state=open", {"Brazil"}),
        ("theme=efficiency", {"Sweden"}),
        ("owner=HQ", {"Sweden"}),
        ("due=overdue", {"Brazil"}),
        ("due=waiting", {"Brazil"}),
    ],
)
def test_the_list_is_narrowed(secretariat, query, found):
    make_request(
        make_session("2025-1", date(2025, 3, 25)), speaker="Brazil", due_on=date(2026, 1, 1)
    )
    make_request(
        speaker="Sweden",
        theme="efficiency",
        owner=make_office("HQ"),
        state="answered",
        follow_up={"en": "Done."},
    )

    page = text_of(secretariat.get(f"/follow-up/?{query}"))

    assert {name for name in ("Brazil", "Sweden") if f">{name}<" in page} == found


@pytest.mark.parametrize("many", [False, True])
def test_as_many_queries_for_one_as_for_many(secretariat, django_assert_num_queries, many):
    for _ in range(20 if many else 1):
        make_request(owner=make_office("HQ"))
    with django_assert_num_queries(7):
        assert secretariat.get("/follow-up/").status_code == 200


def test_my_work_names_what_is_due_and_the_round_what_it_carries(secretariat):
    today = timezone.localdate()
    before = make_session("2020-1", date(2020, 3, 1))
    make_request(before, speaker="Brazil", due_on=today - timedelta(days=2))
    make_request(before, speaker="Sweden", due_on=today + timedelta(days=20))
    make_request(before, speaker="France", due_on=today + timedelta(days=200))
    make_open_round(session=make_session("2030-1", date(2030, 3, 1)))

    work, round_ = text_of(secretariat.get("/my-work/")), text_of(secretariat.get("/rounds/2026/"))

    assert "2 requests of the Board are due within four weeks or overdue; overdue: 1." in work
    assert ("Brazil" in work, "Sweden" in work, "France" in work) == (True, True, False)
    assert "2 days late" in work
    assert "3 requests of earlier sessions are not answered yet" in round_
