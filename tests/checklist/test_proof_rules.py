"""A28 and A29: full needs evidence, and evidence newer than the last round."""

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from checklist.alignment.rules import check_answers
from checklist.models import Answer
from checklist.proof import Age, age_of, lacks_evidence
from programmes.alignment.checking import check
from programmes.alignment.wording import message, missing_words, rule_title
from programmes.models import AlignmentRule
from tests.factories import (
    answer_to,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_round,
    make_session,
    make_team,
)

pytestmark = pytest.mark.django_db

DAY = date(2026, 5, 5)
FROZEN = date(2025, 3, 1)


def last_round():
    days = dict.fromkeys(("opens_on", "answers_due_on", "review_due_on"), date(2024, 10, 1))
    session = make_session("2025-1", date(2025, 5, 5))
    make_round("2025", "published", session=session, **days, freezes_on=FROZEN)


def the_round(*teams, items=2, levels=("C",)):
    for code in teams or ("KEN",):
        make_team(code)
    make_checklist(items=items, levels=levels)
    return make_open_round()


def hand_over(round_, item, *evidence, subject="KEN", kind="full", progress="submitted"):
    answer = answer_to(round_, item, subject)
    answer.kind, answer.progress = kind, progress
    answer.evidence = [each.pk for each in evidence]
    answer.save()


def proof(dated_on):
    return make_evidence(make_office("ROAF"), dated_on=dated_on)


def said(day=DAY):
    found = list(check_answers(day))
    return {
        (each.rule, each.subject): each.outcome.says
        or each.outcome.missing
        or each.outcome.kind.value
        for each in found
    }


def test_full_answers_without_evidence_are_found_together():
    round_ = the_round()
    hand_over(round_, "NGT-01")
    hand_over(round_, "NGT-02", progress="accepted")

    (found,) = check_answers(DAY)

    assert (found.rule, found.subject, found.countries, found.office) == (
        *("A28", "answers/2026/KEN", ("KEN",)),
        "ROAF",
    )
    assert found.outcome.facts == {"round": "2026", "items": ["NGT-01", "NGT-02"]}
    assert found.outcome.others == (
        "rounds/2026/answers/NGT-01/KEN",
        "rounds/2026/answers/NGT-02/KEN",
    )
    assert message(found.outcome.says, found.outcome.facts).text == (
        "In round 2026 2 answers are full and have no evidence: NGT-01 and NGT-02."
    )


def test_one_bare_answer_makes_a_finding_and_none_passes():
    round_ = the_round("KEN", "UGA")
    hand_over(round_, "NGT-01", proof(None))
    hand_over(round_, "NGT-02")
    hand_over(round_, "NGT-01", proof(None), subject="UGA")
    assert said() == {
        ("A28", "answers/2026/KEN"): "A28.bare",
        ("A28", "answers/2026/UGA"): "passed",
    }


@pytest.mark.parametrize("progress", ["draft", "returned"])
def test_what_was_not_handed_over_is_not_looked_at(progress):
    hand_over(the_round(), "NGT-01", progress=progress)
    assert said() == {}


@pytest.mark.parametrize("kind", ["partial", "not_started", "not_applicable"])
def test_other_answers_need_no_evidence(kind):
    hand_over(the_round(), "NGT-01", kind=kind)
    assert said() == {}


AGES = [
    ([date(2025, 3, 2)], "passed"),
    ([date(2025, 3, 1)], "A29.old"),
    ([date(2024, 2, 29), date(2026, 1, 1)], "passed"),
    ([date(2024, 2, 29), None], ("evidence_day",)),
    ([None], ("evidence_day",)),
    ([None, date(2026, 1, 1)], "passed"),
]


@pytest.mark.parametrize(("days", "says"), AGES)
def test_evidence_is_newer_than_the_end_of_the_last_round(days, says):
    round_ = the_round()
    last_round()
    hand_over(round_, "NGT-01", *map(proof, days), kind="partial")
    assert said() == {("A29", "answers/2026/KEN"): says}


def test_old_evidence_of_one_answer_is_found_beside_undated_of_another():
    round_ = the_round()
    last_round()
    hand_over(round_, "NGT-01", proof(date(2024, 1, 1)))
    hand_over(round_, "NGT-02", proof(None))

    _, found = check_answers(DAY)

    assert found.outcome.facts == {
        "round": "2026",
        "before": "2025",
        "frozen_on": "2025-03-01",
        "items": ["NGT-01"],
    }
    assert message(found.outcome.says, found.outcome.facts).text == (
        "In round 2026 all evidence of 1 answer is older than the end of round 2025 on "
        "1 March 2025: NGT-01."
    )


def test_in_the_first_round_nothing_is_too_old():
    hand_over(the_round(), "NGT-01", proof(date(1999, 1, 1)))
    assert said() == {("A28", "answers/2026/KEN"): "passed"}


def test_when_no_round_is_open_the_latest_counts_and_a_planned_one_does_not():
    round_ = the_round()
    hand_over(round_, "NGT-01")
    type(round_).objects.filter(pk=round_.pk).update(state="published")
    make_round("2027", "planned")
    assert said() == {("A28", "answers/2026/KEN"): "A28.bare"}


def test_without_a_round_there_is_nothing_to_check():
    assert said() == {}


def test_an_office_and_the_organisation_answer_for_no_country():
    make_office("ROAF")
    round_ = the_round("KEN", items=1, levels=("G", "R"))
    for subject in ("GLOBAL", "ROAF"):
        hand_over(round_, "NGT-01", subject=subject)
    assert [(each.subject, each.countries, each.office) for each in check_answers(DAY)] == [
        ("answers/2026/GLOBAL", (), "HQ"),
        ("answers/2026/ROAF", (), "ROAF"),
    ]


def test_the_engine_checks_answers_with_the_weight_of_the_rule():
    AlignmentRule.objects.create(code="A28", severity="error")
    round_ = the_round()
    last_round()
    hand_over(round_, "NGT-01")
    (found,) = check(DAY)
    assert (found.rule, found.severity, found.country, found.is_open) == (
        *("A28", "error", "KEN"),
        True,
    )


@pytest.mark.parametrize("teams", [1, 100])
def test_queries_are_as_many_for_one_subject_as_for_a_hundred(teams):
    codes = [f"X{chr(65 + number // 26)}{chr(65 + number % 26)}" for number in range(teams)]
    round_ = the_round(*codes)
    last_round()
    evidence = [proof(date(2024, 1, 1)).pk]
    Answer.objects.update(kind="full", progress="submitted", evidence=evidence)
    with CaptureQueriesContext(connection) as captured:
        found = list(check_answers(DAY))
    assert (len(captured), len(found)) == (5, 2 * teams)
    assert round_.code == "2026"


def test_every_rule_on_answers_has_words():
    assert [rule_title(code) for code in ("A28", "A29")] == [
        "has evidence for every full answer",
        "has evidence newer than the last round",
    ]
    assert missing_words(["evidence_day"]) == "the date of the evidence"


def test_one_judgement_for_every_door():
    assert lacks_evidence("full", ())
    assert lacks_evidence("full", 0)
    assert not lacks_evidence("full", 1)
    assert not lacks_evidence("partial", ())
    assert age_of([], FROZEN) is Age.OLDER
