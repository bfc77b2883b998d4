"""A12 to A15: what comes before approval; the day itself counts as before."""

from datetime import date

import pytest

from programmes.alignment import checking  # noqa: F401 registers the rules
from tests.programmes.alignment.world import (
    Contribution,
    a_case,
    a_document,
    a_framework,
    judged,
)

APPROVED = date(2024, 2, 29)
BEFORE = date(2024, 2, 28)
AFTER = date(2024, 3, 1)
FRAMEWORK = a_framework()


def analysis(day, framework=None):
    return Contribution("analysis", day, framework)


ANALYSES = [
    ({"approved_on": APPROVED}, [analysis(BEFORE)], "passed"),
    ({"approved_on": APPROVED}, [analysis(APPROVED)], "passed"),
    ({"approved_on": APPROVED}, [analysis(AFTER)], "A12.late"),
    ({"approved_on": APPROVED}, [analysis(AFTER), analysis(BEFORE)], "passed"),
    ({"approved_on": APPROVED}, [analysis(None), analysis(BEFORE)], "passed"),
    ({"approved_on": APPROVED}, [analysis(None)], ("contribution_day",)),
    ({"approved_on": APPROVED}, [analysis(None), analysis(AFTER)], ("contribution_day",)),
    ({"approved_on": APPROVED}, [], "A12.none"),
    ({"approved_on": APPROVED}, [Contribution("design", BEFORE, None)], "A12.none"),
    ({"approved_on": APPROVED}, [analysis(BEFORE, 1)], "passed"),
    ({"approved_on": APPROVED}, [analysis(BEFORE, 9)], "A12.none"),
    ({"approved_on": APPROVED, "framework": None}, [analysis(BEFORE, 9)], "passed"),
    ({"approved_on": APPROVED, "stage": "drafting"}, [], "A12.none"),
    ({"stage": "running"}, [], "A12.none"),
    ({"stage": "running"}, [analysis(BEFORE)], ("approved_on",)),
    ({"stage": "running"}, [analysis(None)], ("contribution_day", "approved_on")),
    ({}, [], ("contribution", "approved_on")),
    ({"stage": "ended"}, [], ("contribution", "approved_on")),
    ({}, [analysis(BEFORE)], ("approved_on",)),
    ({"stage": "launching"}, [], None),
    ({"stage": "prc_review"}, [analysis(BEFORE)], None),
]


@pytest.mark.parametrize(("facts", "contributions", "says"), ANALYSES)
def test_a_contribution_to_the_analysis_comes_before_approval(facts, contributions, says):
    document = a_document(**{"framework": FRAMEWORK, **facts})
    assert judged("A12", document, a_case(FRAMEWORK, contributions=contributions)) == says


CONSULTATIONS = [
    ({"rc_consulted_on": BEFORE, "prc_reviewed_on": APPROVED}, "passed"),
    ({"rc_consulted_on": APPROVED, "prc_reviewed_on": APPROVED}, "passed"),
    ({"rc_consulted_on": AFTER, "prc_reviewed_on": APPROVED}, "A13.late"),
    (
        {"rc_consulted_on": APPROVED, "prc_reviewed_on": BEFORE, "approved_on": AFTER},
        "A13.late",
    ),
    (
        {
            "rc_consulted_on": APPROVED,
            "prc_reviewed_on": BEFORE,
            "prc_decision": "returned",
            "approved_on": AFTER,
        },
        "passed",
    ),
    ({"rc_consulted_on": APPROVED, "approved_on": APPROVED}, "passed"),
    ({"rc_consulted_on": AFTER, "approved_on": APPROVED}, "A13.late"),
    ({"prc_reviewed_on": APPROVED}, "A13.none"),
    ({"prc_reviewed_on": APPROVED, "stage": "prc_review"}, "A13.none"),
    ({"approved_on": APPROVED}, "A13.none"),
    ({"stage": "running"}, "A13.none"),
    ({"stage": "running", "rc_consulted_on": BEFORE}, ("prc_approval",)),
    ({}, ("rc_consulted_on", "prc_approval")),
    ({"stage": "ended"}, ("rc_consulted_on", "prc_approval")),
    ({"rc_consulted_on": BEFORE}, ("prc_approval",)),
    ({"stage": "drafting"}, None),
    ({"stage": "drafting", "rc_consulted_on": BEFORE}, None),
    ({"stage": "prc_review"}, None),
    ({"stage": "prc_review", "prc_reviewed_on": BEFORE, "prc_decision": "returned"}, None),
]


@pytest.mark.parametrize(("facts", "says"), CONSULTATIONS)
def test_the_coordinator_is_consulted_before_the_committee_approves(facts, says):
    assert judged("A13", a_document(**facts)) == says


def review(reviewed, approved, decision="approved", **facts):
    return {
        "prc_reviewed_on": reviewed,
        "approved_on": approved,
        "prc_decision": decision,
        **facts,
    }


REVIEWS = [
    (review(BEFORE, APPROVED), "passed"),
    (review(APPROVED, APPROVED), "passed"),
    (review(BEFORE, APPROVED, "conditional"), "passed"),
    (review(AFTER, APPROVED), "A14.late"),
    (review(BEFORE, APPROVED, "returned"), "A14.returned"),
    (review(BEFORE, APPROVED, "unknown"), "A14.undecided"),
    (review(None, APPROVED), "A14.unreviewed"),
    (review(None, APPROVED, "unknown"), "A14.unreviewed"),
    (review(None, None, stage="running"), "A14.unreviewed"),
    (review(BEFORE, None, "unknown", stage="approved"), "A14.undecided"),
    (review(BEFORE, None, stage="running"), ("approved_on",)),
    (review(BEFORE, None), ("approved_on",)),
    (review(BEFORE, None, "unknown"), ("prc_decision", "approved_on")),
    (review(None, None, "unknown"), ("prc_reviewed_on", "prc_decision", "approved_on")),
    (
        review(None, None, "unknown", stage="ended"),
        ("prc_reviewed_on", "prc_decision", "approved_on"),
    ),
    (review(None, None, "unknown", stage="launching"), None),
    (review(BEFORE, None, "returned", stage="prc_review"), None),
]


@pytest.mark.parametrize(("facts", "says"), REVIEWS)
def test_the_committee_reviews_and_decides_before_approval(facts, says):
    assert judged("A14", a_document(**facts)) == says


SIGNATURES = [
    ({"government_signed_on": AFTER, "approved_on": APPROVED}, "passed"),
    ({"government_signed_on": BEFORE}, "passed"),
    ({"government_signed_on": BEFORE, "stage": "drafting"}, "passed"),
    ({"approved_on": APPROVED}, "A15.unsigned"),
    ({"stage": "approved"}, "A15.unsigned"),
    ({"approved_on": APPROVED, "stage": "ended"}, "A15.unsigned"),
    ({}, ("government_signed_on",)),
    ({"stage": "ended"}, ("government_signed_on",)),
    ({"stage": "prc_review"}, None),
    ({"stage": "launching"}, None),
]


@pytest.mark.parametrize(("facts", "says"), SIGNATURES)
def test_the_government_has_signed_what_is_approved(facts, says):
    assert judged("A15", a_document(**facts)) == says
