"""What is checked of a line before somebody reads it: rules that hold, fail, or do not apply."""

import uuid
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from checklist.models import Evidence, ReportingRound
from checklist.pages.review.briefs import Brief
from checklist.proof import Age, age_of, lacks_evidence

Words = str | Promise
"""Words of this page; said in the reader's language when they are drawn."""


@dataclass(frozen=True)
class Measure:
    """What the lines of a round are held against."""

    freezes_on: date
    last_frozen_on: date | None
    dated: Mapping[str, date | None]
    """By evidence, the day it carries."""


@dataclass(frozen=True)
class Rule:
    """A rule of alignment or of the calendar; `holds` is None where it does not apply."""

    code: str
    holds: Callable[[Brief, Measure], bool | None]
    passed: Words
    failed: Words
    flag: Words


@dataclass(frozen=True)
class Check:
    """A rule applied to a line, in words beside its mark."""

    mark: str
    text: str
    code: str


def has_evidence(line: Brief, measure: Measure) -> bool | None:
    """Full needs evidence; of the others a reviewer is told only that there is some."""
    if lacks_evidence(line.after, line.evidence):
        return False
    return True if line.evidence else None


def is_newer(line: Brief, measure: Measure) -> bool | None:
    """Some evidence is dated after the last round was frozen; undated evidence proves nothing."""
    if not line.evidence or measure.last_frozen_on is None:
        return None
    days = [measure.dated.get(each) for each in line.evidence]
    return age_of(days, measure.last_frozen_on) is Age.NEWER


def is_ahead(line: Brief, measure: Measure) -> bool | None:
    """A next step that is due before the round freezes should have been reported as done."""
    if not line.next_step_due:
        return None
    return date.fromisoformat(line.next_step_due) > measure.freezes_on


RULES: Final = (
    Rule(
        "A28",
        has_evidence,
        gettext_lazy("Evidence is attached"),
        gettext_lazy("No evidence is attached"),
        gettext_lazy("no evidence"),
    ),
    Rule(
        "A29",
        is_newer,
        gettext_lazy("Evidence is newer than the last round"),
        gettext_lazy("No evidence is newer than the last round"),
        gettext_lazy("old evidence"),
    ),
    Rule(
        "",
        is_ahead,
        gettext_lazy("The next step is due after the round freezes"),
        gettext_lazy("The next step is due before the round freezes"),
        gettext_lazy("next step past"),
    ),
)


def measure_for(
    round_: ReportingRound, last: ReportingRound | None, briefs: Iterable[Brief]
) -> Measure:
    """The days that all lines are held against: one query, however many lines."""
    ids = {uuid.UUID(each) for line in briefs for each in line.evidence}
    found = Evidence.objects.filter(pk__any_of=list(ids)).values_list("pk", "dated_on")
    dated = {str(pk): day for pk, day in found}
    return Measure(round_.freezes_on, last.freezes_on if last else None, dated)


def checks_of(line: Brief, measure: Measure) -> list[Check]:
    """Every rule that applies to a line."""
    judged = [(rule, rule.holds(line, measure)) for rule in RULES]
    return [
        Check(
            "accepted" if holds else "warn", str(rule.passed if holds else rule.failed), rule.code
        )
        for rule, holds in judged
        if holds is not None
    ]


def flags_of(line: Brief, measure: Measure) -> list[Words]:
    """The rules that a changed line does not keep, in two words each."""
    if not line.is_changed:
        return []
    return [rule.flag for rule in RULES if rule.holds(line, measure) is False]
