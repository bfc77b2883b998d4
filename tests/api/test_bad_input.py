"""Bad input: the status and code of the contract, never a 500, and nothing stored."""

import json
from datetime import timedelta

import pytest
from django.db import connection
from django.test import Client
from django.utils import timezone
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from accounts import tokens
from api.models import IdempotencyKey
from checklist.models import Answer, Evidence, Submission
from checklist.reading import KEYS, READERS
from tests.factories import (
    caller,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
    partial_line,
)

pytestmark = pytest.mark.django_db
SUBMISSIONS = "/api/v1/submissions/"
KENYA = "/api/v1/rounds/2026/answers/NGT-01/KEN/"
EGYPT = "/api/v1/rounds/2026/answers/NGT-01/EGY/"


@pytest.fixture
def africa():
    office = make_office("ROAF")
    make_team("KEN", office)
    make_team("EGY", make_office("ROAS"))
    make_checklist()
    make_open_round()
    return caller("regional_office", office)


def stored():
    """What must not change: answers, submissions, evidence, keys."""
    return (
        list(Answer.objects.order_by("pk").values()),
        Submission.objects.count(),
        Evidence.objects.count(),
        IdempotencyKey.objects.count(),
    )


def lines(*changes, **body):
    return json.dumps({"round": "2026", "lines": [partial_line(**c) for c in changes], **body})


LONG = json.dumps({"round": "2026", "note": "x" * 10_000_000, "lines": []})
DEEP = '{"lines": ' + "[" * 60 + "]" * 60 + "}"
BODIES = [
    ("not JSON", "{", 400, "malformed"),
    ("cut off", lines({})[:-5], 400, "malformed"),
    ("Latin-1", b'{"note": "\xe9"}', 400, "malformed"),
    ("UTF-16", lines({}).encode("utf-16"), 400, "malformed"),
    ("NaN", '{"round": NaN}', 400, "malformed"),
    ("infinity", '{"round": 1e999}', 400, "malformed"),
    ("a number of 5,000 digits", '{"round": ' + "7" * 5000 + "}", 400, "malformed"),
    ("60 levels", DEEP, 400, "too_deep"),
    ("100,000 levels", "[" * 100_000, 400, "too_deep"),
    ("NUL", lines({"narrative": "a\x00b"}), 400, "bad_character"),
    ("half a pair", lines({"narrative": "\ud800"}), 400, "bad_character"),
    ("control character", lines({"narrative": "\x07"}), 400, "bad_character"),
    ("direction mark in a code", lines({"item": "\u202eNGT-01"}), 400, "bad_character"),
    ("20 MB", LONG * 2, 413, "too_large"),
    ("2,001 lines", lines(*[{}] * 2001), 413, "too_many_lines"),
    ("a list", "[]", 422, "invalid"),
    ("a text", '"text"', 422, "invalid"),
    ("null", "null", 422, "invalid"),
    ("nothing", "{}", 422, "invalid"),
    ("unknown item", lines({"item": "NGT-99"}), 422, "invalid"),
    ("unknown subject", lines({"subject": "ATL"}), 422, "invalid"),
    ("unknown kind", lines({"kind": "fully"}), 422, "invalid"),
    ("unknown round", lines({}, round="1999"), 422, "invalid"),
    ("30 February", lines({"as_of": "2026-02-30"}), 422, "invalid"),
    ("wrong types", lines({"constraints": "other", "evidence": {}}), 422, "invalid"),
    ("huge version", lines({"base_version": 10**30}), 409, "stale_version"),
    ("misspelt field", lines({"narative": "x"}), 422, "invalid"),
    ("5,001 characters", lines({"narrative": "x" * 5001}), 422, "invalid"),
    ("somebody else's country", lines({"subject": "EGY"}), 422, "invalid"),
    ("full without evidence", lines({"kind": "full"}), 422, "invalid"),
    ("not assessed", lines({"kind": "not_assessed"}), 422, "invalid"),
    ("another office", lines({}, office="ROAS"), 403, "not_your_office"),
    ("an office that does not exist", lines({}, office="ATLANTIS"), 403, "not_your_office"),
    ("stale version", lines({"base_version": 7}), 409, "stale_version"),
    ("no line", lines(), 409, "nothing_to_submit"),
]


@pytest.mark.parametrize(
    ("body", "status", "code"), [row[1:] for row in BODIES], ids=[row[0] for row in BODIES]
)
def test_a_bad_submission(africa, body, status, code):
    before = stored()

    reply = africa.post(SUBMISSIONS, body, content_type="application/json")

    assert (reply.status_code, reply.json()["code"]) == (status, code)
    assert reply["Content-Type"] == "application/problem+json"
    assert stored() == before


@pytest.mark.parametrize(
    "media_type",
    ["text/plain", "application/xml", "multipart/form-data", "application/x-www-form-urlencoded"],
)
def test_a_wrong_media_type_is_415_with_those_that_are_taken(africa, media_type):
    before = stored()

    reply = africa.post(SUBMISSIONS, lines({}), content_type=media_type)

    assert (reply.status_code, reply.json()["code"]) == (415, "unsupported_media_type")
    assert reply["Accept"].split(", ") == [
        "application/json",
        "text/csv",
        "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        "application/vnd.oasis.opendocument.spreadsheet",
    ]
    assert stored() == before


def test_other_bodies_are_smaller(africa):
    body = json.dumps({**partial_line(), "narrative": "x" * 2_000_000})

    reply = africa.put(KENYA, body, content_type="application/json", headers={"If-Match": '"0"'})

    assert (reply.status_code, reply.json()["code"]) == (413, "too_large")


@pytest.mark.parametrize(
    ("address", "status", "code"),
    [
        ("offices/%00/", 400, "bad_character"),
        ("offices/?q=%00", 400, "bad_character"),
        ("offices/?ofice=ROAF", 400, "unknown_parameter"),
        ("answers/?office=ROAX", 400, "unknown_code"),
        ("answers/?ordering=verdict", 400, "unknown_ordering"),
        ("answers/?limit=1001", 400, "bad_value"),
        ("answers/?limit=" + "9" * 5000, 400, "bad_value"),
        ("answers/?offset=-1", 400, "bad_value"),
        ("frameworks/?running_on=2026-02-30", 400, "bad_value"),
        ("frameworks/99999999999999999999/", 404, "not_found"),
        ("frameworks/abc/", 404, "not_found"),
        ("evidence/not-a-uuid/", 404, "not_found"),
        ("submissions/999/", 404, "not_found"),
        ("rounds/2026/answers/NGT-01/EGY/", 404, "not_found"),
        ("rounds/2026/answers/%E2%80%AE/KEN/", 404, "not_found"),
        ("offices/" + "x" * 3000 + "/", 404, "not_found"),
        ("nowhere/", 404, "not_found"),
    ],
)
def test_a_bad_address(africa, address, status, code):
    reply = africa.get(f"/api/v1/{address}")

    assert (reply.status_code, reply.json()["code"]) == (status, code)
    assert reply["Content-Type"] == "application/problem+json"


def test_somebody_elses_and_nobodys_answer_get_the_same_reply(africa):
    replies = [
        africa.get(address).json()
        for address in (EGYPT, "/api/v1/rounds/2026/answers/NGT-01/ATL/", "/api/v1/nowhere/")
    ]

    assert len({json.dumps({**each, "request_id": ""}) for each in replies}) == 1


def test_expired_and_revoked_tokens_store_nothing(africa):
    office = make_office("ROAF")
    user = make_user("regional_office", office)
    _, expired = make_token(user, office, ("submit",), expires_at=timezone.now() - timedelta(1))
    token, revoked = make_token(user, office, ("submit",))
    tokens.revoke(token, now=timezone.now())
    before = stored()

    replies = [
        Client().post(
            SUBMISSIONS,
            lines({}),
            content_type="application/json",
            headers={"Authorization": f"Bearer {text}"},
        )
        for text in (expired, revoked, "hrt_x.y")
    ]

    assert [(r.status_code, r.json()["code"]) for r in replies] == [(401, "not_authenticated")] * 3
    assert stored() == before


ORDER = [
    ("garbage before credentials", Client, "{", {}, 400),
    ("media type before credentials", Client, None, {}, 415),
    ("credentials before the object", Client, "{}", {}, 401),
]


@pytest.mark.parametrize(("client", "body", "headers", "status"), [row[1:] for row in ORDER])
def test_garbage_is_said_before_credentials(client, body, headers, status):
    media_type = "application/json" if body is not None else "text/plain"

    reply = client().put(EGYPT, body or "x", content_type=media_type, headers=headers)

    assert reply.status_code == status


def test_the_order_from_404_to_422(africa):
    bad = '{"kind": "fully"}'
    reader = caller("regional_office", make_office("ROAF"), scopes=("read",))

    def put(client, address, match=None):
        headers = {"If-Match": match} if match else {}
        return client.put(
            address, bad, content_type="application/json", headers=headers
        ).status_code

    assert put(africa, EGYPT) == 404
    assert put(reader, EGYPT) == 404
    assert put(reader, KENYA) == 403
    assert put(africa, KENYA) == 428
    assert put(africa, KENYA, '"7"') == 412
    with connection.cursor() as cursor:
        cursor.execute("UPDATE checklist_reportinground SET state = 'frozen'")
    assert put(africa, KENYA, '"7"') == 412
    assert put(africa, KENYA, '"0"') == 409
    with connection.cursor() as cursor:
        cursor.execute("UPDATE checklist_reportinground SET state = 'open'")
    assert put(africa, KENYA, '"0"') == 422


WORD = st.sampled_from(["NGT-01", "KEN", "EGY", "GLOBAL", "full", "partial", "2026", "ROAF", ""])
SCALAR = st.none() | st.booleans() | st.integers() | st.floats() | st.text() | WORD
ANY = st.recursive(SCALAR, lambda inner: st.lists(inner) | st.dictionaries(st.text(), inner))
FIELDS = (*READERS, *KEYS, "other")
FIELD = st.sampled_from(FIELDS)
LINE = st.dictionaries(FIELD, ANY) | ANY
BODY = (
    st.fixed_dictionaries(
        {"round": st.just("2026") | ANY, "lines": st.lists(LINE, max_size=4) | ANY},
        optional={"office": WORD | ANY, "note": ANY, "other": ANY},
    )
    | ANY
)
FUZZ = settings(
    max_examples=50, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture]
)


@FUZZ
@given(body=BODY, dry_run=st.booleans())
def test_random_json_is_refused_in_words_or_stored_whole(africa, body, dry_run):
    before = stored()

    query = "?dry_run=true" if dry_run else ""
    reply = africa.post(SUBMISSIONS + query, json.dumps(body), content_type="application/json")

    assert reply.status_code in (
        {200, 400, 403, 409, 422} if dry_run else {201, 400, 403, 409, 422}
    )
    assert reply.status_code == 201 or stored() == before


@FUZZ
@given(body=ANY, match=st.text(alphabet='W/"*, 0123x', max_size=8))
def test_random_json_for_one_answer_is_refused_in_words(africa, body, match):
    headers = {"If-Match": match} if match else {}

    reply = africa.put(KENYA, json.dumps(body), content_type="application/json", headers=headers)

    assert reply.status_code in {200, 400, 409, 412, 422, 428}


@FUZZ
@given(body=ANY | st.lists(st.fixed_dictionaries({"line": ANY, "decision": ANY})))
def test_random_decisions_are_refused_in_words(africa, body):
    africa.post(SUBMISSIONS, lines({}), content_type="application/json")
    number = Submission.objects.first().pk

    reply = caller("secretariat").post(
        f"{SUBMISSIONS}{number}/decisions/", json.dumps(body), content_type="application/json"
    )

    assert reply.status_code in {400, 422}


@FUZZ
@given(body=st.dictionaries(st.sampled_from(["kind", "title", "link", "url", "dated_on"]), ANY))
def test_random_evidence_is_refused_in_words(africa, body):
    reply = africa.post("/api/v1/evidence/", json.dumps(body), content_type="application/json")

    assert reply.status_code in {201, 400, 422}


@FUZZ
@given(
    name=st.sampled_from(["office", "q", "limit", "cursor", "round", "updated_since", "ordering"]),
    value=st.text(st.characters(exclude_categories=["Cs"])),
)
def test_random_queries_are_answered_or_refused_in_words(africa, name, value):
    reply = africa.get("/api/v1/answers/", {name: value})

    assert reply.status_code in {200, 400}


def test_a_body_in_chunks_is_411_and_not_taken_for_an_empty_one(africa):
    before = stored()

    reply = africa.post(
        SUBMISSIONS,
        lines({}),
        content_type="application/json",
        headers={"Transfer-Encoding": "chunked"},
    )

    assert (reply.status_code, reply.json()["code"]) == (411, "length_required")
    assert stored() == before
