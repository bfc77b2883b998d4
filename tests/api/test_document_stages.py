"""The workflow of programme documents over the API."""

from datetime import date

import pytest

from tests.factories import caller, make_office
from tests.programmes.documents import make_criterion, make_document, make_ready_document

pytestmark = pytest.mark.django_db

REVIEWED = {"prc_reviewed_on": date(2026, 2, 1), "prc_decision": "approved"}


def address(document, *parts):
    return "/api/v1/programme-documents/" + "".join(f"{x}/" for x in (document.pk, *parts))


def send(client, document, act, **said):
    method = client.put if act == "judgements" else client.post
    return method(address(document, act), said, content_type="application/json")


def office():
    return caller("regional_office", make_office("ROAF"))


def acts(reply):
    """What the workflow offers, apart from changing and deleting the record itself."""
    kept = ("change", "delete")
    found = [x for x in reply.json()["allowed_actions"] if x["action"] not in kept]
    return [(x["action"], x["to"], [each["code"] for each in x["reasons"]]) for x in found]


def test_a_step_answers_with_the_document_and_what_follows():
    document = make_ready_document("launching")

    reply = send(office(), document, "advance", to="drafting")

    assert (reply.status_code, reply.json()["stage"]) == (200, "drafting")
    assert acts(reply) == [("advance", "prc_review", []), ("withdraw", "", [])]


def test_what_stands_in_the_way_comes_with_the_refusal_and_before_it():
    document, client = make_document(), office()
    reasons = ["framework_not_named", "rc_not_consulted", "derivation_not_recorded", "no_outcomes"]

    before = client.get(address(document))
    reply = send(client, document, "advance", to="prc_review")

    assert acts(before) == acts(reply) == [("advance", "prc_review", reasons), ("withdraw", "", [])]
    assert (reply.status_code, reply.json()["code"]) == (409, "framework_not_named")
    assert [each["code"] for each in reply.json()["blockers"]] == reasons


def test_the_committees_steps_are_offered_to_the_secretariat_alone():
    document = make_ready_document("prc_review", **REVIEWED)

    assert acts(office().get(address(document))) == [("withdraw", "", [])]
    assert acts(caller("secretariat").get(address(document))) == [
        ("advance", "approved", []),
        ("advance", "drafting", []),
        ("withdraw", "", []),
        ("review", "", []),
        ("judgements", "", []),
        ("correct-stage", "", []),
    ]


def test_an_office_does_not_approve():
    document = make_ready_document("prc_review", **REVIEWED)

    reply = send(office(), document, "advance", to="approved")

    assert (reply.status_code, reply.json()["code"]) == (403, "forbidden")


def test_a_reader_of_another_office_is_offered_nothing():
    client = caller("regional_office", make_office("ROAS"))

    assert client.get(address(make_document())).json()["allowed_actions"] == []


@pytest.mark.parametrize(
    ("act", "said", "faults"),
    [
        ("advance", {"to": "published"}, [("/to", "unknown_stage")]),
        ("advance", {"too": "drafting"}, [("/too", "unknown_field")]),
        ("advance", {"to": 3}, [("/to", "not_a_text")]),
        ("withdraw", {}, [("/reason", "reason_required")]),
        ("correct-stage", {"to": "running"}, [("/reason", "reason_required")]),
        ("correct-stage", {"to": "unknown", "reason": "r"}, [("/to", "unknown_stage")]),
        ("review", {"decision": "approved"}, [("/reviewed_on", "required")]),
        ("review", {"reviewed_on": "2026-02-30"}, [("/reviewed_on", "invalid_date")]),
        ("review", {"reviewed_on": "1.2.2026"}, [("/reviewed_on", "invalid_date")]),
        (
            "review",
            {"reviewed_on": "2026-02-01", "decision": "returned"},
            [("/decision", "unknown_decision")],
        ),
        ("judgements", {"criterion": "none"}, [("/criterion", "unknown_criterion")]),
        ("judgements", {"criterion": "derived"}, [("/verdict", "unknown_verdict")]),
        (
            "judgements",
            {"criterion": "derived", "verdict": "partly"},
            [("/note", "required")],
        ),
    ],
)
def test_what_cannot_be_taken_is_named(act, said, faults):
    document = make_document("prc_review")
    make_criterion()

    reply = send(caller("secretariat"), document, act, **said)

    assert reply.status_code == 422
    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == faults


def test_a_document_is_judged_reviewed_and_approved():
    document, client = make_ready_document("prc_review"), caller("secretariat")
    make_criterion()

    judged = send(client, document, "judgements", criterion="derived", verdict="met")
    send(client, document, "review", reviewed_on="2026-02-01", decision="conditional")
    approved = send(client, document, "advance", to="approved")

    assert (judged.status_code, judged.json()["verdict"]) == (200, "met")
    assert (approved.status_code, approved.json()["stage"]) == (200, "approved")
    assert (
        send(client, document, "judgements", criterion="derived", verdict="met").status_code == 409
    )


def test_the_sheet_says_that_it_is_a_reconstruction_and_what_is_on_record():
    document = make_ready_document()
    make_criterion("one_family", paragraph="20")

    reply = office().get(address(document, "judgements"))

    assert reply.json()["results"] == [
        {
            "criterion": "one_family",
            "paragraph": "20",
            "title": "Criterion one_family",
            "is_mandatory": True,
            "is_reconstruction": True,
            "records_say": "Consulted on 3 November 2025.",
            "verdict": None,
            "note": "",
            "judged_on": None,
            "judged_by": None,
        }
    ]


def test_a_stage_is_recorded_by_the_secretariat():
    document = make_document("unknown")

    reply = send(caller("secretariat"), document, "correct-stage", to="running", reason="Letter")

    assert (reply.status_code, reply.json()["stage"]) == (200, "running")


@pytest.mark.parametrize("number", [1, 20])
def test_the_sheet_asks_as_often_for_many_criteria(number, django_assert_num_queries):
    document, client = make_ready_document(), caller("secretariat")
    for place in range(number):
        make_criterion(f"c{place}", place)
    client.get(address(document, "judgements"))

    with django_assert_num_queries(9):
        client.get(address(document, "judgements"))
