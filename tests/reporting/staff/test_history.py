from datetime import UTC, datetime, timedelta

import pghistory
import pytest
from django.apps import apps

from accounts.models import Membership
from checklist.models import Answer
from regions.models import Country, RegionalOffice
from reporting.staff.history import reading
from reporting.staff.history.kinds import ALL, KINDS
from reporting.staff.history.reading import Line, chapter
from tests.factories import (
    make_country,
    make_office,
    make_open_round,
    make_team,
    make_user,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def reader(client):
    client.force_login(make_user("secretariat", full_name="Amina Reader"))
    return client


def told(response):
    """Who did what to which records."""
    return [
        (each.by, each.label, each.kind, [subject.name for subject in each.subjects], each.more)
        for each in response.context["entries"]
    ]


def follow(reader, address):
    """Every event from here to the oldest, as kind and record."""
    lines, before = [], ""
    while True:
        response = reader.get(address, {"before": before} if before else {})
        for each in response.context["entries"]:
            lines += [subject.url for subject in each.subjects]
        before = response.context["older"]
        if not before:
            return lines


def test_every_recorded_model_is_in_the_history():
    recorded = {m for m in apps.get_models() if hasattr(m, "pgh_event_model")}
    assert {kind.model for kind in ALL} == recorded
    assert len(KINDS) == len(ALL)


def test_what_one_act_changed_together_stands_in_one_line(reader):
    for code in ("KEN", "UGA", "TZA", "RWA"):
        make_team(code, make_office("ROAF"))
    make_open_round()
    answers = [each for each in told(reader.get("/history/")) if each[2] == "Answer"]
    names = ["NGT-01 UGA", "NGT-01 TZA", "NGT-01 RWA", "NGT-01 KEN"]
    assert len(answers) == 1
    by, label, _kind, shown, more = answers[0]
    assert (by.startswith("Person"), label, len(shown), more) == (True, "Entered", 3, 1)
    assert set(shown) < set(names)


def test_who_and_why_are_told_with_the_token_they_came_with(reader):
    user = make_user("regional_office", full_name="Otieno")
    with pghistory.context(user=user.pk, token="nightly", reason="New seat", request_id="r-1"):
        office = make_office("ROAF")
        RegionalOffice.objects.filter(pk=office.pk).update(city="Nairobi")
    entry = reader.get("/history/?kind=offices").context["entries"][0]
    shown = (entry.by, entry.label, entry.subjects[0].name, entry.why, entry.request_id)
    by = "Otieno, with the token “nightly”"
    assert shown == (by, "Changed", "ROAF", "New seat", "r-1")


def test_the_history_is_narrowed_to_a_kind_and_to_a_person(reader):
    user = make_user("administrator", full_name="Ada")
    other = make_user("administrator", full_name="Bob")
    with pghistory.context(user=user.pk):
        make_country("KEN")
        make_office("ROAF")
    with pghistory.context(user=other.pk):
        make_country("UGA")
    country = ("Entered", "Country")
    ada, bob = ("Ada", *country, ["KEN"], 0), ("Bob", *country, ["UGA"], 0)
    assert told(reader.get("/history/?kind=countries")) == [bob, ada]
    assert told(reader.get(f"/history/?kind=countries&person={user.pk}")) == [ada]
    assert told(reader.get(f"/history/?person={other.pk}")) == [bob]


def test_every_event_is_reached_once_by_going_on_to_older_ones(reader, monkeypatch):
    monkeypatch.setattr(reading, "SIZE", 3)
    for code in ("KEN", "UGA", "TZA", "RWA", "BDI"):
        make_team(code, make_office("ROAF"))
    lines = follow(reader, "/history/")
    events = sum(kind.events.count() for kind in ALL)
    assert (len(lines), len(set(lines))) == (events, events)


def test_an_event_that_was_numbered_out_of_time_is_not_left_out():
    now = datetime(2026, 5, 1, tzinfo=UTC)

    def line(number, minutes, kind="answers"):
        return Line(now + timedelta(minutes=minutes), number, "insert", {}, kind, str(number), "")

    lines = [line(number, minutes) for number, minutes in ((4, 1), (3, 9), (2, 0), (1, 8))]
    others = [line(number, number, "rounds") for number in (9, 8, 7)]
    found = chapter({"answers": lines, "rounds": others}, {})
    assert [each.number for each in found.lines if each.kind == "answers"] == [4, 3, 2, 1]
    assert found.seen == {}


def test_the_page_of_a_record_tells_each_change(reader):
    country = make_country("KEN")
    with pghistory.context(reason="Name of the terminology database"):
        Country.objects.filter(pk=country.pk).update(m49="404")
    events = reader.get(f"/history/countries/{country.pk}/").context["events"]
    shown = [(e.label, e.why, [(c.name, c.before, c.after) for c in e.changes]) for e in events]
    assert shown == [
        ("Changed", "Name of the terminology database", [("M49", "", "404")]),
        ("Entered", "", []),
    ]


def test_a_record_that_is_gone_keeps_its_history_and_its_name(reader):
    person = make_user("regional_office", make_office("ROAF"), full_name="Gone")
    membership = Membership.objects.get(user=person)
    person.delete()
    listed = [each for each in told(reader.get("/history/")) if each[1] == "Deleted"]
    assert {each[2] for each in listed} == {"Person", "Membership of an office"}
    events = reader.get(f"/history/memberships/{membership.pk}/").context["events"]
    assert [each.label for each in events] == ["Deleted", "Entered"]


@pytest.mark.parametrize(
    "address",
    ["answers/1", "answers/x", "borders/1", "evidence/1", "countries/99999999999999999999"],
)
def test_what_has_no_history_is_not_found(reader, address):
    assert reader.get(f"/history/{address}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "words"),
    [
        ("kind=borders", "“borders” is not known for “kind”."),
        ("person=0", "“0” is not known for “person”."),
        ("before=yesterday", "“yesterday” is not a value that “before” takes."),
        ("page=2", "There is no parameter “page”."),
    ],
)
def test_what_the_history_does_not_know_is_refused_in_words(reader, query, words):
    reply = reader.get(f"/history/?{query}")
    assert reply.status_code == 400
    assert words in reply.content.decode()


@pytest.mark.parametrize(
    ("role", "status"),
    [("administrator", 200), ("secretariat", 200), ("regional_office", 403), ("board_member", 403)],
)
def test_the_whole_history_is_for_the_secretariat_and_administrators(client, role, status):
    country = make_country("KEN")
    client.force_login(make_user(role))
    addresses = ["/history/", f"/history/countries/{country.pk}/", "/ar/history/"]
    assert [client.get(each).status_code for each in addresses] == [status] * 3


def test_the_history_takes_the_same_queries_for_one_event_and_for_many(
    reader, django_assert_num_queries
):
    with django_assert_num_queries(5):
        reader.get("/history/")
    for code in ("KEN", "UGA", "TZA"):
        make_team(code, make_office("ROAF"))
    make_open_round()
    Answer.objects.update(next_step="Sign")
    with django_assert_num_queries(5):
        reader.get("/history/")


def test_a_name_that_changes_in_one_language_is_told_in_that_one(reader):
    country = make_country("KEN", names={"en": "Kenya", "ar": "كينيا"})
    Country.objects.filter(pk=country.pk).update(names={"en": "Kenya", "fr": "Kenya"})
    event = reader.get(f"/history/countries/{country.pk}/").context["events"][0]
    changes = [(each.name, each.before, each.after) for each in event.changes]
    assert changes == [("Names, Arabic", "كينيا", ""), ("Names, French", "", "Kenya")]
