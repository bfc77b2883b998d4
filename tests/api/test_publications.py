import hashlib
import json

import pytest
from django.test import Client
from django.utils import timezone

from checklist.models import Answer, ReportingRound
from reporting.models import Publication, PublicationNotice
from reporting.withdrawing import withdraw
from tests.factories import (
    caller,
    make_actor,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
)

pytestmark = pytest.mark.django_db
PUBLICATIONS = "/api/v1/publications/"
FIRST = "/api/v1/publications/2026/1/"


@pytest.fixture
def round_():
    make_team("KEN", make_office("ROAF"))
    make_checklist()
    round_ = make_open_round()
    Answer.objects.update(kind="not_started", progress="accepted", narrative="Not yet.", version=1)
    ReportingRound.objects.update(state="frozen")
    return ReportingRound.objects.get(pk=round_.pk)


@pytest.fixture
def secretariat():
    return caller("secretariat")


@pytest.fixture
def board():
    return caller("board_member")


def publish(client, **body):
    return client.post("/api/v1/rounds/2026/publish/", body, content_type="application/json")


def test_the_secretariat_publishes_a_frozen_round(round_, secretariat):
    reply = publish(secretariat, statement="All in all.", note="First.")

    shape = reply.json()
    assert (reply.status_code, reply["Location"]) == (201, shape["url"])
    assert {
        name: shape[name] for name in ("round", "number", "state", "corrects", "statement")
    } == {
        "round": "2026",
        "number": 1,
        "state": "in_force",
        "corrects": None,
        "statement": "All in all.",
    }
    assert secretariat.get("/api/v1/rounds/2026/").json()["state"] == "published"


def test_a_round_that_is_not_frozen_is_not_published(round_, secretariat):
    ReportingRound.objects.update(state="open")

    reply = publish(secretariat)

    assert (reply.status_code, reply.json()["code"]) == (409, "round_not_frozen")
    assert [each["code"] for each in reply.json()["blockers"]] == ["round_not_frozen"]
    possible = [each["action"] for each in reply.json()["allowed_actions"] if each["allowed"]]
    assert possible == ["freeze"]
    assert not Publication.objects.exists()


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"statment": "x"}, "/statment", "unknown_field"),
        ({"note": 7}, "/note", "not_a_text"),
        ({"note": "x" * 5001}, "/note", "too_long"),
    ],
)
def test_what_is_said_of_a_publication_is_checked(round_, secretariat, body, pointer, code):
    reply = publish(secretariat, **body)

    assert (reply.status_code, reply.json()["errors"][0]["pointer"]) == (422, pointer)
    assert reply.json()["errors"][0]["code"] == code
    assert not Publication.objects.exists()


def test_the_board_lists_and_reads_what_was_published(round_, secretariat, board):
    publish(secretariat)

    (listed,) = board.get(PUBLICATIONS).json()["results"]
    whole = board.get(FIRST).json()

    assert {name: whole[name] for name in listed} == listed
    assert whole["content"]["round"]["code"] == "2026"
    assert board.get(f"{PUBLICATIONS}latest/").json() == whole


def test_the_digest_is_that_of_the_canonical_bytes(round_, secretariat, board):
    sha256 = publish(secretariat).json()["sha256"]

    reply = board.get(f"{FIRST}canonical.json")

    assert hashlib.sha256(reply.content).hexdigest() == sha256
    assert (reply["ETag"], reply["Cache-Control"]) == (f'"{sha256}"', "private, no-cache")
    assert board.get(FIRST).json()["content"] == json.loads(reply.content)


@pytest.mark.parametrize("address", [FIRST, f"{FIRST}canonical.json", f"{PUBLICATIONS}latest/"])
def test_a_client_that_has_it_gets_304(round_, secretariat, board, address):
    sha256 = publish(secretariat).json()["sha256"]

    known = board.get(address, headers={"If-None-Match": f'W/"{sha256}"'})
    unknown = board.get(address, headers={"If-None-Match": '"other"'})

    assert (known.status_code, known.content, known["ETag"]) == (304, b"", f'"{sha256}"')
    assert (unknown.status_code, unknown["ETag"]) == (200, f'"{sha256}"')
    assert known["RateLimit-Limit"]


def test_a_withdrawn_publication_says_so_and_is_not_the_latest(round_, secretariat, board):
    sha256 = publish(secretariat).json()["sha256"]
    publication = Publication.objects.get()
    PublicationNotice.objects.create(
        publication=publication,
        kind="withdrawal",
        reason="Wrong round.",
        made_by=publication.published_by,
        made_at=publication.published_at,
    )

    gone = board.get(FIRST, headers={"If-None-Match": f'"{sha256}"'})
    file = board.get(f"{FIRST}canonical.json")
    still = secretariat.get(FIRST)

    said = gone.json()
    assert (gone.status_code, said["code"], said["reason"], said["sha256"]) == (
        410,
        "publication_withdrawn",
        "Wrong round.",
        sha256,
    )
    assert file.status_code == 410
    assert (still.status_code, still.json()["state"]) == (200, "withdrawn")
    assert board.get(f"{PUBLICATIONS}latest/").status_code == 404
    assert board.get(f"{PUBLICATIONS}?state=withdrawn").json()["count"] == 1


def test_a_second_number_corrects_the_first(round_, secretariat, board):
    publish(secretariat)
    secretariat.post("/api/v1/rounds/2026/reopen/", "{}", content_type="application/json")
    silent = publish(secretariat)
    publish(secretariat, note="One answer was wrong.")

    assert [each["code"] for each in silent.json()["errors"]] == ["note_required"]
    states = {each["number"]: each["state"] for each in board.get(PUBLICATIONS).json()["results"]}

    assert states == {1: "corrected", 2: "in_force"}
    assert board.get(f"{PUBLICATIONS}latest/").json()["number"] == 2


def test_a_correction_that_was_withdrawn_no_longer_corrects(round_, secretariat, board):
    publish(secretariat)
    secretariat.post("/api/v1/rounds/2026/reopen/", "{}", content_type="application/json")
    publish(secretariat, note="One answer was wrong.")
    withdraw(Publication.objects.get(number=2), reason="Wrong round.", by=make_actor())

    states = {each["number"]: each["state"] for each in board.get(PUBLICATIONS).json()["results"]}

    assert states == {1: "in_force", 2: "withdrawn"}


def test_before_the_first_publication_there_is_none(board):
    replies = [
        board.get(f"{PUBLICATIONS}latest/"),
        board.get(FIRST),
        board.get(f"{PUBLICATIONS}2026/99999999999999999999/"),
    ]

    assert [reply.status_code for reply in replies] == [404] * 3
    assert board.get(PUBLICATIONS).json()["results"] == []


def test_a_stranger_reads_nothing(round_, secretariat):
    publish(secretariat)

    assert Client().get(f"{FIRST}canonical.json").status_code == 401


@pytest.mark.parametrize("number", [1, 100])
def test_the_list_costs_the_same_for_1_and_for_100(
    round_, board, number, django_assert_num_queries
):
    by = make_actor().user
    for each in range(number):
        Publication.objects.create(
            round=round_,
            number=each + 1,
            sha256="0" * 64,
            canonical=b"",
            manifest={},
            published_at=timezone.now(),
            published_by=by,
        )

    with django_assert_num_queries(5):
        reply = board.get(f"{PUBLICATIONS}?limit=100")

    assert len(reply.json()["results"]) == number
