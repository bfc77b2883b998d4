"""One table of cases through every door: API, table, and page refuse with the same codes."""

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.utils.html import escape

from checklist.models.answers import Progress
from tests.checklist.pages import signed_in, text_of
from tests.checklist.tables import CSV, ODS, XLSX, csv_of, ods_of, xlsx_of
from tests.factories import (
    answer_to,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    make_token,
    make_user,
    partial_line,
)

pytestmark = pytest.mark.django_db
API = "/api/v1/submissions/"
SHEET = "/rounds/2026/offices/ROAF/"
WRITTEN = {CSV: csv_of, XLSX: xlsx_of, ODS: ods_of}
ENDINGS = {CSV: "csv", XLSX: "xlsx", ODS: "ods"}
NOBODYS = "00000000-0000-4000-8000-000000000000"


def line(**fields):
    return partial_line(**fields)


def without_verdict():
    sent = line()
    del sent["kind"]
    return sent


CASES = {
    # what is sent: (lines, expected pointers and codes)
    "a whole line": ([line()], []),
    "a formula is text": ([line(narrative="=1+1")], []),
    "full without evidence": (
        [line(kind="full", constraints=[])],
        [("/lines/0/evidence", "evidence_required")],
    ),
    "partial without constraint": (
        [line(constraints=[])],
        [("/lines/0/constraints", "constraint_required")],
    ),
    "not started without constraint": (
        [line(kind="not_started", constraints=[])],
        [("/lines/0/constraints", "constraint_required")],
    ),
    "not applicable without reason": (
        [line(kind="not_applicable", constraints=[])],
        [("/lines/0/not_applicable_reason", "reason_required")],
    ),
    "a day that does not exist": (
        [line(as_of="2026-02-30")],
        [("/lines/0/as_of", "invalid_date")],
    ),
    "a day in another order": (
        [line(next_step_due="31/05/2026")],
        [("/lines/0/next_step_due", "invalid_date")],
    ),
    "a text too long": ([line(narrative="x" * 5001)], [("/lines/0/narrative", "too_long")]),
    "two faults in a line": (
        [line(next_step="x" * 5001, as_of="May")],
        [("/lines/0/as_of", "invalid_date"), ("/lines/0/next_step", "too_long")],
    ),
    "no verdict": ([without_verdict()], [("/lines/0/kind", "required")]),
    "no such verdict": ([line(kind="maybe")], [("/lines/0/kind", "unknown_kind")]),
    "not assessed": ([line(kind="not_assessed")], [("/lines/0/kind", "kind_not_allowed")]),
    "no such constraint": (
        [line(constraints=["core_funding", "weather"])],
        [("/lines/0/constraints/1", "unknown_constraint")],
    ),
    "no such language": ([line(language="de")], [("/lines/0/language", "unknown_language")]),
    "no such evidence": (
        [line(evidence=[NOBODYS])],
        [("/lines/0/evidence/0", "unknown_evidence")],
    ),
    "what is no id": ([line(evidence=["minutes"])], [("/lines/0/evidence/0", "unknown_evidence")]),
    "no such item": ([line(item="NGT-99")], [("/lines/0/item", "unknown_item")]),
    "no such subject": ([line(subject="XXX")], [("/lines/0/subject", "unknown_subject")]),
    "another office's subject": (
        [line(subject="EGY")],
        [("/lines/0/subject", "not_your_subject")],
    ),
    "an item not asked of it": (
        [line(item="NGT-08")],
        [("/lines/0/item", "item_does_not_apply")],
    ),
    "the same answer twice": ([line(), line()], [("/lines/1", "duplicate_line")]),
    "a version that is no number": (
        [line(base_version="seven")],
        [("/lines/0/base_version", "not_a_version")],
    ),
    "faults in several lines": (
        [line(), line(subject="NGA", kind="maybe"), line(item="NGT-99")],
        [("/lines/1/kind", "unknown_kind"), ("/lines/2/item", "unknown_item")],
    ),
}
TYPED = (
    "full without evidence",
    "partial without constraint",
    "not started without constraint",
    "not applicable without reason",
    "a day that does not exist",
    "a day in another order",
    "a text too long",
    "two faults in a line",
)
"""Cases that can be typed on the answer sheet, which offers lists where there are codes."""

by_case = pytest.mark.parametrize("case", CASES)
by_table = pytest.mark.parametrize("media_type", WRITTEN)


@pytest.fixture(autouse=True)
def round_():
    office = make_office("ROAF")
    for code in ("KEN", "NGA"):
        make_team(code, office)
    make_team("EGY", make_office("ROAS"))
    checklist = make_checklist()
    item = checklist.pillars.get().items.get()
    item.pk, item.code, item.levels, item.position = None, "NGT-08", ["G"], 8
    item.save()
    return make_open_round()


@pytest.fixture
def user():
    return make_user("regional_office", make_office("ROAF"))


@pytest.fixture
def script(user):
    _, text = make_token(user, make_office("ROAF"), ("submit",))
    return Client(headers={"Authorization": f"Bearer {text}"})


@pytest.fixture
def browser(user):
    return signed_in(user)


def by_json(script, lines, query="?dry_run=true"):
    body = {"round": "2026", "lines": lines}
    return script.post(API + query, body, content_type="application/json")


def by_body(script, lines, media_type, query="?dry_run=true"):
    address = f"{API}{query}{'&' if query else '?'}round=2026"
    return script.post(address, WRITTEN[media_type](*lines), content_type=media_type)


def by_page(browser, lines, media_type):
    content = WRITTEN[media_type](*lines)
    upload = SimpleUploadedFile(f"answers.{ENDINGS[media_type]}", content)
    reply = browser.post(f"{SHEET}workbook/", {"file": upload}, follow=True)
    return reply.redirect_chain[-1][0], reply


def told(reply):
    """Pointers and codes of an API's reply."""
    return sorted((each["pointer"], each["code"]) for each in reply.json()["errors"])


@by_case
def test_the_api_names_each_fault(script, case):
    lines, expected = CASES[case]

    assert told(by_json(script, lines)) == expected


@by_table
@by_case
def test_a_table_sent_to_the_api_gives_the_same_codes(script, case, media_type):
    lines, expected = CASES[case]

    assert told(by_body(script, lines, media_type)) == expected


@by_table
@by_case
def test_a_table_uploaded_to_the_page_gives_the_same_codes(browser, case, media_type):
    lines, expected = CASES[case]

    _address, page = by_page(browser, lines, media_type)

    faults = page.context["page"].plan.faults
    assert sorted((each.pointer, each.code) for each in faults) == expected


@pytest.mark.parametrize("case", TYPED)
def test_the_answer_sheet_says_the_same_words(script, browser, case):
    """Beside the field when it is typed, or in what blocks submission when it is incomplete."""
    (sent,), expected = CASES[case]
    errors = by_json(script, [sent]).json()["errors"]
    typed = {"language": "en", "base_version": 0, **sent}

    page = text_of(browser.post(f"{SHEET}?item=NGT-01&subject=KEN", typed))
    page += text_of(browser.get(f"{SHEET}submit/"))

    assert sorted((each["pointer"], each["code"]) for each in errors) == expected
    assert [each["message"] for each in errors if escape(each["message"]) not in page] == []


def test_what_is_good_comes_in_the_same_through_each_door(script, browser, round_):
    """As json; once each table was read it says nothing new."""
    evidence = make_evidence(make_office("ROAF"))
    whole = {
        **line(subject="KEN", kind="full", constraints=["other", "core_funding"]),
        "narrative": "تم التوقيع.\n=1+1, “quoted”; and a comma",
        "language": "ar",
        "evidence": [str(evidence.pk)],
        "next_step": "Sign.",
        "next_step_due": "2026-09-30",
        "as_of": "2026-05-31",
    }
    assert by_json(script, [whole], "").status_code == 201

    for media_type in WRITTEN:
        reply = by_body(script, [whole], media_type)
        assert (reply.status_code, reply.json()["code"]) == (409, "nothing_to_submit")
        _address, page = by_page(browser, [whole], media_type)
        assert "Everything in it is already on record" in text_of(page)
    assert answer_to(round_, "NGT-01", "KEN").version == 1


@by_table
def test_a_stale_version_is_told_by_each_door(script, browser, round_, media_type):
    assert by_json(script, [line(narrative="First.")], "").status_code == 201
    stale = [line(narrative="Second.", base_version=0)]

    api, body = by_json(script, stale, ""), by_body(script, stale, media_type, "")
    address, page = by_page(browser, stale, media_type)
    browser.post(address, {"act": "submit"})

    assert {(each.status_code, each.json()["code"]) for each in (api, body)} == {
        (409, "stale_version")
    }
    assert page.context["page"].stale == {1}
    answer = answer_to(round_, "NGT-01", "KEN")
    assert (answer.narrative, answer.progress) == ("First.", Progress.SUBMITTED)
