"""Records of programmes, read and written: one door into the intake of all doors."""

from urllib.parse import urlencode

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from programmes.intake.kinds import KINDS
from programmes.models import CooperationFramework, FrameworkEngagement, Presence
from tests.factories import caller, make_office
from tests.programmes.intake.world import rows, set_up

pytestmark = pytest.mark.django_db
BASE = "http://testserver/api/v1/"
SLUGS = sorted(KINDS)


@pytest.fixture(autouse=True)
def world():
    set_up()


@pytest.fixture
def secretariat():
    return caller("secretariat")


@pytest.fixture
def office():
    return caller("regional_office", make_office("ROAF"))


def send(client, method, address, body, **headers):
    address = address if address.startswith("http") else f"/api/v1/{address}"
    call = getattr(client, method)
    return call(address, body, content_type="application/json", headers=headers)


def made(client, slug, **changes):
    reply = send(client, "post", f"{slug}/", {**rows()[slug], **changes})
    assert reply.status_code == 201, reply.content
    return reply


@pytest.mark.parametrize("slug", SLUGS)
def test_a_record_is_made_read_changed_and_deleted(slug, secretariat):
    reply = made(secretariat, slug)
    address = reply["Location"]
    got = secretariat.get(address)
    assert got.json() | {"allowed_actions": []} == reply.json() | {"allowed_actions": []}
    assert got["ETag"] == reply["ETag"]

    changed = send(secretariat, "patch", address, {"source": "A/79/1"}, **{"If-Match": got["ETag"]})
    assert (changed.status_code, changed.json()["source"]) == (200, "A/79/1")

    put_back = send(secretariat, "put", address, changed.json(), **{"If-Match": changed["ETag"]})
    assert put_back.json() == {**changed.json(), "updated_at": put_back.json()["updated_at"]}
    assert put_back["ETag"] == changed["ETag"]

    gone = send(secretariat, "delete", address, {}, **{"If-Match": changed["ETag"]})
    assert (gone.status_code, secretariat.get(address).status_code) == (204, 404)


@pytest.mark.parametrize("slug", SLUGS)
def test_a_record_that_is_there_is_not_made_again(slug, secretariat):
    made(secretariat, slug)
    again = send(secretariat, "post", f"{slug}/", rows()[slug])
    codes = {each["code"] for each in again.json()["errors"]}
    assert (again.status_code, "duplicate_record" in codes) == (422, True)


@pytest.mark.parametrize("method", ["put", "patch", "delete"])
def test_a_write_on_old_words_is_told_what_stands_now(method, secretariat):
    reply = made(secretariat, "presence")
    address, old = reply["Location"], reply["ETag"]
    now = send(secretariat, "patch", address, {"kind": "none"}, **{"If-Match": old})

    stale = send(
        secretariat, method, address, {**rows()["presence"], "kind": "limited"}, **{"If-Match": old}
    )

    assert (stale.status_code, stale.json()["code"]) == (412, "stale_version")
    assert stale["ETag"] == now["ETag"]
    assert stale.json()["current"]["kind"] == "none"
    unguarded = send(secretariat, method, address, {})
    assert (unguarded.status_code, unguarded.json()["code"]) == (428, "guard_missing")
    anyhow = send(secretariat, "patch", address, {"kind": "limited"}, **{"If-Match": "*"})
    assert anyhow.status_code == 200


@pytest.mark.parametrize("slug", SLUGS)
def test_an_office_writes_its_own(slug, office, secretariat):
    reply = send(office, "post", f"{slug}/", rows("JOR", "ROAS")[slug])
    code = "not_your_office" if KINDS[slug].offices_keep else "forbidden"
    assert (reply.status_code, reply.json()["code"]) == (403, code)
    own = send(office, "post", f"{slug}/", rows()[slug])
    assert own.status_code == (201 if KINDS[slug].offices_keep else 403)


def test_an_office_is_shown_what_it_can_do(office, secretariat):
    send(secretariat, "post", "presence/", rows("JOR", "ROAS")["presence"])
    made(office, "presence")

    listed = office.get("/api/v1/presence/").json()["results"]

    assert [(each["country"], each["office"]) for each in listed] == [
        ("JOR", "ROAS"),
        ("KEN", "ROAF"),
    ]
    change = {"action": "change", "allowed": True, "reasons": []}
    assert [each["allowed_actions"] for each in listed] == [[], [change]]


def test_what_stands_against_deleting_is_said(secretariat):
    framework = CooperationFramework.objects.get(team__code="KEN")
    got = secretariat.get(f"/api/v1/frameworks/{framework.pk}/")

    refused = send(secretariat, "delete", got.json()["url"], {}, **{"If-Match": got["ETag"]})

    assert got.json()["allowed_actions"][1]["allowed"] is False
    assert (refused.status_code, refused.json()["code"]) == (409, "referred_to")
    assert len(refused.json()["blockers"]) == 2


def test_why_a_record_is_deleted_stands_in_its_history(secretariat):
    reply = made(secretariat, "presence")
    address = f"{reply['Location']}?{urlencode({'reason': 'Entered twice.'})}"

    gone = secretariat.delete(address, headers={"If-Match": reply["ETag"]})

    event = Presence.pgh_event_model.objects.order_by("pgh_id").last()
    told = (gone.status_code, event.pgh_label, event.pgh_context["reason"])
    assert told == (204, "delete", "Entered twice.")


def test_a_reason_in_the_address_has_its_limit_and_belongs_to_deleting_alone(secretariat):
    reply = made(secretariat, "presence")
    guard = {"If-Match": reply["ETag"]}

    long = secretariat.delete(f"{reply['Location']}?reason={'x' * 5001}", headers=guard)
    misplaced = send(secretariat, "patch", f"{reply['Location']}?reason=Why", {}, **guard)

    assert (long.status_code, long.json()["errors"][0]["code"]) == (422, "too_long")
    assert (misplaced.status_code, misplaced.json()["code"]) == (400, "unknown_parameter")
    assert Presence.objects.exists()


def test_faults_point_into_the_body(secretariat):
    reply = send(
        secretariat, "post", "frameworks/", {**rows()["frameworks"], "ends_on": "2030-02-30"}
    )
    assert reply.status_code == 422
    assert [(each["pointer"], each["code"]) for each in reply.json()["errors"]] == [
        ("/ends_on", "invalid_date")
    ]


def test_what_cannot_be_written_is_refused_when_it_differs(secretariat):
    reply = made(secretariat, "presence")
    body, guard = {"office": "ROAS"}, {"If-Match": reply["ETag"]}
    refused = send(secretariat, "patch", reply["Location"], body, **guard)
    assert refused.json()["errors"][0]["code"] == "read_only"


def test_the_stage_of_a_document_stays_and_is_not_changed(secretariat):
    reply = made(secretariat, "programme-documents")
    guard = {"If-Match": reply["ETag"]}
    body = rows()["programme-documents"]
    refused = send(secretariat, "put", reply["Location"], {**body, "stage": "ended"}, **guard)
    assert refused.json()["errors"][0]["code"] == "stage_by_act"
    del body["stage"]
    kept = send(secretariat, "put", reply["Location"], body, **guard)
    assert kept.json()["stage"] == "approved"


def test_a_second_request_under_the_same_key_gets_the_first_reply(secretariat):
    key = {"Idempotency-Key": "once"}
    first = send(secretariat, "post", "presence/", rows()["presence"], **key)
    second = send(secretariat, "post", "presence/", rows()["presence"], **key)
    assert (second.status_code, second.json()) == (201, first.json())
    assert second["Idempotent-Replayed"] == "true"


def test_filters_find_records(secretariat):
    for slug in SLUGS:
        made(secretariat, slug)
    for query in (
        "engagements/?level=active&team=KEN&holding_on=2024-06-01",
        "contributions/?kind=analysis&country=KEN&office=ROAF",
        "presence/?projects=yes&q=Country",
        "framework-results/?level=output&team=KEN",
        "programme-results/?derived=true&country=KEN",
        "work-plan-items/?names_un_habitat=true&office=ROAF",
        "programme-documents/?stage=approved&derivation=unknown",
    ):
        assert len(secretariat.get(f"/api/v1/{query}").json()["results"]) == 1, query


def test_many_rows_are_tried_and_then_kept_or_refused_whole(office):
    good, bad = rows()["presence"], {"country": "KNE", "kind": "physical"}

    tried = send(office, "post", "presence/bulk/?dry_run=true", {"rows": [good, bad]})
    refused = send(office, "post", "presence/bulk/", {"rows": [good, bad]})
    kept = send(office, "post", "presence/bulk/", {"rows": [good], "reason": "Yearly review"})
    again = send(office, "post", "presence/bulk/", {"rows": [good]})

    assert tried.status_code == 200
    assert [row["outcome"] for row in tried.json()["rows"]] == ["created", "rejected"]
    assert [each["pointer"] for each in tried.json()["errors"]] == ["/rows/1/country"]
    assert refused.status_code == 422
    assert refused.json()["errors"] == tried.json()["errors"]
    assert (kept.status_code, kept.json()["created"], again.json()["unchanged"]) == (200, 1, 1)
    got = office.get(kept.json()["rows"][0]["url"])
    assert got.json()["kind"] == "physical"


def send_csv(client, address, *lines):
    body = "\n".join(lines).encode()
    return client.post(f"/api/v1/{address}", body, content_type="text/csv")


def test_a_table_goes_through_the_same_intake_and_names_its_cells(office):
    rows()
    heads = "country,kind,source"
    tried = send_csv(office, "presence/bulk/?dry_run=true", heads, "KEN,limited,", "KNE,far,")
    refused = send_csv(office, "presence/bulk/", heads, "KEN,limited,", "KNE,far,")
    kept = send_csv(office, "presence/bulk/?reason=Yearly+review", heads, "KEN,limited,Visit")
    again = send_csv(office, "presence/bulk/", heads, "KEN,limited,Visit")

    faults = [(each["pointer"], each["cell"]) for each in tried.json()["errors"]]
    assert faults == [("/rows/1/country", "A3"), ("/rows/1/kind", "B3")]
    assert [row["outcome"] for row in tried.json()["rows"]] == ["created", "rejected"]
    assert (refused.status_code, refused.json()["errors"]) == (422, tried.json()["errors"])
    assert (kept.status_code, kept.json()["created"], again.json()["unchanged"]) == (200, 1, 1)


def test_a_row_on_old_words_refuses_many(secretariat):
    reply = made(secretariat, "presence")
    row = {"id": reply.json()["id"], "base": reply["ETag"].strip('"')}
    send(secretariat, "post", "presence/bulk/", {"rows": [{**row, "kind": "none"}]})

    stale = send(secretariat, "post", "presence/bulk/", {"rows": [{**row, "kind": "limited"}]})

    assert (stale.status_code, stale.json()["code"]) == (409, "stale_version")
    assert stale.json()["current"]["kind"] == "none"


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        ({}, 422, "required"),
        ({"rows": {}}, 422, "not_a_list"),
        ({"rows": [], "row": []}, 422, "unknown_field"),
        ({"rows": [{}] * 2001}, 413, "too_many_rows"),
        ({"rows": ["KEN"]}, 422, "not_an_object"),
    ],
)
def test_a_body_that_is_no_set_of_rows_is_refused(body, status, code, secretariat):
    reply = send(secretariat, "post", "presence/bulk/", body)
    codes = {each["code"] for each in reply.json()["errors"]} | {reply.json()["code"]}
    assert reply.status_code == status
    assert code in codes


@pytest.mark.parametrize("number", [1, 100])
def test_saving_many_costs_the_same_for_1_and_for_100(number, secretariat):
    body = {"rows": [{**rows()["contributions"], "topic": f"T{i}"} for i in range(number)]}
    with CaptureQueriesContext(connection) as queries:
        reply = send(secretariat, "post", "contributions/bulk/", body)
    assert reply.json()["created"] == number
    assert len([each for each in queries if "SAVEPOINT" not in each["sql"]]) == 12


def part(client):
    pk = CooperationFramework.objects.get(team__code="KEN").pk
    return client.get(f"/api/v1/frameworks/{pk}/engagement/")


def test_the_part_of_today_is_written_and_written_again(office):
    first = part(office)
    assert (first.json()["level"], first.json()["record"]) == ("unknown", None)
    address = first.json()["url"]

    said = {"signatory": "yes", "level": "active"}
    second = send(office, "put", address, said, **{"If-Match": first["ETag"]})
    third = send(office, "put", address, {"level": "light"}, **{"If-Match": second["ETag"]})

    assert (second.json()["level"], second.json()["signatory"]) == ("active", "yes")
    assert (third.json()["level"], third.json()["signatory"]) == ("light", "unknown")
    assert FrameworkEngagement.objects.count() == 1
    stale = send(office, "put", address, said, **{"If-Match": second["ETag"]})
    assert (stale.status_code, stale.json()["current"]["level"]) == (412, "light")


def test_another_part_since_a_day_begins_a_new_period(office):
    first = part(office)
    address = first.json()["url"]
    one = send(office, "put", address, {"level": "light"}, **{"If-Match": first["ETag"]})

    said = {"level": "active", "valid_from": "2024-07-01"}
    two = send(office, "put", address, said, **{"If-Match": one["ETag"]})

    assert (two.json()["level"], two.json()["valid_from"]) == ("active", "2024-07-01")
    periods = FrameworkEngagement.objects.values_list("level", "valid_from", "valid_to")
    found = {(level, str(begins), str(ends)) for level, begins, ends in periods}
    assert found == {("light", "None", "2024-06-30"), ("active", "2024-07-01", "None")}


def test_a_fault_in_the_part_points_into_the_body(office):
    first = part(office)
    wrong = {"level": "much", "valid_from": "2024-13-01"}
    reply = send(office, "put", first.json()["url"], wrong, **{"If-Match": first["ETag"]})
    assert {each["pointer"] for each in reply.json()["errors"]} == {"/level", "/valid_from"}
