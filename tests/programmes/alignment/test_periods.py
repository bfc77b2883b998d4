from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from tests.programmes.alignment.world import a_case, a_document, a_framework, judged

FRAMEWORK = a_framework()
EXTENDED = a_framework(original_ends_on=date(2025, 12, 31))
LEAP = a_framework(starts_on=date(2024, 2, 29), ends_on=date(2028, 2, 29))
JULY = a_framework(starts_on=date(2023, 7, 1), ends_on=date(2028, 6, 30))

BEGINNINGS = [
    (FRAMEWORK, date(2023, 1, 1), "passed"),
    (FRAMEWORK, date(2022, 12, 31), "A03.early"),
    (FRAMEWORK, date(2024, 7, 1), "passed"),
    (JULY, date(2023, 6, 30), "A03.early"),
    (JULY, date(2023, 7, 1), "passed"),
    (LEAP, date(2024, 2, 28), "A03.early"),
    (LEAP, date(2024, 2, 29), "passed"),
    (FRAMEWORK, None, ("starts_on",)),
    (None, date(2023, 1, 1), ("framework",)),
    (None, None, ("framework", "starts_on")),
]


@pytest.mark.parametrize(("framework", "starts_on", "says"), BEGINNINGS)
def test_a_document_does_not_begin_before_its_framework(framework, starts_on, says):
    document = a_document(framework=framework, starts_on=starts_on)
    assert judged("A03", document) == says


ENDS = [
    (FRAMEWORK, date(2027, 12, 31), "", "passed"),
    (FRAMEWORK, date(2028, 1, 1), "", "A04.late"),
    (EXTENDED, date(2025, 12, 31), "", "passed"),
    (EXTENDED, date(2026, 1, 1), "", "A04.uncited"),
    (EXTENDED, date(2026, 1, 1), "Letter of 3 March 2025", "passed"),
    (EXTENDED, date(2027, 12, 31), "", "A04.uncited"),
    (EXTENDED, date(2028, 1, 1), "Letter of 3 March 2025", "A04.late"),
    (LEAP, date(2028, 2, 29), "", "passed"),
    (LEAP, date(2028, 3, 1), "", "A04.late"),
    (JULY, date(2028, 7, 1), "", "A04.late"),
    (FRAMEWORK, None, "", ("ends_on",)),
    (None, date(2027, 12, 31), "", ("framework",)),
]


@pytest.mark.parametrize(("framework", "ends_on", "citation", "says"), ENDS)
def test_a_document_ends_within_its_framework(framework, ends_on, citation, says):
    document = a_document(framework=framework, ends_on=ends_on, extension_citation=citation)
    assert judged("A04", document) == says


GAPS = [
    (FRAMEWORK, date(2027, 6, 30), "passed"),
    (FRAMEWORK, date(2027, 6, 29), "A05.gap"),
    (FRAMEWORK, date(2026, 12, 31), "A05.gap"),
    (FRAMEWORK, date(2029, 12, 31), "passed"),
    (JULY, date(2027, 12, 31), "passed"),
    (JULY, date(2027, 12, 30), "passed"),
    (JULY, date(2027, 12, 29), "A05.gap"),
    (LEAP, date(2027, 8, 31), "passed"),
    (LEAP, date(2027, 8, 28), "A05.gap"),
    (FRAMEWORK, None, ("ends_on",)),
    (None, None, ("ends_on",)),
]


@pytest.mark.parametrize(("framework", "ends_on", "says"), GAPS)
def test_a_document_covers_its_framework_but_for_six_months(framework, ends_on, says):
    document = a_document(framework=framework, ends_on=ends_on)
    case = a_case(FRAMEWORK, documents=[document])
    assert judged("A05", document, case) == says


NOT_DUE = [
    ({"stage": "drafting"}, None),
    ({"stage": "launching"}, None),
    ({"no_framework_reason": "None was agreed"}, None),
    ({"stage": "prc_review"}, ("framework", "starts_on")),
    ({"stage": "drafting", "approved_on": date(2025, 1, 1)}, ("framework", "starts_on")),
]


@pytest.mark.parametrize(("facts", "says"), NOT_DUE)
def test_a_period_is_not_due_while_it_is_written_or_where_there_is_no_framework(facts, says):
    document = a_document(**facts)
    ends = says and tuple(name.replace("starts", "ends") for name in says)
    assert [judged(code, document) for code in ("A03", "A04", "A05")] == [says, ends, ends]


SUCCESSORS = [
    ({"stage": "launching"}, "passed"),
    ({"stage": "drafting"}, "passed"),
    ({"stage": "prc_review"}, "passed"),
    ({"stage": "approved"}, "passed"),
    ({"stage": "running", "starts_on": date(2027, 1, 1)}, "passed"),
    ({"stage": "unknown", "starts_on": date(2027, 1, 1)}, "passed"),
    ({"stage": "approved", "starts_on": date(2022, 1, 1)}, "A05.gap"),
    ({"stage": "running"}, "A05.gap"),
    ({"stage": "unknown"}, "A05.gap"),
    ({"stage": "withdrawn", "starts_on": date(2027, 1, 1)}, "A05.gap"),
    ({"stage": "drafting", "generation": "earlier"}, "A05.gap"),
]


@pytest.mark.parametrize(("facts", "says"), SUCCESSORS)
def test_a_successor_in_preparation_or_later_closes_the_gap(facts, says):
    document = a_document(
        framework=FRAMEWORK, starts_on=date(2023, 1, 1), ends_on=date(2026, 12, 31)
    )
    case = a_case(FRAMEWORK, documents=[document, a_document(pk=8, **facts)])
    assert judged("A05", document, case) == says


def test_a_document_without_its_first_day_is_followed_by_one_that_begins_after_its_last():
    document = a_document(framework=FRAMEWORK, ends_on=date(2025, 12, 31))
    successor = a_document(pk=8, stage="running", starts_on=date(2026, 1, 1))
    case = a_case(FRAMEWORK, documents=[document, successor])
    assert judged("A05", document, case) == "passed"


def test_the_threshold_is_data():
    document = a_document(framework=FRAMEWORK, ends_on=date(2027, 11, 30))
    limits = [a_case(parameters={"months": months}) for months in (0, 1)]
    assert [judged("A05", document, case) for case in limits] == ["A05.gap", "passed"]
