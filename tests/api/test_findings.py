"""Findings, rules and dismissals over the API."""

import pytest

from programmes.models import AlignmentRule, FindingDismissal
from tests.factories import caller, make_office
from tests.reporting.alignment import make_gap, make_rule

pytestmark = pytest.mark.django_db

FINDINGS, RULES = "/api/v1/findings/", "/api/v1/alignment-rules/"
DISMISSALS = "/api/v1/findings/dismissals/"


@pytest.fixture
def kenya():
    return make_gap("KEN", make_office("ROAF"))


@pytest.fixture
def secretariat():
    return caller("secretariat")


def post(client, body):
    return client.post(DISMISSALS, body, content_type="application/json")


def said(kenya, **more):
    subject = f"programme-documents/{kenya.pk}"
    return {"rule": "A05", "subject": subject, "reason": "Agreed.", **more}


def outcomes(client, query=""):
    rows = client.get(FINDINGS + query).json()["results"]
    return [(row["rule"], row["outcome"], row["country"]) for row in rows]


def test_a_finding_says_what_was_compared_with_what_and_links_to_the_records(kenya, secretariat):
    [found] = secretariat.get(FINDINGS).json()["results"]
    assert {name: found[name] for name in ("rule", "outcome", "severity", "country", "office")} == {
        "rule": "A05",
        "outcome": "finding",
        "severity": "warning",
        "country": "KEN",
        "office": "ROAF",
    }
    assert found["message"].startswith("The programme document ends 24 months before")
    assert found["basis"] == "HSP/EB.2025/8, para 16"
    assert found["dismissed"] is None
    assert [secretariat.get(each).json()["id"] for each in found["objects"]] == [
        kenya.pk,
        kenya.framework_id,
    ]


def test_what_passed_is_told_only_when_it_is_asked_for(kenya, secretariat):
    make_rule("A03", "error")
    make_rule("A13", "error")
    assert outcomes(secretariat) == [("A05", "finding", "KEN"), ("A13", "not_checkable", "KEN")]
    assert outcomes(secretariat, "?outcome=passed") == [("A03", "passed", "KEN")]
    [unchecked] = secretariat.get(FINDINGS + "?outcome=not_checkable").json()["results"]
    assert unchecked["message"].startswith("Cannot be checked: ")
    assert (unchecked["severity"], unchecked["missing"][0]) == (None, "rc_consulted_on")


@pytest.mark.parametrize(
    ("query", "number"),
    [
        ("?country=KEN", 1),
        ("?country=OMN", 1),
        ("?country=OMN&office=ROAF", 0),
        ("?office=ROAF&office=ROAS", 2),
        ("?severity=error", 0),
        ("?q=24%20MONTHS", 2),
        ("?q=nothing", 0),
        ("?limit=1", 1),
    ],
)
def test_filters(kenya, secretariat, query, number):
    make_gap("OMN", make_office("ROAS"))
    assert len(outcomes(secretariat, query)) == number


def test_an_unknown_code_is_refused(kenya, secretariat):
    reply = secretariat.get(FINDINGS + "?rule=A99")
    assert (reply.status_code, reply.json()["code"]) == (400, "unknown_code")


def test_an_office_sees_the_findings_of_its_own_countries(kenya):
    oman = make_gap("OMN", make_office("ROAS"))
    africa = caller("regional_office", make_office("ROAF"))
    assert outcomes(africa) == [("A05", "finding", "KEN")]
    documents = "/api/v1/programme-documents/{}/findings/"
    assert africa.get(documents.format(kenya.pk)).json()["count"] == 1
    assert africa.get(documents.format(oman.pk)).status_code == 404


def test_a_finding_is_set_aside_and_brought_back(kenya, secretariat):
    made = post(secretariat, said(kenya))
    assert made.status_code == 201, made.content
    dismissed = made.json()["dismissed"]
    assert (dismissed["reason"], made.headers["Location"]) == ("Agreed.", dismissed["url"])
    assert post(secretariat, said(kenya)).json()["code"] == "already_dismissed"
    assert secretariat.delete(dismissed["url"]).status_code == 204
    assert secretariat.delete(dismissed["url"]).status_code == 404
    assert not FindingDismissal.objects.exists()


@pytest.mark.parametrize(
    ("more", "status", "code"),
    [
        ({"reason": ""}, 422, "reason_required"),
        ({"subject": "countries/XXX"}, 422, "unknown_subject"),
        ({"because": "x"}, 422, "unknown_field"),
        ({"fingerprint": "0" * 64}, 409, "finding_changed"),
    ],
)
def test_what_cannot_be_set_aside(kenya, secretariat, more, status, code):
    reply = post(secretariat, said(kenya, **more))
    body = reply.json()
    codes = [each["code"] for each in body["errors"]] or [body["code"]]
    assert (reply.status_code, codes) == (status, [code])


def test_documents_with_open_findings_are_found(kenya, secretariat):
    documents = "/api/v1/programme-documents/?has_findings="
    counts = [secretariat.get(documents + each).json()["count"] for each in ("true", "false")]
    post(secretariat, said(kenya))
    after = [secretariat.get(documents + each).json()["count"] for each in ("true", "false")]
    assert (counts, after) == ([1, 0], [0, 1])


def patch(client, body, tag):
    headers = {"If-Match": tag} if tag else {}
    kind = "application/json"
    return client.patch(RULES + "A05/", body, content_type=kind, headers=headers)


def test_a_rule_is_set_on_the_version_that_was_read(kenya, secretariat):
    tag = secretariat.get(RULES + "A05/").headers["ETag"]
    assert patch(secretariat, {"severity": "error"}, None).status_code == 428
    kept = patch(secretariat, {"severity": "error"}, tag)
    assert (kept.status_code, kept.json()["severity"]) == (200, "error")
    assert kept.json()["parameters"] == {"months": 6}
    stale = patch(secretariat, {"severity": "info"}, tag)
    assert (stale.status_code, stale.json()["current"]["severity"]) == (412, "error")


def test_every_fault_of_a_setting_is_named(kenya, secretariat):
    tag = secretariat.get(RULES + "A05/").headers["ETag"]
    body = {"severity": 3, "parameters": {"moths": 4}, "is_on": False}
    faults = patch(secretariat, body, tag).json()["errors"]
    assert [(each["pointer"], each["code"]) for each in faults] == [
        ("/severity", "unknown_severity"),
        ("/parameters/moths", "unknown_threshold"),
        ("/parameters/months", "required"),
    ]
    assert AlignmentRule.objects.get(pk="A05").severity == "warning"


@pytest.mark.parametrize("number", [1, 100])
def test_as_many_queries_for_one_finding_as_for_a_hundred(
    number, secretariat, django_assert_num_queries
):
    office = make_office("ROAF")
    for place in range(number):
        make_gap("A" + chr(65 + place // 26) + chr(65 + place % 26), office)
    with django_assert_num_queries(18):
        assert secretariat.get(FINDINGS).json()["count"] == number
