import pytest

from reporting.deriving import derived_in, running_in

TAKEN = {"is_of_framework": True, "is_justified": False}
JUSTIFIED = {"is_of_framework": False, "is_justified": True}
NEITHER = {"is_of_framework": False, "is_justified": False}


@pytest.mark.parametrize(
    ("facts", "derived"),
    [
        ({"outcomes": [TAKEN, TAKEN]}, "yes"),
        ({"outcomes": [TAKEN, JUSTIFIED]}, "yes"),
        ({"outcomes": [TAKEN, NEITHER]}, "no"),
        ({"outcomes": []}, "unknown"),
        ({}, "unknown"),
        ({"derivation": "A"}, "yes"),
        ({"derivation": "B"}, "unknown"),
        ({"framework_starts_on": None, "outcomes": [TAKEN]}, "unknown"),
        ({"framework_starts_on": None, "derivation": "A"}, "unknown"),
        ({"framework_starts_on": None, "no_framework_reason": "None is under way."}, "no"),
    ],
)
def test_a_document_is_derived_when_every_outcome_is_accounted_for(facts, derived):
    assert derived_in({"framework_starts_on": "2023-01-01", **facts}) == derived


@pytest.mark.parametrize(
    ("stage", "starts_on", "ends_on", "running"),
    [
        ("running", "2023-01-01", "2026-12-31", "yes"),
        ("unknown", "2023-01-01", "2026-12-31", "yes"),
        ("ended", "2023-01-01", "2026-12-31", "yes"),
        ("running", "2025-01-27", "2025-01-27", "yes"),
        ("running", "2025-01-28", None, "no"),
        ("running", None, "2025-01-26", "no"),
        ("running", None, None, "yes"),
        ("ended", None, None, "no"),
        ("unknown", None, None, "unknown"),
        ("approved", None, None, "unknown"),
        ("unknown", "2023-01-01", None, "unknown"),
        ("drafting", "2023-01-01", "2026-12-31", "no"),
        ("withdrawn", "2023-01-01", "2026-12-31", "no"),
    ],
)
def test_a_document_runs_by_its_period_and_by_its_stage_where_none_is_stated(
    stage, starts_on, ends_on, running
):
    document = {"stage": stage, "starts_on": starts_on, "ends_on": ends_on}
    assert running_in(document, "2025-01-27") == running
