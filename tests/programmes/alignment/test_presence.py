"""A24 and A25: a programme needs somebody there; a signatory needs a programme."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.facts import Part
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_case, a_document, a_framework, judged

RUNNING = a_document(stage="running")
DRAFTING = a_document(stage="drafting", ends_on=date(2025, 12, 31))
TO_COME = a_document(stage="approved", starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31))
LAST_DAY = a_document(ends_on=date(2026, 5, 5))
DAY_AFTER = a_document(ends_on=date(2026, 5, 4), stage="running")
UNKNOWN = a_document()
ENDED = a_document(stage="ended")
WITHDRAWN = a_document(stage="withdrawn", ends_on=date(2027, 12, 31))
EARLIER = a_document(generation="earlier", stage="running")

THERE = [
    ([RUNNING], "physical", "passed"),
    ([RUNNING], "limited", "passed"),
    ([RUNNING], "non_resident", "passed"),
    ([RUNNING], "none", "A24.absent"),
    ([DRAFTING], "none", "A24.absent"),
    ([TO_COME], "none", "A24.absent"),
    ([LAST_DAY], "none", "A24.absent"),
    ([EARLIER], "none", "A24.absent"),
    ([UNKNOWN, RUNNING], "none", "A24.absent"),
    ([DAY_AFTER], "none", None),
    ([UNKNOWN], "none", ("stage",)),
    ([UNKNOWN], "limited", "passed"),
    ([RUNNING], None, ("presence",)),
    ([UNKNOWN], None, ("presence", "stage")),
    ([ENDED, WITHDRAWN], "none", None),
    ([], "none", None),
    ([], None, None),
]


@pytest.mark.parametrize(("documents", "presence", "says"), THERE)
def test_a_programme_has_presence_or_a_non_resident_arrangement(documents, presence, says):
    case = a_case(documents=documents, presence=presence)
    assert judged("A24", case.country, case) == says


def test_the_finding_names_the_documents_that_nobody_is_there_for():
    documents = [a_document(pk=1, stage="ended"), a_document(pk=2, stage="running")]
    case = a_case(documents=documents, presence="none")
    outcome = RULES["A24"].check(case.country, case)
    assert outcome.facts == {"documents": ["programme-documents/2"]}
    assert outcome.others == ("programme-documents/2",)


def framework(signatory, **facts):
    parts = (Part(signatory, "unknown", None, None, None),) if signatory else ()
    return a_framework(parts=parts, **facts)


OVER = {"starts_on": date(2021, 1, 1), "ends_on": date(2026, 5, 4)}

GAPS = [
    (framework("yes"), [], "A25.gap"),
    (framework("yes"), [WITHDRAWN], "A25.gap"),
    (framework("yes"), [UNKNOWN], "passed"),
    (framework("yes"), [ENDED], "passed"),
    (framework("unknown"), [DRAFTING], "passed"),
    (framework("unknown"), [], ("signatory",)),
    (framework(None), [], ("signatory",)),
    (framework("no"), [], None),
    (framework("yes", **OVER), [], None),
    (None, [], None),
]


@pytest.mark.parametrize(("framework", "documents", "says"), GAPS)
def test_a_signatory_has_a_country_programme(framework, documents, says):
    case = a_case(*([framework] if framework else []), documents=documents)
    assert judged("A25", case.country, case) == says
