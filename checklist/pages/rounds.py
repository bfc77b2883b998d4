"""How far a round is: answers at each step, by whatever they are grouped."""

from dataclasses import dataclass, fields
from datetime import date
from typing import Any

from django.db.models import Count, QuerySet
from django.utils.translation import gettext as _

from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.models import Answer, ReportingRound
from checklist.pages.elsewhere import Part, parts_of_round
from checklist.pages.words import ROUND_STATES, until
from regions.languages import in_language


@dataclass(frozen=True)
class StepCounts:
    """How many answers stand at each step; counts add."""

    empty: int = 0
    draft: int = 0
    submitted: int = 0
    returned: int = 0
    accepted: int = 0

    def __add__(self, other: "StepCounts") -> "StepCounts":
        pairs = ((getattr(self, f.name), getattr(other, f.name)) for f in fields(StepCounts))
        return StepCounts(*(mine + theirs for mine, theirs in pairs))

    @property
    def total(self) -> int:
        """All answers."""
        return sum(getattr(self, f.name) for f in fields(StepCounts))

    @property
    def steps(self) -> list[tuple[str, int]]:
        """Each step with its count, in the order of the paper's way."""
        return [(f.name, getattr(self, f.name)) for f in fields(StepCounts)]


def step_counts(answers: QuerySet[Answer], *keys: str) -> list[tuple[tuple[Any, ...], StepCounts]]:
    """Answers at each step by the given columns, in their order: one GROUP BY."""
    rows = answers.order_by().values_list(*keys, "progress").annotate(n=Count("id"))
    groups: dict[tuple[Any, ...], dict[str, int]] = {}
    for *key, progress, n in rows.order_by(
        *(k for k in keys if not k.endswith(("titles", "names")))
    ):
        name = tuple(in_language(part) if isinstance(part, dict) else part for part in key)
        groups.setdefault(name, {})[progress] = n
    return [(key, StepCounts(**counts)) for key, counts in groups.items()]


@dataclass(frozen=True)
class OfficeRow:
    """How far an office is with a round."""

    code: str
    area: str
    counts: StepCounts


@dataclass(frozen=True)
class Act:
    """An act that a state offers, and what stands in its way."""

    name: str
    label: str
    blockers: list[Blocker]


@dataclass(frozen=True)
class RoundPage:
    """A round: its calendar, its offices, what can be done with it."""

    round: ReportingRound
    state: str
    turn: str
    offices: list[OfficeRow]
    totals: StepCounts
    acts: list[Act]
    elsewhere: list[Part]


def round_page(round_: ReportingRound, actor: Actor, *, may_run: bool, today: date) -> RoundPage:
    """The page of a round as this reader may see it."""
    answers = Answer.objects.visible_to(actor).in_round(round_)
    keys = ("office__position", "office__code", "office__area_names")
    offices = [OfficeRow(key[1], key[2], counts) for key, counts in step_counts(answers, *keys)]
    totals = sum((row.counts for row in offices), StepCounts())
    acts = acts_of(round_) if may_run else []
    state = str(ROUND_STATES[ReportingRound.State(round_.state)])
    elsewhere = parts_of_round(round_, today)
    return RoundPage(round_, state, turn_of(round_, today), offices, totals, acts, elsewhere)


def acts_of(round_: ReportingRound) -> list[Act]:
    """The one act that moves the round on, and the one that takes it back, if there is one."""
    state = ReportingRound.State
    if round_.state == state.PLANNED:
        return [Act("open", _("Open the round"), blockers.to_open(round_))]
    if round_.state == state.OPEN:
        return [Act("freeze", _("Freeze the round"), blockers.to_freeze(round_))]
    back = _("Reopen for the offices") if round_.state == state.FROZEN else _("Reopen to correct")
    return [Act("reopen", back, blockers.to_reopen(round_))]


def turn_of(round_: ReportingRound, today: date) -> str:
    """Whose turn it is in the round, and until when."""
    state = ReportingRound.State
    words = {
        state.PLANNED: (_("The secretariat’s turn. The round opens %(until)s."), round_.opens_on),
        state.OPEN: (_("The offices’ turn. Answers are due %(until)s."), round_.answers_due_on),
        state.FROZEN: (_("The secretariat’s turn. The round is frozen."), round_.freezes_on),
        state.PUBLISHED: (_("Published. Nothing in it changes."), round_.freezes_on),
    }
    text, day = words[state(round_.state)]
    return text % {"until": until(day, today)}
