"""What stands in the way of each step, one fact at a time."""

from datetime import date

import pytest

from accounts.refusals import Blocker
from programmes.blockers import to_advance, to_correct, to_judge, to_withdraw
from programmes.stages import STEPS, Stage
from tests.factories import make_user
from tests.programmes.documents import (
    TODAY,
    make_criterion,
    make_document,
    make_framework,
    make_outcome,
    make_ready_document,
)

pytestmark = pytest.mark.django_db

PERIOD = {"starts_on": date(2026, 1, 1), "ends_on": date(2028, 12, 31)}
REVIEWED = {"prc_reviewed_on": date(2026, 2, 1), "prc_decision": "approved"}


def codes(document, to, day=TODAY):
    return [each.code for each in to_advance(document, to, day)]


def judge_as(document, criterion, verdict):
    document.judgements.create(
        criterion=criterion, verdict=verdict, note="n", judged_on=TODAY, judged_by=make_user()
    )


@pytest.mark.parametrize("stage", Stage.values)
@pytest.mark.parametrize("to", Stage.values)
def test_only_the_steps_of_the_table_follow_a_stage(stage, to):
    document = make_document(stage)

    refused = {"stage_not_next", "stage_not_recorded"} & set(codes(document, to))

    assert bool(refused) == (to not in STEPS[Stage(stage)])


def test_a_document_without_a_stage_moves_only_when_the_stage_is_recorded():
    assert to_advance(make_document("unknown"), "drafting", TODAY) == [
        Blocker(
            "stage_not_recorded",
            "The stage is not on record; the secretariat records it first.",
        )
    ]


def test_what_nothing_is_known_of_does_not_go_to_the_committee():
    assert codes(make_document(), "prc_review") == [
        "framework_not_named",
        "rc_not_consulted",
        "derivation_not_recorded",
        "no_outcomes",
    ]


def test_a_document_derived_from_its_framework_goes_to_the_committee():
    assert codes(make_ready_document(), "prc_review") == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({"framework": None}, ["framework_not_named"]),
        ({"framework": None, "no_framework_reason": "None is agreed"}, []),
        ({"rc_consulted_on": None}, ["rc_not_consulted"]),
        ({"derivation": "unknown"}, ["derivation_not_recorded"]),
        ({"derivation": "C"}, []),
    ],
)
def test_one_missing_fact_stands_in_the_way_of_the_committee(fields, found):
    assert codes(make_ready_document(**fields), "prc_review") == found


def test_outcomes_that_are_not_derived_are_named():
    document = make_ready_document()
    make_outcome(document, "2")
    make_outcome(document, "3", outside_justification="Asked for by the government")
    make_outcome(document, "4", outside_justification="  ")

    assert to_advance(document, "prc_review", TODAY) == [
        Blocker(
            "outcome_not_derived",
            "Outcomes 2 and 4 are not derived from the framework and have no justification.",
        )
    ]


def test_a_result_that_is_no_outcome_need_not_be_derived_and_is_none():
    document = make_ready_document()
    document.results.update(level="output")

    assert codes(document, "prc_review") == ["no_outcomes"]


def test_a_country_that_adopts_the_framework_has_no_outcomes_of_its_own():
    document = make_document(
        framework=make_framework(), derivation="A", rc_consulted_on=TODAY, **PERIOD
    )

    assert codes(document, "prc_review") == []


@pytest.mark.parametrize(
    ("fields", "found"),
    [
        ({}, ["prc_not_reviewed"]),
        ({"prc_reviewed_on": TODAY}, ["prc_not_reviewed"]),
        ({"prc_decision": "approved"}, ["prc_not_reviewed"]),
        (REVIEWED, []),
        ({**REVIEWED, "prc_decision": "conditional"}, []),
        ({**REVIEWED, "prc_decision": "returned"}, ["prc_returned"]),
        ({**REVIEWED, "kind": "short"}, ["short_not_interim"]),
        ({**REVIEWED, "kind": "short", "is_interim": True}, []),
    ],
)
def test_one_fact_stands_in_the_way_of_approval(fields, found):
    assert codes(make_ready_document("prc_review", **fields), "approved") == found


@pytest.mark.parametrize(
    ("verdict", "found"),
    [("", ["criteria_open"]), ("not_met", ["criteria_open"]), ("partly", []), ("met", [])],
)
def test_a_mandatory_criterion_is_judged_and_met_before_approval(verdict, found):
    document = make_ready_document("prc_review", **REVIEWED)
    criterion = make_criterion()
    if verdict:
        judge_as(document, criterion, verdict)

    assert codes(document, "approved") == found


def test_the_open_criteria_are_named():
    document = make_ready_document("prc_review", **REVIEWED)
    make_criterion("derived", 1)
    make_criterion("lessons", 2, is_mandatory=False)
    make_criterion("off", 3, is_on=False)
    make_criterion("short_interim", 4)
    make_criterion("one_family", 5)

    assert to_advance(document, "approved", TODAY) == [
        Blocker(
            "criteria_open",
            "2 mandatory criteria are not judged or not met: "
            "Criterion derived; Criterion one_family.",
        )
    ]


def test_a_short_document_is_also_asked_whether_it_is_interim():
    fields = {**REVIEWED, "kind": "short", "is_interim": True}
    document = make_ready_document("prc_review", **fields)
    make_criterion("short_interim")

    assert codes(document, "approved") == ["criteria_open"]


@pytest.mark.parametrize(
    ("day", "found"),
    [(date(2025, 12, 31), ["not_begun"]), (date(2026, 1, 1), []), (date(2029, 1, 1), [])],
)
def test_a_document_runs_from_its_first_day_on(day, found):
    assert codes(make_document("approved", **PERIOD), "running", day) == found


@pytest.mark.parametrize("missing", ["starts_on", "ends_on"])
def test_what_has_no_known_period_does_not_run(missing):
    document = make_document("approved", **{**PERIOD, missing: None})

    assert codes(document, "running") == ["period_not_known"]


@pytest.mark.parametrize(
    ("day", "found"), [(date(2028, 12, 31), ["not_ended"]), (date(2029, 1, 1), [])]
)
def test_a_document_has_ended_the_day_after_its_last(day, found):
    assert codes(make_document("running", **PERIOD), "ended", day) == found


def test_what_has_no_known_end_does_not_end():
    assert codes(make_document("running"), "ended") == ["period_not_known"]


@pytest.mark.parametrize(
    ("stage", "ends_on", "found"),
    [
        ("running", date(2026, 1, 1), ["overlaps_another"]),
        ("ended", date(2026, 1, 1), ["overlaps_another"]),
        ("running", date(2025, 12, 31), []),
        ("drafting", date(2026, 6, 30), []),
        ("withdrawn", date(2026, 6, 30), []),
        ("running", None, []),
    ],
)
def test_two_documents_of_a_country_are_not_in_force_on_the_same_day(stage, ends_on, found):
    make_document(stage, generation="earlier", starts_on=date(2022, 1, 1), ends_on=ends_on)
    document = make_ready_document("prc_review", **REVIEWED)

    assert codes(document, "approved") == found


def test_the_other_document_is_named_by_its_years():
    make_document(
        "ended", generation="earlier", starts_on=date(2022, 1, 1), ends_on=date(2026, 6, 30)
    )

    document = make_document("drafting", **PERIOD)
    document.stage = "approved"

    assert to_advance(document, "running", TODAY) == [
        Blocker(
            "overlaps_another",
            "Another document of the country, 2022–2026, is in force in the same period.",
        )
    ]


@pytest.mark.parametrize("stage", Stage.values)
def test_a_document_is_withdrawn_before_its_end(stage):
    found = [each.code for each in to_withdraw(make_document(stage))]

    assert found == {
        "unknown": ["stage_not_recorded"],
        "ended": ["stage_not_next"],
        "withdrawn": ["stage_not_next"],
    }.get(stage, [])


def test_a_stage_is_corrected_to_another_one_alone():
    document = make_document("running")

    assert [each.code for each in to_correct(document, "running")] == ["stage_as_recorded"]
    assert to_correct(document, "drafting") == []


def test_a_correction_does_not_bring_two_documents_into_force_together():
    make_document("running", generation="earlier", **PERIOD)
    document = make_document("unknown", **PERIOD)

    assert [each.code for each in to_correct(document, "approved")] == ["overlaps_another"]
    assert to_correct(document, "drafting") == []


@pytest.mark.parametrize("stage", Stage.values)
def test_the_sheet_is_filled_in_while_the_committee_reviews(stage):
    found = [each.code for each in to_judge(make_document(stage))]

    assert found == ([] if stage == "prc_review" else ["not_in_review"])
