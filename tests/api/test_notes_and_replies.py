import pytest

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.models import Submission
from tests.api import world
from tests.factories import answer_to, caller, make_actor, make_office

pytestmark = pytest.mark.django_db
AMENDMENTS = "/api/v1/rounds/2026/answers/NGT-01/KEN/amendments/"


@pytest.fixture
def notes():
    return f"/api/v1/submissions/{world.build()['submission']}/lines/1/notes/"


@pytest.fixture
def secretariat():
    return caller("secretariat")


@pytest.fixture
def office():
    return caller("regional_office", make_office("ROAF"))


def post(client, address, **body):
    return client.post(address, body, content_type="application/json")


def texts(client, notes):
    return [each["text"] for each in client.get(notes).json()["results"]]


def test_an_internal_note_is_read_by_the_secretariat_alone(notes, secretariat, office):
    reply = post(secretariat, notes, text="We doubt it.", is_internal=True)
    assert (reply.status_code, reply.json()["is_internal"]) == (201, True)
    assert texts(secretariat, notes) == ["Which annex?", "We doubt it."]
    assert texts(office, notes) == ["Which annex?"]
    assert texts(caller("administrator"), notes) == ["Which annex?"]
    assert "We doubt it." not in office.get("/api/v1/events/?limit=1000").content.decode()


def test_an_office_answers_and_never_internally(notes, secretariat, office):
    assert post(office, notes, text="Annex B.").status_code == 201
    assert post(office, notes, text="Ours.", is_internal=True).status_code == 403
    assert texts(secretariat, notes) == ["Which annex?", "Annex B."]


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"text": " "}, "required"),
        ({"text": 7}, "not_a_text"),
        ({"text": "x" * 5001}, "too_long"),
        ({"text": "x", "is_internal": "yes"}, "not_true_or_false"),
        ({"text": "x", "internal": True}, "unknown_field"),
    ],
)
def test_a_note_that_cannot_be_kept_is_told_why(notes, secretariat, body, code):
    reply = post(secretariat, notes, **body)
    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (422, code)


def test_a_line_that_does_not_exist_has_no_notes(notes, secretariat):
    assert secretariat.get(notes.replace("lines/1/", "lines/99/")).status_code == 404


@pytest.fixture
def corrected():
    submission = Submission.objects.get(pk=world.build()["submission"])
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    answer = answer_to(submission.round, "NGT-01", "KEN")
    words = {"kind": "not_started", "constraints": ["other"], "narrative": "Nothing yet."}
    return save(answer, words, base_version=None, reason="No letter.", by=make_actor())


def test_an_office_replies_to_a_correction_once(corrected, office, secretariat):
    address = f"{AMENDMENTS}2/reply/"
    reply = post(office, address, reply="dissent", words="The letter was sent.")
    assert (reply.status_code, reply.json()["reply"]) == (200, "dissent")
    again = post(office, address, reply="acknowledged")
    assert (again.status_code, again.json()["code"]) == (409, "already_replied")
    assert again.json()["current"]["reply_words"] == "The letter was sent."
    newest = secretariat.get(AMENDMENTS).json()["results"][0]
    assert (newest["number"], newest["reply"], newest["reason"]) == (2, "dissent", "No letter.")
    assert newest["before"]["narrative"] == "Under way."


def test_a_dissent_says_why_and_a_reply_is_one_of_two(corrected, office):
    bare = post(office, f"{AMENDMENTS}2/reply/", reply="dissent")
    assert (bare.status_code, bare.json()["errors"][0]["code"]) == (422, "reason_required")
    other = post(office, f"{AMENDMENTS}2/reply/", reply="maybe")
    assert (other.status_code, other.json()["errors"][0]["code"]) == (422, "unknown_reply")


def test_a_correction_says_who_may_reply(corrected, office, secretariat):
    offered = office.get(f"{AMENDMENTS}2/").json()["allowed_actions"]
    assert offered == [{"action": "reply", "allowed": True, "reasons": []}]
    assert secretariat.get(f"{AMENDMENTS}2/").json()["allowed_actions"] == []
    assert secretariat.get(f"{AMENDMENTS}3/").status_code == 404


def test_the_reply_is_an_event_of_the_amendment(corrected, office):
    post(office, f"{AMENDMENTS}2/reply/", reply="acknowledged")
    event = office.get("/api/v1/events/?kind=amendment").json()["results"][0]
    assert event["after"]["reply"] == "acknowledged"


def test_as_many_queries_for_one_note_as_for_many(notes, secretariat, django_assert_num_queries):
    for number in range(9):
        with django_assert_num_queries(6):
            assert secretariat.get(notes).json()["count"] == number + 1
        post(secretariat, notes, text=f"Note {number}")
