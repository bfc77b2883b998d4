"""A dismissal holds for the facts a finding names: any other fact is another finding."""

from dataclasses import replace
from datetime import date

import pytest

from programmes.alignment.checking import fingerprint
from programmes.alignment.facts import Contribution, Item, Part
from programmes.alignment.outcomes import PASSED, not_checkable
from programmes.alignment.registry import RULES, Found
from tests.programmes.alignment.world import a_case, a_document, a_framework

NAMED = (Item(5, 2026, None, "1.1", True, None, None, None),)
UNNAMED = (Item(5, 2026, None, "1.1", False, None, None, None),)
MONEY = (Item(5, 2026, "KEN", "1.1", True, 1, 2, None),)
GIVEN = [Contribution("analysis", date(2020, 1, 1), None)]
ENDING = {"ends_on": date(2026, 12, 31)}


def part(signatory="yes", level="active"):
    return (Part(signatory, level, None, None, None),)


def found(rule, framework, **facts):
    """A finding of a rule, as the engine takes it up."""
    case = a_case(framework, **facts)
    subject = case.country if RULES[rule].of == "country" else framework
    return Found(rule, subject.name, RULES[rule].check(subject, case))


FINDINGS = {
    "A19": found("A19", a_framework(parts=part(), items=UNNAMED)),
    "A20": found("A20", a_framework(parts=part(level="none"), items=NAMED)),
    "A22": found("A22", a_framework(**ENDING), contributions=GIVEN),
    "A23": found("A23", a_framework()),
    "A24": found("A24", a_framework(), presence="none", documents=[a_document(stage="running")]),
    "A25": found("A25", a_framework(parts=part())),
    "A30": found("A30", a_framework(items=MONEY)),
}


@pytest.mark.parametrize("rule", FINDINGS)
def test_any_fact_that_a_finding_names_is_in_its_fingerprint(rule):
    finding = FINDINGS[rule]
    before = fingerprint(finding)
    assert finding.outcome.facts
    for name in finding.outcome.facts:
        other = replace(finding.outcome, facts={**finding.outcome.facts, name: "another"})
        assert fingerprint(replace(finding, outcome=other)) != before


UNRELATED = {
    "A19": found("A19", a_framework(parts=part("no"), items=UNNAMED, signed_on=date(2022, 1, 1))),
    "A20": found("A20", a_framework(parts=part("no", "none"), items=NAMED, goals=("x",))),
    "A22": found("A22", a_framework(**ENDING, evaluated_on=date(2026, 1, 1)), contributions=GIVEN),
    "A23": found("A23", a_framework(items=MONEY), day=date(2027, 12, 31)),
    "A24": found("A24", a_framework(), presence="none", documents=[a_document(stage="drafting")]),
    "A25": found("A25", a_framework(parts=part(level="light"))),
    "A30": found("A30", a_framework(items=MONEY, parts=part())),
}


@pytest.mark.parametrize("rule", FINDINGS)
def test_what_a_finding_does_not_name_changes_nothing(rule):
    assert fingerprint(UNRELATED[rule]) == fingerprint(FINDINGS[rule])


RELATED = {
    "A19": found("A19", a_framework(parts=part(), items=UNNAMED * 2)),
    "A20": found("A20", a_framework(parts=part(level="none"), items=(replace(*NAMED, code="2"),))),
    "A22": found(
        "A22",
        a_framework(**ENDING),
        contributions=[*GIVEN, Contribution("design", date(2021, 1, 1), None)],
    ),
    "A23": found("A23", a_framework(ends_on=date(2027, 6, 30))),
    "A24": found(
        "A24", a_framework(), presence="none", documents=[a_document(pk=8, stage="running")]
    ),
    "A25": found("A25", a_framework(parts=part(), ends_on=date(2028, 12, 31))),
    "A30": found("A30", a_framework(items=(replace(*MONEY, available=3),))),
}


@pytest.mark.parametrize("rule", FINDINGS)
def test_another_record_behind_a_fact_is_another_finding(rule):
    assert RELATED[rule].outcome.says == FINDINGS[rule].outcome.says
    assert fingerprint(RELATED[rule]) != fingerprint(FINDINGS[rule])


def test_only_what_can_be_set_aside_has_a_fingerprint():
    assert {fingerprint(Found("A19", "x", each)) for each in (PASSED, not_checkable("level"))} == {
        ""
    }
