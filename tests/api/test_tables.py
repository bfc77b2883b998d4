import pytest

from checklist.models import Answer, Submission
from tests.checklist.tables import CSV, ODS, XLSX, csv_of, ods_of, xlsx_of
from tests.factories import (
    answer_to,
    caller,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    partial_line,
)

pytestmark = pytest.mark.django_db
SUBMISSIONS = "/api/v1/submissions/"
WRITTEN = {CSV: csv_of, XLSX: xlsx_of, ODS: ods_of}
TABLES = pytest.mark.parametrize("media_type", WRITTEN)


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


def send(client, *lines, media_type=CSV, query="?round=2026&office=ROAF", key=None):
    return post(client, WRITTEN[media_type](*lines), media_type, query, key)


def post(client, content, media_type=CSV, query="?round=2026&office=ROAF", key=None):
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(SUBMISSIONS + query, content, content_type=media_type, headers=headers)


def faults(reply):
    errors = reply.json()["errors"]
    return [(each["pointer"], each.get("cell"), each["code"]) for each in errors]


def counts(reply):
    return {name: reply.json()[name] for name in ("created", "updated", "unchanged", "rejected")}


@TABLES
def test_a_table_is_handed_over_as_its_lines_would_be(round_, africa, media_type):
    lines = partial_line(), partial_line(subject="NGA", constraints=["core_funding", "other"])

    reply = send(africa, *lines, media_type=media_type, query="?round=2026&note=Second%20quarter")

    assert (reply.status_code, reply.json()["line_count"]) == (201, 2)
    assert reply.json()["note"] == "Second quarter"
    assert answer_to(round_, "NGT-01", "NGA").constraints == ["core_funding", "other"]
    assert counts(reply) == {"created": 2, "updated": 0, "unchanged": 0, "rejected": 0}


@TABLES
def test_a_line_has_the_same_receipt_from_json_and_from_a_table(round_, africa, media_type):
    sent = {"round": "2026", "lines": [partial_line()]}
    as_json = africa.post(f"{SUBMISSIONS}?dry_run=true", sent, content_type="application/json")
    as_table = send(africa, partial_line(), media_type=media_type, query="?round=2026&dry_run=true")

    assert as_table.json().pop("left_out") == 0
    assert as_table.json()["receipt"] == as_json.json()["receipt"]
    assert as_table.json()["lines"] == as_json.json()["lines"]


@TABLES
def test_faults_are_named_by_line_and_by_cell_and_nothing_is_stored(round_, africa, media_type):
    lines = [
        partial_line(),
        partial_line(subject="NGA", kind="maybe"),
        partial_line(subject="EGY", as_of="2026-02-30"),
    ]

    real = send(africa, *lines, media_type=media_type)
    tried = send(africa, *lines, media_type=media_type, query="?round=2026&dry_run=true")

    expected = [
        ("/lines/1/kind", "C3", "unknown_kind"),
        ("/lines/2/subject", "B4", "not_your_subject"),
        ("/lines/2/as_of", "I4", "invalid_date"),
    ]
    assert (real.status_code, faults(real)) == (422, expected)
    assert (tried.status_code, faults(tried)) == (200, expected)
    assert counts(tried) == {"created": 1, "updated": 0, "unchanged": 0, "rejected": 2}
    assert not Submission.objects.exists()


def test_faults_of_the_table_and_of_its_head_come_in_the_same_manner(round_, africa):
    missing = post(africa, b"item,subject\nNGT-01,KEN\n")
    nothing = post(africa, b"\n")
    no_table = post(africa, b"PK\x03\x04", XLSX)

    assert [reply.status_code for reply in (missing, nothing, no_table)] == [422] * 3
    assert faults(missing) == [("/columns/kind", None, "missing_column")]
    assert "missing_column" in {code for *_, code in faults(nothing)}
    assert {code for *_, code in faults(no_table)} <= {"workbook_unreadable", "not_a_workbook"}


@TABLES
def test_the_same_table_again_changes_nothing(round_, africa, media_type):
    lines = partial_line(base_version=0), partial_line(subject="NGA", base_version=0)
    send(africa, *lines, media_type=media_type)
    before = list(Answer.objects.order_by("pk").values())

    again = send(africa, *lines, media_type=media_type)
    tried = send(africa, *lines, media_type=media_type, query="?round=2026&dry_run=true")

    for reply in (again, tried):
        assert (reply.status_code, reply.json()["code"]) == (409, "nothing_to_submit")
    assert list(Answer.objects.order_by("pk").values()) == before
    assert Submission.objects.count() == 1


def test_only_the_rows_that_say_something_new_are_handed_over_again(round_, africa):
    send(africa, partial_line(), partial_line(subject="NGA"))
    lines = partial_line(), partial_line(subject="NGA", narrative="Signed.")

    tried = send(africa, *lines, query="?round=2026&dry_run=true").json()
    reply = send(africa, *lines)

    assert (tried["line_count"], tried["left_out"]) == (1, 1)
    assert (reply.status_code, reply.json()["line_count"]) == (201, 1)
    (line,) = Submission.objects.first().lines.all()
    assert (line.number, line.answer.subject) == (1, "NGA")


def test_a_row_that_would_overwrite_a_newer_answer_is_409_with_what_stands(round_, africa):
    send(africa, partial_line())

    reply = send(africa, partial_line(narrative="Other.", base_version=0))

    assert (reply.status_code, reply.json()["code"]) == (409, "stale_version")
    assert reply.json()["current"]["narrative"] == "Under way."


def test_the_same_key_with_the_same_bytes_is_one_submission(round_, africa):
    first, again = (send(africa, partial_line(), key="k1") for _ in range(2))
    other = send(africa, partial_line(narrative="Other."), key="k1")

    assert (first.status_code, again["Idempotent-Replayed"]) == (201, "true")
    assert again.json() == first.json()
    assert (other.status_code, other.json()["code"]) == (422, "idempotency_key_reused")
    assert Submission.objects.count() == 1


def test_a_repeated_request_gets_its_reply_when_the_round_is_frozen_meanwhile(round_, africa):
    send(africa, partial_line(), key="k1")
    type(round_).objects.update(state="frozen")

    assert send(africa, partial_line(), key="k1").status_code == 201
    assert send(africa, partial_line(), key="k2").json()["code"] == "round_not_open"


@pytest.mark.parametrize(
    ("query", "status", "code"),
    [
        ("", 422, "required"),
        ("?round=1999", 422, "unknown_round"),
        ("?round=2026&office=ROAS", 403, "not_your_office"),
        ("?round=2026&lines=2", 400, "unknown_parameter"),
        ("?round=2026&dry_run=perhaps", 400, "bad_value"),
    ],
)
def test_what_stands_in_the_address_is_checked_like_a_body(round_, africa, query, status, code):
    reply = send(africa, partial_line(), query=query)

    assert reply.status_code == status
    assert code in {reply.json()["code"], *(each["code"] for each in reply.json()["errors"])}


def test_a_body_of_json_says_its_round_itself(round_, africa):
    reply = africa.post(f"{SUBMISSIONS}?round=2026", {}, content_type="application/json")

    assert (reply.status_code, reply.json()["code"]) == (400, "unknown_parameter")


def test_more_lines_than_a_submission_has_are_413(round_, africa):
    reply = send(africa, *[partial_line()] * 2001)

    assert (reply.status_code, reply.json()["code"]) == (413, "too_many_lines")


def test_another_media_type_is_415_with_those_that_are_taken(round_, africa):
    reply = post(africa, b"x", "application/vnd.ms-excel")

    assert reply.status_code == 415
    assert {CSV, XLSX, ODS, "application/json"} == set(reply["Accept"].split(", "))


@pytest.mark.parametrize("number", [1, 100])
def test_a_table_costs_the_same_queries_for_1_and_for_100(
    africa, office, number, django_assert_num_queries
):
    codes = [f"T{chr(65 + n // 26)}{chr(65 + n % 26)}" for n in range(number)]
    for code in codes:
        make_team(code, office)
    make_checklist()
    make_open_round()

    with django_assert_num_queries(13):
        reply = send(africa, *(partial_line(subject=code) for code in codes))

    assert reply.json()["line_count"] == number


@pytest.fixture
def workbook(round_):
    return "/api/v1/rounds/2026/workbook.xlsx"


def test_the_workbook_of_an_office_is_a_download_whatever_is_accepted(africa, workbook):
    reply = africa.get(f"{workbook}?language=fr", headers={"Accept": "application/json"})

    assert (reply.status_code, reply["Content-Type"]) == (200, XLSX)
    assert reply["Content-Disposition"] == (
        "attachment; filename=\"2026-ROAF-fr.xlsx\"; filename*=UTF-8''2026-ROAF-fr.xlsx"
    )
    assert reply["Cache-Control"] == "no-store"


def test_a_workbook_comes_back_and_says_nothing_new(africa, workbook):
    reply = post(africa, africa.get(workbook).content, XLSX)

    assert (reply.status_code, reply.json()["code"]) == (409, "nothing_to_submit")


def test_a_workbook_of_another_office_is_refused(round_, workbook):
    content = caller("regional_office", make_office("ROAS")).get(workbook).content
    client = caller("regional_office", make_office("ROAF"))

    assert [code for *_, code in faults(post(client, content, XLSX))] == ["wrong_office"]


@pytest.mark.parametrize(
    ("query", "status"),
    [
        ("?office=ROAS", 404),
        ("?office=NOWHERE", 404),
        ("?language=xx", 400),
        ("?format=csv", 400),
    ],
)
def test_what_a_workbook_cannot_be_made_for(africa, workbook, query, status):
    assert africa.get(workbook + query).status_code == status
    assert africa.get("/api/v1/rounds/1999/workbook.xlsx").status_code == 404


def test_the_secretariat_says_for_which_office(workbook):
    client = caller("secretariat")

    assert client.get(workbook).status_code == 400
    assert client.get(f"{workbook}?office=ROAF").status_code == 200
