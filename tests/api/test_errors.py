import json

import pytest
from django.db import DataError, InterfaceError, OperationalError
from django.test import Client

from api import errors
from api.records import Records
from tests.factories import caller

pytestmark = pytest.mark.django_db
PROBLEM = "application/problem+json"


def test_an_unknown_address_is_404_in_the_words_of_any_other(db):
    client = caller("secretariat")

    replies = [
        client.get("/api/v1/offices/NOWHERE/"),
        client.get("/api/v1/frameworks/99999999999999999999/"),
        client.get("/api/v1/frameworks/abc/"),
        client.get("/api/v1/nothing/"),
        client.post("/api/nothing", "{", content_type="application/json"),
        client.get("/api/"),
    ]

    assert {(r.status_code, r["Content-Type"], r.json()["detail"]) for r in replies} == {
        (404, PROBLEM, "There is nothing at this address.")
    }


def test_a_problem_has_the_members_of_the_contract():
    reply = caller("secretariat").get("/api/v1/nothing/")

    assert reply.json() == {
        "type": "about:blank",
        "title": "Not Found",
        "status": 404,
        "code": "not_found",
        "detail": "There is nothing at this address.",
        "request_id": reply.json()["request_id"],
        "errors": [],
        "error_count": 0,
    }


def test_a_method_that_is_not_offered_is_405_with_those_that_are():
    reply = caller("secretariat").delete("/api/v1/offices/")

    assert (reply.status_code, reply["Allow"]) == (405, "GET, HEAD")
    assert reply.json()["code"] == "method_not_allowed"


def test_codes_stay_and_words_follow_the_language_asked_for():
    client = caller("secretariat")

    replies = [
        client.get("/api/v1/nothing/", headers={"Accept-Language": language})
        for language in ("en", "xx", "fr;q=0.5, en;q=0.9")
    ]

    assert {reply.json()["code"] for reply in replies} == {"not_found"}


def test_a_reply_is_json_whatever_is_accepted():
    reply = caller("secretariat").get("/api/v1/offices/", headers={"Accept": "text/html"})

    assert (reply.status_code, reply["Content-Type"]) == (200, "application/json")


def test_the_parameter_format_is_an_unknown_one_and_not_a_renderer():
    reply = caller("secretariat").get("/api/v1/offices/?format=xml")

    assert (reply.status_code, reply.json()["code"]) == (400, "unknown_parameter")


@pytest.mark.parametrize(
    ("failure", "status", "code"),
    [
        (OperationalError("gone"), 503, "unavailable"),
        (InterfaceError("closed"), 503, "unavailable"),
        (DataError("out of range"), 400, "malformed"),
        (OSError(28, "No space left on device"), 507, "disk_full"),
        (RecursionError(), 400, "too_deep"),
    ],
)
def test_a_failing_database_is_said_in_words(monkeypatch, failure, status, code):
    def fail(self):
        raise failure

    monkeypatch.setattr(Records, "get_queryset", fail)

    reply = caller("secretariat").get("/api/v1/offices/")

    assert (reply.status_code, reply["Content-Type"]) == (status, PROBLEM)
    assert reply.json()["code"] == code
    assert ("Retry-After" in reply) == (status == 503)


def test_a_bug_is_not_taken_for_a_fault_of_the_client(monkeypatch):
    def fail(self):
        raise KeyError("bug")

    monkeypatch.setattr(Records, "get_queryset", fail)

    with pytest.raises(KeyError):
        caller("secretariat").get("/api/v1/offices/")


def test_up_to_200_faults_are_spelled_out_and_all_are_counted():
    faults = [errors.error(f"/lines/{n}", "bad", "Bad.") for n in range(250)]

    body = errors.Problem(422, "invalid", "Bad.", errors=faults).body("abc")

    assert (len(body["errors"]), body["error_count"]) == (200, 250)
    assert body["errors"][0]["pointer"] == "/lines/0"


def test_credentials_are_asked_for_before_an_object_is_looked_up():
    reply = Client().get("/api/v1/offices/NOWHERE/")

    assert (reply.status_code, json.loads(reply.content)["code"]) == (401, "not_authenticated")
