import pytest

from checklist.models import Answer, Submission
from tests.factories import (
    answer_to,
    caller,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    partial_line,
)

pytestmark = pytest.mark.django_db
SUBMISSIONS = "/api/v1/submissions/"
KENYA = "/api/v1/rounds/2026/answers/NGT-01/KEN/"


@pytest.fixture
def office():
    return make_office("ROAF")


@pytest.fixture
def round_(office):
    make_team("KEN", office)
    make_team("NGA", office)
    make_team("EGY", make_office("ROAS"))
    make_checklist(items=2)
    return make_open_round()


@pytest.fixture
def africa(office):
    return caller("regional_office", office)


def submit(client, *lines, query="", key=None, **body):
    body = {"round": "2026", "office": "ROAF", "lines": list(lines), **body}
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(SUBMISSIONS + query, body, content_type="application/json", headers=headers)


def faults(reply):
    return [(each["pointer"], each["code"]) for each in reply.json()["errors"]]


def test_answers_are_handed_over_with_a_receipt(round_, africa):
    reply = submit(africa, partial_line(), partial_line(subject="NGA"), note="Second quarter")

    shape = reply.json()
    assert (reply.status_code, reply["Location"]) == (201, shape["url"])
    assert {name: shape[name] for name in ("created", "updated", "unchanged", "rejected")} == {
        "created": 2,
        "updated": 0,
        "unchanged": 0,
        "rejected": 0,
    }
    assert (shape["state"], shape["whose_turn"], shape["line_count"]) == (
        "submitted",
        "secretariat",
        2,
    )
    assert len(shape["receipt"]) == 64
    assert shape["note"] == "Second quarter"
    assert shape["allowed_actions"] == [{"action": "recall", "allowed": True, "reasons": []}]
    assert answer_to(round_, "NGT-01", "KEN").progress == "submitted"


def test_a_submission_shows_its_lines_before_and_after(round_, africa):
    number = submit(africa, partial_line()).json()["number"]

    shape = africa.get(f"{SUBMISSIONS}{number}/").json()

    (line,) = shape["lines"]
    assert {name: line[name] for name in ("number", "item", "subject", "decision", "reason")} == {
        "number": 1,
        "item": "NGT-01",
        "subject": "KEN",
        "decision": "waiting",
        "reason": "",
    }
    assert line["after"]["narrative"] == "Under way."
    assert (line["is_changed"], line["decided_by"], line["decided_at"]) == (True, None, None)


def test_without_lines_all_drafts_are_handed_over(round_, africa):
    africa.put(
        KENYA,
        {"kind": "partial", "constraints": ["other"]},
        content_type="application/json",
        headers={"If-Match": '"0"'},
    )

    body = {"round": "2026", "office": "ROAF"}
    reply = africa.post(SUBMISSIONS, body, content_type="application/json")

    assert (reply.status_code, reply.json()["line_count"]) == (201, 1)


def test_without_lines_and_without_drafts_there_is_nothing_to_submit(round_, africa):
    reply = africa.post(SUBMISSIONS, {"round": "2026"}, content_type="application/json")

    assert (reply.status_code, reply.json()["code"]) == (409, "nothing_to_submit")


def test_one_bad_line_stores_nothing_and_every_bad_line_is_named(round_, africa):
    reply = submit(
        africa,
        partial_line(),
        partial_line(item="NGT-99"),
        partial_line(subject="EGY"),
        partial_line(subject="NGA", kind="full", constraints=[]),
        partial_line(item="NGT-02", kind="not_applicable"),
        partial_line(item="NGT-02", subject="NGA", constraints=[]),
    )

    assert (reply.status_code, reply.json()["code"]) == (422, "invalid")
    assert faults(reply) == [
        ("/lines/1/item", "unknown_item"),
        ("/lines/2/subject", "not_your_subject"),
        ("/lines/3/evidence", "evidence_required"),
        ("/lines/4/not_applicable_reason", "reason_required"),
        ("/lines/5/constraints", "constraint_required"),
    ]
    assert not Submission.objects.exists()
    assert set(Answer.objects.values_list("progress", flat=True)) == {"empty"}


def test_a_dry_run_says_what_would_happen_and_keeps_nothing(round_, africa, office):
    evidence = str(make_evidence(office).pk)

    reply = submit(
        africa,
        partial_line(kind="full", constraints=[], evidence=[evidence]),
        partial_line(item="NGT-99"),
        query="?dry_run=true",
    )

    plan = reply.json()
    assert reply.status_code == 200
    assert (plan["dry_run"], plan["created"], plan["rejected"]) == (True, 1, 1)
    assert [line["outcome"] for line in plan["lines"]] == ["created", "rejected"]
    assert plan["lines"][0]["differences"]["kind"] == {"before": "not_assessed", "after": "full"}
    assert [(e["pointer"], e["code"]) for e in plan["errors"]] == [
        ("/lines/1/item", "unknown_item")
    ]
    assert not Submission.objects.exists()
    assert answer_to(round_, "NGT-01", "KEN").progress == "empty"


def test_a_dry_run_names_the_line_that_is_stale(round_, africa):
    submit(africa, partial_line())

    lines = partial_line(subject="NGA"), partial_line(narrative="Other.", base_version=0)
    plan = submit(africa, *lines, query="?dry_run=true").json()

    assert [(e["pointer"], e["code"]) for e in plan["errors"]] == [
        ("/lines/1/base_version", "stale_version")
    ]


def test_a_stale_base_version_is_409_with_the_current_answer(round_, africa):
    submit(africa, partial_line())

    reply = submit(africa, partial_line(narrative="Other.", base_version=0))

    assert (reply.status_code, reply.json()["code"]) == (409, "stale_version")
    assert reply.json()["current"]["narrative"] == "Under way."
    assert reply.json()["current"]["version"] == 1
    assert Submission.objects.count() == 1


def test_another_offices_code_is_refused_existing_or_not(round_, africa):
    replies = [submit(africa, partial_line(), office=code) for code in ("ROAS", "NOWHERE")]

    assert [(r.status_code, r.json()["code"]) for r in replies] == [(403, "not_your_office")] * 2


def test_a_closed_round_takes_nothing(round_, africa):
    round_.state = "frozen"
    round_.save()

    replies = [
        submit(africa, partial_line()),
        submit(africa, partial_line(item="NGT-99")),
        submit(africa, partial_line(), surprise=1),
        submit(africa, partial_line(), query="?dry_run=true"),
    ]

    assert [(r.status_code, r.json()["code"]) for r in replies] == [(409, "round_not_open")] * 4


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({"round": None}, "/round", "required"),
        ({"round": "2027"}, "/round", "unknown_round"),
        ({"round": 2026}, "/round", "unknown_round"),
        ({"lines": {}}, "/lines", "not_a_list"),
        ({"lines": ["NGT-01"]}, "/lines/0", "not_an_object"),
        ({"note": 7}, "/note", "not_a_text"),
        ({"note": "x" * 5001}, "/note", "too_long"),
        ({"office": 7}, "/office", "not_a_text"),
        ({"ofice": "ROAF"}, "/ofice", "unknown_field"),
    ],
)
def test_what_is_around_the_lines_is_checked_too(round_, africa, body, pointer, code):
    reply = submit(africa, partial_line(), **body)

    assert (reply.status_code, faults(reply)) == (422, [(pointer, code)])
    assert not Submission.objects.exists()


def test_more_than_2000_lines_are_413(round_, africa):
    reply = submit(africa, *[partial_line() for _ in range(2001)])

    assert (reply.status_code, reply.json()["code"]) == (413, "too_many_lines")
    assert reply.json()["limit"] == 2000


def test_a_slip_in_dry_run_stores_nothing(round_, africa):
    reply = submit(africa, partial_line(), query="?dry_run=yes")

    assert (reply.status_code, reply.json()["code"]) == (400, "bad_value")
    assert not Submission.objects.exists()


def test_an_office_sees_its_own_submissions(round_, africa):
    number = submit(africa, partial_line()).json()["number"]
    arab = caller("regional_office", make_office("ROAS"))

    assert [each["number"] for each in africa.get(SUBMISSIONS).json()["results"]] == [number]
    assert arab.get(SUBMISSIONS).json()["results"] == []
    assert arab.get(f"{SUBMISSIONS}{number}/").status_code == 404


@pytest.mark.parametrize(
    ("query", "count"),
    [("state=submitted", 1), ("state=decided", 0), ("office=ROAS", 0), ("round=2026&q=quarter", 1)],
)
def test_submissions_are_found_by_what_they_are(round_, africa, query, count):
    submit(africa, partial_line(), note="Second quarter")

    reply = caller("secretariat").get(f"{SUBMISSIONS}?{query}")

    assert reply.json()["count"] == count


def test_the_secretariat_does_not_submit(round_):
    reply = submit(caller("secretariat"), partial_line())

    assert (reply.status_code, reply.json()["code"]) == (403, "forbidden")


def test_an_office_takes_back_what_nobody_decided_on(round_, africa):
    number = submit(africa, partial_line()).json()["number"]

    reply = africa.post(f"{SUBMISSIONS}{number}/recall/", "{}", content_type="application/json")

    assert (reply.status_code, reply.json()["state"]) == (200, "recalled")
    assert answer_to(round_, "NGT-01", "KEN").progress == "draft"
    again = africa.post(f"{SUBMISSIONS}{number}/recall/", "{}", content_type="application/json")
    assert (again.status_code, again.json()["code"]) == (409, "already_decided")


def decide(client, number, *decisions):
    address = f"{SUBMISSIONS}{number}/decisions/"
    return client.post(address, list(decisions), content_type="application/json")


ACCEPT = {"line": 1, "decision": "accept"}
RETURN = {"line": 2, "decision": "return", "reason": "Name the source."}


@pytest.fixture
def number(round_, africa):
    return submit(africa, partial_line(), partial_line(subject="NGA")).json()["number"]


def test_the_secretariat_decides_line_by_line(round_, number):
    secretariat = caller("secretariat")

    first = decide(secretariat, number, RETURN)
    second = decide(secretariat, number, ACCEPT)

    assert (first.status_code, first.json()["state"]) == (200, "in_review")
    assert (second.status_code, second.json()["state"]) == (200, "decided")
    assert second.json()["whose_turn"] == "office"
    assert [line["decision"] for line in second.json()["lines"]] == ["accept", "return"]
    assert answer_to(round_, "NGT-01", "KEN").progress == "accepted"
    assert answer_to(round_, "NGT-01", "NGA").progress == "returned"


def test_a_retry_of_a_decision_is_safe(number):
    secretariat = caller("secretariat")

    replies = [decide(secretariat, number, RETURN) for _ in range(2)]

    assert [reply.status_code for reply in replies] == [200, 200]


def test_a_line_decided_otherwise_is_409_with_that_decision(number):
    decide(caller("secretariat"), number, RETURN)

    reply = decide(caller("secretariat"), number, {"line": 2, "decision": "accept"}, ACCEPT)

    assert (reply.status_code, reply.json()["code"]) == (409, "already_decided")
    current = {line["number"]: line["decision"] for line in reply.json()["current"]["lines"]}
    assert current == {1: "waiting", 2: "return"}


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ([], "", "not_a_list"),
        ({"line": 1, "decision": "accept"}, "", "not_a_list"),
        (["accept"], "/0", "not_an_object"),
        ([{"line": "1", "decision": "accept"}], "/0/line", "unknown_line"),
        ([{"line": True, "decision": "accept"}], "/0/line", "unknown_line"),
        ([{"line": 3, "decision": "accept"}], "/0/line", "unknown_line"),
        ([ACCEPT, ACCEPT], "/1/line", "duplicate_line"),
        ([{"line": 1, "decision": "agree"}], "/0/decision", "unknown_decision"),
        ([{"line": 1, "decision": None}], "/0/decision", "unknown_decision"),
        ([{"line": 1, "decision": "return"}], "/0/reason", "reason_required"),
        ([{"line": 1, "decision": "return", "reason": 7}], "/0/reason", "not_a_text"),
        ([{**ACCEPT, "resaon": "x"}], "/0/resaon", "unknown_field"),
    ],
)
def test_decisions_that_cannot_be_read_change_nothing(number, body, pointer, code):
    address = f"{SUBMISSIONS}{number}/decisions/"

    reply = caller("secretariat").post(address, body, content_type="application/json")

    assert (reply.status_code, faults(reply)) == (422, [(pointer, code)])
    assert Submission.objects.get().state == "submitted"


def test_an_office_does_not_decide_on_its_own_submission(africa, number):
    reply = decide(africa, number, ACCEPT)

    assert (reply.status_code, reply.json()["code"]) == (403, "forbidden")


def test_a_stranger_to_the_submission_is_told_it_is_not_there(number):
    arab = caller("regional_office", make_office("ROAS"))

    replies = [
        decide(arab, number, ACCEPT),
        arab.post(f"{SUBMISSIONS}{number}/recall/", "{}", content_type="application/json"),
        decide(arab, 999999, ACCEPT),
        arab.get(f"{SUBMISSIONS}99999999999999999999/"),
    ]

    assert [reply.status_code for reply in replies] == [404] * 4


@pytest.mark.parametrize("number_of", [1, 100])
def test_the_list_costs_the_same_for_1_and_for_100(
    round_, office, africa, number_of, django_assert_num_queries
):
    submit(africa, partial_line())
    first = Submission.objects.get()
    for _ in range(number_of - 1):
        Submission(
            round=round_,
            office=office,
            receipt=first.receipt,
            submitted_by=first.submitted_by,
            submitted_at=first.submitted_at,
            due_on=first.due_on,
        ).save()

    with django_assert_num_queries(5):
        reply = africa.get(f"{SUBMISSIONS}?limit=100")

    assert len(reply.json()["results"]) == number_of


@pytest.mark.parametrize("lines", [1, 200])
@pytest.mark.parametrize(("key", "queries"), [(None, 12), ("one", 16)])
def test_a_submission_costs_the_same_for_1_line_and_for_200(
    office, lines, key, queries, django_assert_num_queries
):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    codes = [f"Q{letters[n // 26]}{letters[n % 26]}" for n in range(lines)]
    for code in codes:
        make_team(code, office)
    make_checklist()
    make_open_round()
    client = caller("regional_office", office)

    with django_assert_num_queries(queries):
        reply = submit(client, *[partial_line(subject=code) for code in codes], key=key)

    assert reply.status_code == 201
