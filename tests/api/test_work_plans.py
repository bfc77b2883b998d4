"""`work-plans/`: an export tried, taken over, refused."""

import pytest

from programmes.models import WorkPlanItem
from tests.api.test_contract import described, faults
from tests.checklist.tables import CSV
from tests.factories import caller, make_office
from tests.programmes.workplans.exports import HEADS, make_framework, row, rows, table

pytestmark = pytest.mark.django_db
WORK_PLANS = "/api/v1/work-plans/?source=UN+INFO"


@pytest.fixture
def secretariat():
    return caller("secretariat")


@pytest.fixture
def framework():
    return make_framework()


def send(client, *given, query="", heads=HEADS, key=None):
    content = table(*given, heads=heads)
    headers = {"Idempotency-Key": key} if key else {}
    return client.post(WORK_PLANS + query, content, content_type=CSV, headers=headers)


def counts(reply):
    names = ("created", "updated", "unchanged", "rejected")
    return {name: reply.json()[name] for name in names if reply.json()[name]}


def test_a_dry_run_says_what_would_be_done_and_how_columns_are_read(secretariat, framework):
    reply = send(secretariat, *rows(2), query="&dry_run=true")

    assert (reply.status_code, counts(reply)) == (200, {"created": 2})
    assert reply.json()["columns"][6] == {
        "column": "G",
        "head": "Implementing Agencies",
        "field": "agencies",
    }
    assert faults(reply.json(), described("/api/v1/work-plans/", "post", 200)) == []
    assert not WorkPlanItem.objects.exists()


def test_a_plan_is_taken_over_and_again_changes_nothing(secretariat, framework):
    first = send(secretariat, *rows(2), query="&exported_on=2026-03-12")
    second = send(secretariat, *rows(2))

    assert (counts(first), counts(second)) == ({"created": 2}, {"unchanged": 2})
    assert WorkPlanItem.objects.first().source == "UN INFO, 12 March 2026"


def test_every_fault_is_named_by_its_cell_and_nothing_is_stored(secretariat, framework):
    reply = send(secretariat, row(), row(country="Wakanda", required="much"))

    assert reply.status_code == 422
    assert [(each["cell"], each["code"]) for each in reply.json()["errors"]] == [
        ("I3", "not_an_amount"),
        ("A3", "unknown_place"),
    ]
    assert not WorkPlanItem.objects.exists()


def test_vanished_items_are_named_and_deleted_by_their_number(secretariat, framework):
    send(secretariat, *rows(3))

    tried = send(secretariat, *rows(1), query="&dry_run=true")
    refused = send(secretariat, *rows(1), query="&delete_vanished=1")
    send(secretariat, *rows(1), query="&delete_vanished=2")

    assert [each["code"] for each in tried.json()["vanished"]] == ["1.1.1.2", "1.1.1.3"]
    assert faults(tried.json(), described("/api/v1/work-plans/", "post", 200)) == []
    assert (refused.status_code, refused.json()["code"]) == (409, "count_changed")
    assert WorkPlanItem.objects.count() == 1


def test_a_repeated_key_gives_the_first_reply_again(secretariat, framework):
    first = send(secretariat, *rows(2), key="once")
    again = send(secretariat, *rows(2), key="once")

    assert again.json() == first.json()


@pytest.mark.parametrize(
    "query", ["&year=26", "&exported_on=yesterday", "&dry_run=maybe", "&delete_vanished=0"]
)
def test_a_parameter_that_cannot_be_is_400(secretariat, query):
    assert send(secretariat, row(), query=query).status_code == 400


def test_the_source_is_asked_for(secretariat):
    reply = secretariat.post("/api/v1/work-plans/", table(row()), content_type=CSV)

    assert (reply.status_code, reply.json()["errors"][0]["parameter"]) == (400, "source")


def test_ten_thousand_rows_are_413(secretariat, framework):
    for query in ("", "&dry_run=true"):
        reply = send(secretariat, *rows(10_000), query=query)

        assert (reply.status_code, reply.json()["code"]) == (413, "too_many_lines")


def test_an_empty_file_is_a_fault_in_words(secretariat):
    reply = secretariat.post(WORK_PLANS, b"", content_type=CSV)

    assert (reply.status_code, reply.json()["errors"][0]["code"]) == (422, "not_a_workbook")


@pytest.mark.parametrize("role", ["regional_office", "board_member", "administrator"])
def test_only_the_secretariat_takes_plans_over(role, framework):
    offices = [make_office("ROAF")] if role == "regional_office" else []

    assert send(caller(role, *offices), row()).status_code == 403


def test_a_token_for_reading_takes_none_over(framework):
    reply = send(caller("secretariat", scopes=("read",)), row())

    assert (reply.status_code, reply.json()["code"]) == (403, "scope_missing")
