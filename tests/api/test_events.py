import pytest

from regions.models import CountryTeam
from tests.factories import (
    caller,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    partial_line,
)

pytestmark = pytest.mark.django_db
EVENTS = "/api/v1/events/"


@pytest.fixture
def africa():
    office = make_office("ROAF")
    make_team("KEN", office)
    make_team("EGY", make_office("ROAS"))
    make_checklist()
    make_open_round()
    return caller("regional_office", office)


def submit(client, **fields):
    body = {"round": "2026", "lines": [partial_line(**fields)]}
    headers = {"X-Request-ID": "roaf-2026.05_7"}
    reply = client.post(
        "/api/v1/submissions/", body, content_type="application/json", headers=headers
    )
    assert reply.status_code == 201, reply.content
    return reply.json()


def page(client, query=""):
    reply = client.get(EVENTS + query)
    assert reply.status_code == 200, reply.content
    return reply.json()


def all_pages(client, query):
    found, url = [], EVENTS + query
    while url:
        reply = client.get(url).json()
        found += reply["results"]
        url = reply["next"]
    return found


def test_a_change_says_what_who_when_and_in_which_request(africa):
    submit(africa)

    (event, created) = page(africa, "?kind=answer")["results"]

    assert created["event"] == "insert"
    assert {
        name: event[name] for name in ("kind", "event", "role", "office", "token", "request")
    } == {
        "kind": "answer",
        "event": "update",
        "role": "regional_office",
        "office": "ROAF",
        "token": "script",
        "request": "roaf-2026.05_7",
    }
    assert event["who"].startswith("Person")
    assert event["object"] == "http://testserver/api/v1/rounds/2026/answers/NGT-01/KEN/"
    assert (event["before"]["kind"], event["after"]["kind"]) == ("not_assessed", "partial")
    assert "subject" not in event["after"]
    assert africa.get(event["url"]).json() == event


def test_an_amendment_says_why(africa):
    number = submit(africa)["number"]
    secretariat = caller("secretariat")
    secretariat.post(
        f"/api/v1/submissions/{number}/decisions/",
        [{"line": 1, "decision": "accept"}],
        content_type="application/json",
    )
    secretariat.put(
        "/api/v1/rounds/2026/answers/NGT-01/KEN/",
        {"kind": "not_started", "constraints": ["other"], "reason": "Checked in Nairobi."},
        content_type="application/json",
        headers={"If-Match": '"1"'},
    )

    event = page(secretariat, "?kind=answer&limit=1")["results"][0]

    assert (event["role"], event["reason"]) == ("secretariat", "Checked in Nairobi.")


def test_an_office_sees_the_history_of_its_own_records(africa):
    submit(africa)

    kinds = {event["kind"] for event in all_pages(africa, "?limit=1000")}
    objects = {event["object"] for event in all_pages(africa, "?kind=answer")}
    arab = all_pages(caller("regional_office", make_office("ROAS")), "")

    assert kinds == {"answer", "submission", "submission-line"}
    assert objects == {"http://testserver/api/v1/rounds/2026/answers/NGT-01/KEN/"}
    assert {event["object"] for event in arab} == {
        "http://testserver/api/v1/rounds/2026/answers/NGT-01/EGY/"
    }


def test_an_event_of_another_office_is_not_there(africa):
    arab = caller("regional_office", make_office("ROAS"))
    event = page(arab, "?kind=answer")["results"][0]

    assert africa.get(event["url"]).status_code == 404
    assert africa.get(f"{EVENTS}office/1/").status_code == 404
    assert africa.get(f"{EVENTS}user/1/").status_code == 404
    assert africa.get(f"{EVENTS}answer/99999999999/").status_code == 404


def test_the_secretariat_pages_through_everything_once(africa):
    submit(africa)
    secretariat = caller("secretariat")

    at_once = all_pages(secretariat, "?limit=1000")
    by_three = all_pages(secretariat, "?limit=3")

    assert [event["url"] for event in by_three] == [event["url"] for event in at_once]
    assert len({event["url"] for event in at_once}) == len(at_once) > 20
    assert {"team", "office", "country", "round", "item"} <= {event["kind"] for event in at_once}


def test_what_is_added_meanwhile_moves_no_page(africa):
    secretariat = caller("secretariat")
    first = page(secretariat, "?limit=5")
    following = [event["url"] for event in secretariat.get(first["next"]).json()["results"]]

    CountryTeam.objects.update(names={"en": "Renamed"})

    again = [event["url"] for event in secretariat.get(first["next"]).json()["results"]]
    assert again == following


def test_a_deleted_record_is_seen_as_it_was(africa):
    CountryTeam.objects.get(code="EGY").memberships.get().delete()

    event = page(caller("secretariat"), "?kind=team-membership&limit=1")["results"][0]

    assert (event["event"], event["after"]) == ("delete", None)
    assert event["before"]["country_id"] > 0


def test_the_history_since_a_moment(africa):
    moment = page(africa, "?limit=1")["results"][0]["at"]
    submit(africa)

    assert len(page(africa, "?kind=submission&updated_since=2999-01-01")["results"]) == 0
    since = africa.get(EVENTS, {"kind": "submission", "updated_since": moment}).json()
    assert len(since["results"]) == 1


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("kind=user", "unknown_code"),
        ("kind=anser", "unknown_code"),
        ("cursor=x", "bad_value"),
        ("cursor=YW5zd2VyPXg", "bad_value"),
        ("updated_since=never", "bad_value"),
        ("limit=1001", "bad_value"),
        ("offset=1", "unknown_parameter"),
    ],
)
def test_a_parameter_that_cannot_be_is_refused(africa, query, code):
    reply = africa.get(f"{EVENTS}?{query}")

    assert (reply.status_code, reply.json()["code"]) == (400, code)


@pytest.mark.parametrize("number", [1, 100])
def test_a_page_costs_the_same_for_1_and_for_100(number, django_assert_num_queries):
    office = make_office("ROAF")
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for each in range(number):
        make_team(f"Q{letters[each // 26]}{letters[each % 26]}", office)
    secretariat = caller("secretariat")

    with django_assert_num_queries(5):
        reply = secretariat.get(f"{EVENTS}?limit=100&kind=team")

    assert len(reply.json()["results"]) == number
