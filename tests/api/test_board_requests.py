"""Requests of the Board through the API: recorded, changed, followed up, closed, reopened."""

from datetime import date

import pytest

from reporting.models import BoardRequest
from tests.factories import (
    caller,
    make_checklist,
    make_country,
    make_office,
    make_request,
    make_session,
)

pytestmark = pytest.mark.django_db

REQUESTS = "/api/v1/requests/"
ONE = f"{REQUESTS}2025-1/1/"
SENT = {
    "session": "2025-1",
    "speaker": "African Group",
    "theme": "contribution",
    "asked": {"en": "Equal attention to each framework"},
    "countries": ["KEN"],
    "owner": "HQ",
    "due_on": "2026-12-31",
}


@pytest.fixture
def secretariat():
    make_session("2025-1", date(2025, 3, 25))
    make_office("HQ")
    make_country("KEN")
    return caller("secretariat")


def write(client, method, address, body, **headers):
    send = getattr(client, method)
    return send(address, body, content_type="application/json", headers=headers)


def act(client, name, body, tag="*"):
    return write(client, "post", f"{ONE}{name}/", body, **{"If-Match": tag})


def test_a_request_is_recorded_under_the_next_number_of_its_session(secretariat):
    first = write(secretariat, "post", REQUESTS, SENT)
    second = write(secretariat, "post", REQUESTS, SENT)

    assert (first.status_code, first["ETag"]) == (201, '"1"'), first.content
    assert first["Location"].endswith("/requests/2025-1/1/")
    assert second.json()["number"] == 2
    assert {name: first.json()[name] for name in SENT} == SENT
    assert first.json()["state"] == "open"


def test_the_same_key_records_once(secretariat):
    key = {"Idempotency-Key": "a-request"}

    for _ in range(2):
        reply = write(secretariat, "post", REQUESTS, SENT, **key)

    assert (reply.status_code, BoardRequest.objects.count()) == (201, 1)


@pytest.mark.parametrize(
    ("change", "faults"),
    [
        ({"session": "1999-1"}, [("/session", "unknown_session")]),
        ({"speaker": ""}, [("/speaker", "required")]),
        ({"speaker": "x" * 121}, [("/speaker", "too_long")]),
        ({"theme": "weather"}, [("/theme", "unknown_theme")]),
        ({"asked": {}}, [("/asked/en", "required")]),
        ({"speaker": " "}, [("/speaker", "required")]),
        ({"asked": {"en": " "}}, [("/asked/en", "required")]),
        ({"asked": "Everything"}, [("/asked", "not_an_object")]),
        ({"asked": {"en": 3}}, [("/asked/en", "not_a_text")]),
        (
            {"asked": {"en": "A", "de": "B"}},
            [("/asked/de", "unknown_language")],
        ),
        ({"items": ["NGT-99"]}, [("/items/0", "unknown_reference")]),
        ({"items": "NGT-01"}, [("/items", "not_a_list")]),
        ({"countries": ["KEN", "XYZ"]}, [("/countries/1", "unknown_reference")]),
        ({"owner": "ROAX"}, [("/owner", "unknown_office")]),
        ({"due_on": "2026-02-30"}, [("/due_on", "invalid_date")]),
        ({"due_on": "2025-03-24"}, [("/due_on", "before_session")]),
        ({"state": "closed"}, [("/state", "unknown_field")]),
    ],
)
def test_every_fault_is_named_and_nothing_is_stored(secretariat, change, faults):
    reply = write(secretariat, "post", REQUESTS, {**SENT, **change})

    assert reply.status_code == 422
    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == faults
    assert not BoardRequest.objects.exists()


def test_a_change_needs_the_version_and_keeps_what_is_left_out(secretariat):
    write(secretariat, "post", REQUESTS, SENT)

    bare = write(secretariat, "patch", ONE, {"speaker": "Kenya"})
    done = write(secretariat, "patch", ONE, {"speaker": "Kenya"}, **{"If-Match": '"1"'})
    stale = write(secretariat, "patch", ONE, {"speaker": "Chad"}, **{"If-Match": '"1"'})

    assert bare.status_code == 428
    assert (done.json()["speaker"], done.json()["theme"]) == ("Kenya", "contribution")
    assert done["ETag"] == '"2"'
    assert (stale.status_code, stale.json()["code"]) == (412, "stale_version")
    assert stale.json()["current"]["speaker"] == "Kenya"
    assert BoardRequest.objects.get().speaker == "Kenya"


def test_what_was_read_may_be_sent_back_and_writes_no_history(secretariat):
    write(secretariat, "post", REQUESTS, SENT)
    shape = secretariat.get(ONE).json()

    reply = write(secretariat, "patch", ONE, shape, **{"If-Match": '"1"'})

    assert (reply.status_code, reply["ETag"]) == (200, '"1"'), reply.content
    assert BoardRequest.pgh_event_model.objects.count() == 1


def test_a_request_stays_with_its_session(secretariat):
    write(secretariat, "post", REQUESTS, SENT)
    make_session("2026-1")

    reply = write(secretariat, "patch", ONE, {"session": "2026-1"}, **{"If-Match": "*"})

    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == [
        ("/session", "read_only")
    ]


def test_the_acts_lead_to_the_end_and_back(secretariat):
    write(secretariat, "post", REQUESTS, SENT)
    words = {"follow_up": {"en": "Each framework has its own line."}}

    answered = act(secretariat, "follow-up", {"to": "answered", **words}, '"1"')
    closed = act(secretariat, "close", {"closed_on": "2025-06-01"}, '"2"')
    shut = act(secretariat, "follow-up", {"to": "under_way"})
    reopened = act(secretariat, "reopen", {"reason": "Asked again."}, '"3"')

    assert (answered.json()["state"], answered.json()["follow_up"]) == (
        "answered",
        words["follow_up"],
    )
    assert (closed.json()["state"], closed.json()["closed_on"]) == ("closed", "2025-06-01")
    assert (shut.status_code, shut.json()["code"]) == (409, "request_closed")
    assert {each["action"]: each["allowed"] for each in shut.json()["allowed_actions"]} == {
        "change": False,
        "follow-up": False,
        "close": False,
        "reopen": True,
    }
    assert (reopened.json()["state"], reopened.json()["closed_on"]) == ("under_way", None)
    event = BoardRequest.pgh_event_model.objects.latest("pgh_id")
    assert event.pgh_context["reason"] == "Asked again."


@pytest.mark.parametrize(
    ("name", "body", "status", "code"),
    [
        ("follow-up", {}, 422, "required"),
        ("follow-up", {"to": "finished"}, 422, "unknown_state"),
        ("follow-up", {"to": "closed"}, 409, "request_step_not_next"),
        ("follow-up", {"to": "answered"}, 422, "required"),
        ("follow-up", {"to": "under_way", "answered_in": "2025/9"}, 422, "unknown_publication"),
        ("follow-up", {"to": "under_way", "follow_up": {"fr": "Oui"}}, 422, "required"),
        ("follow-up", {"to": "under_way", "words": {}}, 422, "unknown_field"),
        ("close", {}, 409, "request_step_not_next"),
        ("reopen", {"reason": "Why not."}, 409, "request_not_closed"),
    ],
)
def test_an_act_that_cannot_be_is_refused_with_its_code(secretariat, name, body, status, code):
    write(secretariat, "post", REQUESTS, SENT)

    problem = act(secretariat, name, body).json()

    codes = [each["code"] for each in problem["errors"]] or [problem["code"]]
    assert (problem["status"], codes) == (status, [code])
    assert BoardRequest.objects.get().version == 1


@pytest.mark.parametrize(
    ("query", "found"),
    [
        ("", [2, 1]),
        ("session=2025-1", [1]),
        ("state=answered", [2]),
        ("theme=efficiency", [2]),
        ("owner=HQ", [1]),
        ("item=NGT-01", [1]),
        ("country=KEN&country=COL", [1]),
        ("carried=true", [1]),
        ("search=premises", [2]),
        ("ordering=number", [1, 2]),
    ],
)
def test_the_list_is_narrowed_and_ordered(secretariat, query, found):
    make_checklist()
    make_country("COL")
    march = make_session("2025-1")
    make_request(march, items=["NGT-01"], countries=["KEN"], owner=make_office("HQ"))
    make_request(
        number=2, theme="efficiency", state="answered", follow_up={"en": "Common premises."}
    )

    reply = secretariat.get(f"{REQUESTS}?{query}")

    assert [each["number"] for each in reply.json()["results"]] == found


def test_the_board_reads_requests_in_publications_alone(secretariat):
    make_request()
    assert caller("board_member").get(REQUESTS).status_code == 403


@pytest.mark.parametrize("many", [1, 20])
def test_as_many_queries_for_one_as_for_many(secretariat, django_assert_num_queries, many):
    for _ in range(many):
        make_request(owner=make_office("HQ"))
    with django_assert_num_queries(5):
        secretariat.get(REQUESTS)
