import pytest

from checklist.models import Answer
from regions.models import Installation
from tests.factories import (
    answer_to,
    caller,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_round,
    make_team,
)

pytestmark = pytest.mark.django_db
BASE = "http://testserver/api/v1/"
KENYA = "/api/v1/rounds/2026/answers/NGT-01/KEN/"
DRAFT = {"kind": "partial", "narrative": "Under way.", "constraints": ["core_funding"]}


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


def send(client, method, body, match='"0"', address=KENYA):
    headers = {"If-Match": match} if match else {}
    return getattr(client, method)(address, body, content_type="application/json", headers=headers)


def found(reply):
    assert reply.status_code == 200, reply.content
    return [(each["item"], each["subject"]) for each in reply.json()["results"]]


def test_an_answer_has_the_fields_of_the_contract(round_, africa):
    reply = africa.get(KENYA)

    assert reply["ETag"] == '"0"'
    assert reply.json() == {
        "round": "2026",
        "item": "NGT-01",
        "subject": "KEN",
        "office": "ROAF",
        "kind": "not_assessed",
        "narrative": "",
        "language": "en",
        "constraints": [],
        "next_step": "",
        "next_step_due": None,
        "as_of": None,
        "evidence": [],
        "not_applicable_reason": "",
        "progress": "empty",
        "version": 0,
        "reexamined": False,
        "url": f"{BASE}rounds/2026/answers/NGT-01/KEN/",
        "display": "NGT-01 · Team KEN",
        "updated_at": reply.json()["updated_at"],
        "provenance": {"kind": "entered", "source": ""},
        "allowed_actions": [{"action": "save", "allowed": True, "reasons": []}],
    }


def test_in_a_demonstration_an_answer_says_that_it_is_invented(round_, africa):
    Installation.objects.create(pk=1, is_demonstration=True)

    assert africa.get(KENYA).json()["provenance"]["kind"] == "invented"


def test_an_office_lists_its_own_answers_of_the_open_round(round_, africa):
    make_round("2025", "published")

    assert found(africa.get("/api/v1/answers/")) == [
        ("NGT-01", "KEN"),
        ("NGT-01", "NGA"),
        ("NGT-02", "KEN"),
        ("NGT-02", "NGA"),
    ]


def test_without_an_open_round_the_list_is_empty(office):
    assert found(caller("regional_office", office).get("/api/v1/answers/")) == []


def test_the_secretariat_lists_all_answers(round_):
    assert len(found(caller("secretariat").get("/api/v1/answers/"))) == 6


@pytest.mark.parametrize(
    ("query", "subjects"),
    [
        ("office=ROAS", ["EGY", "EGY"]),
        ("item=NGT-02", ["EGY", "KEN", "NGA"]),
        ("item=NGT-02&subject=KEN&subject=NGA", ["KEN", "NGA"]),
        ("pillar=NGT&subject=EGY", ["EGY", "EGY"]),
        ("kind=full", []),
        ("progress=draft", ["KEN"]),
        ("without_evidence=false", ["KEN"]),
        ("without_evidence=true&subject=KEN", ["KEN"]),
        ("q=under%20WAY", ["KEN"]),
        ("round=2026&office=ROAS", ["EGY", "EGY"]),
    ],
)
def test_answers_are_found_by_what_they_are_and_say(round_, office, query, subjects):
    evidence = make_evidence(office)
    send(caller("regional_office", office), "put", {**DRAFT, "evidence": [str(evidence.pk)]})

    reply = caller("secretariat").get(f"/api/v1/answers/?{query}")

    assert [subject for _, subject in found(reply)] == subjects


@pytest.mark.parametrize(
    ("query", "code"),
    [
        ("round=1999", "unknown_code"),
        ("item=NGT-99", "unknown_code"),
        ("pillar=XYZ", "unknown_code"),
        ("subject=kenya", "unknown_code"),
        ("kind=fully", "unknown_code"),
        ("without_evidence=1", "bad_value"),
        ("cursor=abc", "bad_value"),
        ("cursor=YWZ0ZXJ8OTk5OTk5OTk5OTk5OTk5OTk5OTk5OTk", "bad_value"),
        ("round=2026&round=2026&offset=1", "unknown_parameter"),
    ],
)
def test_a_filter_that_cannot_be_is_refused(round_, query, code):
    reply = caller("secretariat").get(f"/api/v1/answers/?{query}")

    assert (reply.status_code, reply.json()["code"]) == (400, code)


def test_answers_of_several_rounds_are_paged_by_key_both_ways(round_):
    make_round("2025", "planned")
    client = caller("secretariat")

    first = client.get("/api/v1/answers/?round=2025&round=2026&limit=4").json()
    second = client.get(first["next"]).json()
    back = client.get(second["previous"]).json()

    assert (len(first["results"]), len(second["results"])) == (4, 2)
    assert (first["count"], first["previous"], second["next"]) == (None, None, None)
    assert back["results"] == first["results"]
    assert len({each["url"] for each in first["results"] + second["results"]}) == 6


def test_an_office_writes_a_draft_on_the_version_it_read(round_, africa):
    reply = send(africa, "put", DRAFT)

    assert (reply.status_code, reply["ETag"]) == (200, '"1"')
    assert reply.json()["progress"] == "draft"
    assert answer_to(round_, "NGT-01", "KEN").narrative == "Under way."


def test_a_patch_leaves_the_other_fields(round_, africa):
    send(africa, "put", DRAFT)

    reply = send(africa, "patch", {"next_step": "Sign it."}, '"1"')

    assert reply.status_code == 200, reply.content
    written = answer_to(round_, "NGT-01", "KEN")
    assert (written.narrative, written.next_step, written.version) == ("Under way.", "Sign it.", 2)


def test_what_was_read_can_be_sent_back_changed(round_, africa):
    send(africa, "put", DRAFT)
    read = africa.get(KENYA).json()

    reply = send(africa, "put", {**read, "narrative": "Signed."}, '"1"')

    assert (reply.status_code, reply.json()["narrative"]) == (200, "Signed.")


def test_a_field_that_is_not_written_cannot_be_changed(round_, africa):
    read = africa.get(KENYA).json()

    reply = send(africa, "put", {**read, **DRAFT, "progress": "accepted", "office": "ROAS"})

    assert (reply.status_code, reply.json()["code"]) == (422, "invalid")
    assert {(e["pointer"], e["code"]) for e in reply.json()["errors"]} == {
        ("/progress", "read_only"),
        ("/office", "read_only"),
    }
    assert answer_to(round_, "NGT-01", "KEN").version == 0


def test_a_write_without_a_version_is_428(round_, africa):
    reply = send(africa, "put", DRAFT, match=None)

    assert (reply.status_code, reply.json()["code"]) == (428, "guard_missing")
    assert answer_to(round_, "NGT-01", "KEN").version == 0


@pytest.mark.parametrize("match", ['"7"', '"x"', "W/", '"99999999999999999999"'])
def test_a_write_on_a_stale_version_is_412_with_what_stands_now(round_, africa, match):
    send(africa, "put", DRAFT)

    reply = send(africa, "put", {**DRAFT, "narrative": "Other."}, match)

    assert (reply.status_code, reply.json()["code"]) == (412, "stale_version")
    assert reply.json()["current"]["narrative"] == "Under way."
    assert reply["ETag"] == '"1"'
    assert answer_to(round_, "NGT-01", "KEN").narrative == "Under way."


@pytest.mark.parametrize("match", ['"0"', 'W/"0"', "0", '"5", "0"', "*"])
def test_a_version_may_be_weak_or_one_of_several(round_, africa, match):
    assert send(africa, "put", DRAFT, match).status_code == 200


def test_a_write_to_a_round_that_is_not_open_is_409(round_, africa):
    round_.state = "frozen"
    round_.save()

    reply = send(africa, "put", DRAFT)

    assert (reply.status_code, reply.json()["code"]) == (409, "round_not_open")
    assert [each["code"] for each in reply.json()["blockers"]] == ["round_not_open"]
    actions = africa.get(KENYA).json()["allowed_actions"]
    assert actions[0]["reasons"][0]["code"] == "round_not_open"


def test_what_cannot_be_kept_is_422_by_field(round_, africa):
    reply = send(africa, "put", {"kind": "partially", "as_of": "2026-02-30", "narative": "x"})

    assert reply.status_code == 422
    assert {(e["pointer"], e["code"]) for e in reply.json()["errors"]} == {
        ("/kind", "unknown_kind"),
        ("/as_of", "invalid_date"),
        ("/narative", "unknown_field"),
    }


@pytest.mark.parametrize("body", ["[]", "1", "null", '"text"'])
def test_a_body_that_is_no_object_is_422(round_, africa, body):
    reply = send(africa, "put", body)

    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (422, "not_an_object")


def test_another_offices_answer_is_not_there(round_, africa):
    egypt = "/api/v1/rounds/2026/answers/NGT-01/EGY/"

    assert africa.get(egypt).status_code == 404
    assert send(africa, "put", DRAFT, address=egypt).status_code == 404


def test_the_secretariat_amends_an_accepted_answer_with_a_reason(round_):
    answer = answer_to(round_, "NGT-01", "KEN")
    Answer.objects.filter(pk=answer.pk).update(progress="accepted", kind="partial", version=3)
    secretariat = caller("secretariat")

    without = send(secretariat, "put", DRAFT, '"3"')
    with_reason = send(secretariat, "put", {**DRAFT, "reason": "Checked."}, '"3"')

    assert (without.status_code, without.json()["errors"][0]["pointer"]) == (422, "/reason")
    assert (with_reason.status_code, with_reason.json()["version"]) == (200, 4)
    assert answer.amendments.get().reason == "Checked."


def test_a_token_that_only_reads_does_not_write(round_, office):
    reader = caller("regional_office", office, scopes=("read",))

    reply = send(reader, "put", DRAFT)

    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")


@pytest.mark.parametrize("teams", [1, 100])
@pytest.mark.parametrize(
    ("query", "queries"), [("limit=100", 5), ("limit=100&office=ROAF&round=2026&item=NGT-01", 6)]
)
def test_the_list_costs_the_same_for_1_and_for_100(
    office, teams, query, queries, django_assert_num_queries
):
    letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"
    for number in range(teams):
        make_team(f"Q{letters[number // 26]}{letters[number % 26]}", office)
    make_checklist()
    make_open_round()
    client = caller("regional_office", office)

    with django_assert_num_queries(queries):
        reply = client.get(f"/api/v1/answers/?{query}")

    assert len(reply.json()["results"]) == teams
