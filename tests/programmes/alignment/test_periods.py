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
