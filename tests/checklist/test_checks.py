from datetime import date

import pytest

from checklist.pages.review.briefs import Brief
from checklist.pages.review.checks import Check, Measure, checks_of, flags_of
from checklist.pages.review.counts import Part, counts_of
from checklist.pages.review.queue import in_order

OLD, NEW, UNDATED = "old", "new", "undated"
MEASURE = Measure(
    freezes_on=date(2026, 9, 1),
    last_frozen_on=date(2025, 9, 1),
    dated={OLD: date(2022, 5, 1), NEW: date(2026, 1, 1), UNDATED: None},
)


def line(number=1, **fields):
    usual = {"is_changed": True, "decision": "", "pillar": "NGT", "before": "partial"}
    return Brief(**{"number": number, **usual, "after": "full", **fields})


def failed(brief, measure=MEASURE):
    return [each.text for each in checks_of(brief, measure) if each.mark == "warn"]


def test_full_with_new_evidence_and_a_step_to_come_keeps_every_rule():
    good = line(evidence=[OLD, NEW], next_step_due="2027-01-01")
    assert checks_of(good, MEASURE) == [
        Check("accepted", "Evidence is attached", "A28"),
        Check("accepted", "Evidence is newer than the last round", "A29"),
        Check("accepted", "The next step is due after the round freezes", ""),
    ]


@pytest.mark.parametrize(
    ("brief", "said"),
    [
        (line(), ["No evidence is attached"]),
        (line(after="partial"), []),
        (line(evidence=[OLD]), ["No evidence is newer than the last round"]),
        (line(evidence=[UNDATED]), ["No evidence is newer than the last round"]),
        (
            line(evidence=[NEW], next_step_due="2026-09-01"),
            ["The next step is due before the round freezes"],
        ),
    ],
)
def test_a_rule_that_is_not_kept_is_said(brief, said):
    assert failed(brief) == said


def test_without_an_earlier_round_no_evidence_is_old():
    first = Measure(MEASURE.freezes_on, None, MEASURE.dated)
    assert failed(line(evidence=[OLD]), first) == []


def test_only_changed_lines_are_flagged():
    assert [str(each) for each in flags_of(line(), MEASURE)] == ["no evidence"]
    assert flags_of(line(is_changed=False), MEASURE) == []


def test_what_moved_down_comes_first_then_what_is_flagged_then_the_unchanged():
    lines = [
        line(1, is_changed=False, before="full", after="not_started"),
        line(2, evidence=[NEW]),
        line(3),
        line(4, before="full", after="partial"),
    ]
    assert [each.number for each in in_order(lines, MEASURE)] == [4, 3, 2, 1]


def test_each_changed_line_is_counted_once_by_where_it_moved():
    lines = [
        line(1),
        line(2, before="full", after="not_started"),
        line(3, before="not_assessed"),
        line(4, before=None, after="not_applicable"),
        line(5, before="full", decision="accept"),
        line(6, is_changed=False, before="full", decision="return", progress="returned"),
    ]
    counts = counts_of(lines)
    assert counts.moved == [
        Part(1, "1 up"),
        Part(1, "1 moved down", is_alarm=True),
        Part(1, "1 new"),
        Part(1, "1 not applicable"),
        Part(1, "1 with the same verdict"),
    ]
    assert counts.changed_by_decision == [Part(1, "1 accepted")]
    assert counts.unchanged_by_decision == [Part(1, "1 returned")]
    assert (counts.changed, counts.changed_decided, counts.waiting) == (5, 1, 4)
    assert (counts.unchanged, counts.with_office, counts.total) == (1, 1, 6)
