"""Check and submit: what would be handed over, what changed in it, what stands in the way."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from accounts.policy import Actor
from accounts.refusals import Blocker, Fault
from checklist import blockers
from checklist.actions.submissions import lines_of_drafts, preview
from checklist.baseline import baseline_of
from checklist.content import differences
from checklist.intake import Plan, PlannedLine
from checklist.models import ReportingRound
from checklist.pages.sheet_briefs import Brief
from checklist.pages.sheet_walk import Walk
from checklist.pages.sheet_work import Obstacle
from regions.models import RegionalOffice

Lines = list[dict[str, Any]]


@dataclass(frozen=True)
class CheckedLine:
    """One answer that would be handed over, beside what the secretariat last accepted."""

    item: str
    subject: str
    url: str
    before: str
    after: str
    is_changed: bool
    is_carried: bool


@dataclass(frozen=True)
class Check:
    """What handing over the drafts would do."""

    sent: Lines
    receipt: str
    lines: list[CheckedLine]
    obstacles: list[Obstacle]
    blockers: list[Blocker]
    with_carried: bool

    @property
    def total(self) -> int:
        """How many answers would be handed over."""
        return len(self.sent)

    @property
    def changed(self) -> int:
        """How many of them say something new."""
        return sum(line.is_changed for line in self.lines)

    @property
    def same(self) -> int:
        """How many say what was accepted before."""
        return len(self.lines) - self.changed

    @property
    def may_submit(self) -> bool:
        """Nothing stands in the way."""
        return not self.blockers and not self.obstacles


def check(
    round_: ReportingRound,
    office: RegionalOffice,
    briefs: Sequence[Brief],
    *,
    with_carried: bool,
    by: Actor,
) -> Check:
    """The plan of the intake over the office's drafts; it changes nothing."""
    sent = lines_of_drafts(round_, office, carried=with_carried)
    in_the_way = blockers.to_submit(round_, len(sent))
    if in_the_way:
        return Check(sent, "", [], [], in_the_way, with_carried)
    plan = preview(round_, office, sent, by=by)
    walk = Walk(briefs, None)
    known = {each.key: each for each in briefs}
    lines = lines_of(plan, round_, known, walk)
    obstacles = [obstacle(fault, sent, known, walk) for fault in plan.faults]
    return Check(sent, plan.receipt, lines, obstacles, [], with_carried)


def lines_of(
    plan: Plan, round_: ReportingRound, known: Mapping[Any, Brief], walk: Walk
) -> list[CheckedLine]:
    """The lines of a plan, changed ones first."""
    answers = [line.answer for line in plan.lines if line.answer is not None]
    before = baseline_of(answers, round_)
    lines = [
        checked(line, before[line.answer.pk], known[line.item, line.subject], walk)
        for line in plan.lines
        if line.answer is not None
    ]
    return sorted(lines, key=lambda line: not line.is_changed)


def checked(line: PlannedLine, before: Mapping[str, Any], brief: Brief, walk: Walk) -> CheckedLine:
    """One line beside what was accepted before."""
    return CheckedLine(
        item=line.item,
        subject=brief.name,
        url=walk.address(brief),
        before=before["kind"],
        after=line.content.kind,
        is_changed=bool(differences(before, line.content.as_json())),
        is_carried=not line.is_confirmed,
    )


def obstacle(fault: Fault, sent: Lines, known: Mapping[Any, Brief], walk: Walk) -> Obstacle:
    """A fault of the plan with the way to its field."""
    _, _, index, *field = fault.pointer.split("/")
    brief = known[sent[int(index)]["item"], sent[int(index)]["subject"]]
    place = f"#id_{field[0]}" if field else ""
    return Obstacle(brief.item, brief.name, f"{walk.address(brief)}{place}", fault.message)
