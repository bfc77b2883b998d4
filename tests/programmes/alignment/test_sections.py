"""A16 to A18: what a programme document contains, and what a short one is."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_document, a_result, judged

SOUTH = [
    ({"south_south_section": "yes"}, "passed"),
    ({"south_south_section": "no"}, "A16.absent"),
    ({"south_south_section": "unknown"}, ("south_south_section",)),
    ({"south_south_section": "no", "stage": "prc_review"}, "A16.absent"),
    ({"south_south_section": "no", "stage": "drafting"}, None),
    ({"south_south_section": "unknown", "stage": "launching"}, None),
    ({"south_south_section": "no", "derivation": "A"}, None),
]


@pytest.mark.parametrize(("facts", "says"), SOUTH)
def test_south_south_cooperation_has_a_section(facts, says):
    assert judged("A16", a_document(**facts)) == says


MEASURED = a_result(indicator="Share of homes", baseline="40%", target="60%")
UNAIMED = a_result(pk=22, code="2", indicator="Share of homes", baseline="40%", target=" ")

MATRICES = [
    ({"results": (MEASURED,), "lessons_section": "yes"}, "passed"),
    ({"results": (MEASURED, UNAIMED), "lessons_section": "yes"}, "A17.gaps"),
    ({"results": (a_result(),), "lessons_section": "yes"}, "A17.gaps"),
    ({"results": (MEASURED,), "lessons_section": "no"}, "A17.gaps"),
    ({"results": (), "lessons_section": "no"}, "A17.gaps"),
    ({"results": (), "lessons_section": "yes", "results_section": "no"}, "A17.gaps"),
    ({"results": (MEASURED,), "lessons_section": "yes", "results_section": "no"}, "passed"),
    ({"results": (MEASURED,)}, ("lessons_section",)),
    ({"results": (), "lessons_section": "yes"}, ("outcomes",)),
    ({"results": (a_result(level="output"),), "lessons_section": "yes"}, ("outcomes",)),
    ({}, ("outcomes", "lessons_section")),
    ({"results": (UNAIMED,), "stage": "drafting"}, None),
    ({"lessons_section": "no", "derivation": "A"}, None),
]


@pytest.mark.parametrize(("facts", "says"), MATRICES)
def test_outcomes_are_measured_and_lessons_are_drawn(facts, says):
    assert judged("A17", a_document(**facts)) == says


def test_one_finding_tells_all_that_is_missing():
    document = a_document(results=(MEASURED, UNAIMED), lessons_section="no")

    outcome = RULES["A17"].check(document, None)

    assert outcome.facts == {"unmeasured": ["2"], "no_results": False, "no_lessons": True}


UNTIL = date(2026, 12, 31)
SHORT = [
    ({"kind": "full"}, None),
    ({"is_interim": True, "interim_until": UNTIL}, "passed"),
    ({"is_interim": True, "replacement_plan": "A full one in 2027"}, "passed"),
    ({"is_interim": True, "replacement_plan": " "}, ("interim_until",)),
    ({"is_interim": False, "interim_until": UNTIL}, "A18.unmarked"),
    ({"is_interim": False, "stage": "launching"}, "A18.unmarked"),
    ({"is_interim": True}, ("interim_until",)),
    ({"is_interim": True, "stage": "ended"}, ("interim_until",)),
    ({"is_interim": True, "stage": "running"}, "A18.endless"),
    ({"is_interim": True, "approved_on": date(2025, 1, 1)}, "A18.endless"),
    ({"is_interim": True, "stage": "drafting"}, None),
]


@pytest.mark.parametrize(("facts", "says"), SHORT)
def test_a_short_document_is_marked_as_interim_with_its_end(facts, says):
    assert judged("A18", a_document(**{"kind": "short", **facts})) == says
