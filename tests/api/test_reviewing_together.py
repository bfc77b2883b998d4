import pytest

from accounts.policy import actor_of
from api.v1.standing import NOTHING, allowed_actions
from checklist.models import SubmissionLine
from tests.checklist.reviewed import hand_over, make_second_round
from tests.factories import caller, make_office, make_user

pytestmark = pytest.mark.django_db


@pytest.fixture
def submission():
    round_ = make_second_round(["KEN", "UGA", "RWA", "MLI"], items=1)
    by = make_user("regional_office", make_office("ROAF"))
    return hand_over(round_, ["KEN"], ["UGA", "RWA"], ["MLI"], by=by)


@pytest.fixture
def reviewer():
    return caller("secretariat")


def post(client, submission, act, body):
    address = f"/api/v1/submissions/{submission.pk}/{act}/"
    return client.post(address, body, content_type="application/json")


def decisions(reply):
    return [line["decision"] for line in reply.json()["lines"]]


def test_confirmed_lines_are_accepted_and_the_others_wait(submission, reviewer):
    reply = post(reviewer, submission, "accept-confirmed", {"expected": 2})
    assert (reply.status_code, reply.json()["state"]) == (200, "in_review")
    assert decisions(reply) == ["waiting", "accept", "accept", "waiting"]
    assert [line["is_confirmed"] for line in reply.json()["lines"]] == [True, True, True, False]
    assert [line["decided_in_bulk"] for line in reply.json()["lines"]] == [False, True, True, False]


def test_another_number_than_was_shown_decides_nothing(submission, reviewer):
    reply = post(reviewer, submission, "accept-confirmed", {"expected": 3})
    assert (reply.status_code, reply.json()["code"]) == (409, "count_changed")
    assert reply.json()["allowed_actions"][0]["action"] == "decide"
    assert not SubmissionLine.objects.exclude(decision="").exists()


@pytest.mark.parametrize(
    ("body", "code"),
    [
        ({}, "required"),
        ({"expected": "2"}, "not_a_count"),
        ({"expected": True}, "not_a_count"),
        ({"expected": -1}, "not_a_count"),
        ({"expected": 2, "count": 2}, "unknown_field"),
    ],
)
def test_a_body_that_cannot_be_read_is_told_where(submission, reviewer, body, code):
    reply = post(reviewer, submission, "accept-confirmed", body)
    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (422, code)


def test_unconfirmed_lines_go_back_with_a_reason(submission, reviewer):
    bare = post(reviewer, submission, "return-unconfirmed", {"expected": 1})
    assert (bare.status_code, bare.json()["errors"][0]["code"]) == (422, "reason_required")
    body = {"expected": 1, "reason": "Does it hold?"}
    assert decisions(post(reviewer, submission, "return-unconfirmed", body))[3] == "return"


def test_what_was_decided_together_is_taken_back_until_it_is_closed(submission, reviewer):
    post(reviewer, submission, "accept-confirmed", {"expected": 2})
    undone = post(reviewer, submission, "undo-bulk", {})
    assert decisions(undone) == ["waiting"] * 4
    again = post(reviewer, submission, "undo-bulk", {})
    assert (again.status_code, again.json()["code"]) == (409, "not_in_bulk")


def test_a_submission_is_closed_when_no_line_waits(submission, reviewer):
    early = post(reviewer, submission, "close", {})
    assert (early.status_code, early.json()["code"]) == (409, "lines_waiting")
    post(reviewer, submission, "decisions", [{"line": 1, "decision": "accept"}])
    post(reviewer, submission, "return-unconfirmed", {"expected": 1, "reason": "Does it hold?"})
    post(reviewer, submission, "accept-confirmed", {"expected": 2})
    closed = post(reviewer, submission, "close", {}).json()
    assert (closed["state"], closed["whose_turn"]) == ("decided", "office")
    assert closed["due_on"] > closed["submitted_at"][:10]


def test_the_acts_of_a_review_are_listed_with_what_stands_in_their_way(submission, reviewer):
    address = f"/api/v1/submissions/{submission.pk}/"
    found = reviewer.get(address).json()["allowed_actions"]
    assert {each["action"]: [why["code"] for why in each["reasons"]] for each in found} == {
        "decide": [],
        "accept-confirmed": [],
        "return-unconfirmed": [],
        "undo-bulk": ["not_in_bulk"],
        "close": ["lines_waiting"],
    }


def test_who_handed_it_over_is_told_that_somebody_else_decides(submission):
    author = submission.submitted_by
    author.role = "secretariat"
    author.save()
    row = {
        "round__code": "2026",
        "round__state": "open",
        "state": "submitted",
        "office_id": submission.office_id,
        "submitted_by_id": author.pk,
        "counts": NOTHING,
    }
    found = allowed_actions(row, actor_of(author))
    assert {each["reasons"][0]["code"] for each in found} == {"own_submission"}


def test_an_office_and_a_token_for_reading_do_not_decide_together(submission):
    office = caller("regional_office", make_office("ROAF"))
    assert post(office, submission, "accept-confirmed", {"expected": 2}).status_code == 403
    reader = caller("secretariat", scopes=("read",))
    reply = post(reader, submission, "close", {})
    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")
