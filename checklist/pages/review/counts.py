"""How far a review is: changed lines by where they moved, decided lines by how."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import ngettext

from checklist.compliance import Verdict
from checklist.pages.decisions import decided_words
from checklist.pages.review.briefs import Brief, Decision


@dataclass(frozen=True)
class Part:
    """One number of a sum, in words; `is_alarm` is what a reviewer looks at first."""

    count: int
    text: str
    is_alarm: bool = False


@dataclass(frozen=True)
class Counts:
    """How far the review is, counted once."""

    total: int
    waiting: int
    with_office: int
    changed: int
    changed_decided: int
    moved: list[Part]
    changed_by_decision: list[Part]
    unchanged: int
    unchanged_by_decision: list[Part]


def counts_of(briefs: Sequence[Brief]) -> Counts:
    """Every number of the head of the page."""
    changed = [each for each in briefs if each.is_changed]
    unchanged = [each for each in briefs if not each.is_changed]
    return Counts(
        total=len(briefs),
        waiting=sum(each.is_waiting for each in briefs),
        with_office=sum(each.is_with_office for each in briefs),
        changed=len(changed),
        changed_decided=sum(not each.is_waiting for each in changed),
        moved=moved_words(changed),
        changed_by_decision=decisions_in(changed),
        unchanged=len(unchanged),
        unchanged_by_decision=decisions_in(unchanged),
    )


def moved_words(changed: Sequence[Brief]) -> list[Part]:
    """Where the verdicts moved; each line is counted once."""
    left_out = sum(each.after == Verdict.NOT_APPLICABLE for each in changed)
    new = sum(each.is_new for each in changed if each.after != Verdict.NOT_APPLICABLE)
    up, down = sum(each.moved_up for each in changed), sum(each.moved_down for each in changed)
    same = len(changed) - left_out - new - up - down
    parts = [
        part(up, ngettext("%(n)d up", "%(n)d up", up)),
        part(down, ngettext("%(n)d moved down", "%(n)d moved down", down), is_alarm=True),
        part(new, ngettext("%(n)d new", "%(n)d new", new)),
        part(left_out, ngettext("%(n)d not applicable", "%(n)d not applicable", left_out)),
        part(same, ngettext("%(n)d with the same verdict", "%(n)d with the same verdict", same)),
    ]
    return [each for each in parts if each.count]


def part(count: int, words: str, *, is_alarm: bool = False) -> Part:
    """A number with its words."""
    return Part(count, words % {"n": count}, is_alarm)


def decisions_in(briefs: Sequence[Brief]) -> list[Part]:
    """How many were accepted, returned, superseded, taken back."""
    made = [each.decision for each in briefs]
    counted = [(decision, made.count(decision)) for decision in Decision if decision]
    return [Part(count, decided_words(decision, count)) for decision, count in counted if count]
