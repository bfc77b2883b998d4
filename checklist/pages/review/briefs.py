"""What is needed of every line of a submission to count, order and walk: few columns, one query."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from checklist.compliance import Tally, Verdict
from checklist.models import Submission, SubmissionLine
from checklist.models.answers import Progress

Decision = SubmissionLine.Decision
RANK = {kind: position for position, kind in enumerate(("full", "partial", "not_started"))}
COLUMNS = {
    "number": "number",
    "is_changed": "is_changed",
    "is_confirmed": "is_confirmed",
    "decision": "decision",
    "decided_at": "decided_at",
    "in_bulk": "decided_in_bulk",
    "pillar": "answer__item__pillar__code",
    "progress": "answer__progress",
    "before": "before__kind",
    "after": "after__kind",
    "evidence": "after__evidence",
    "next_step_due": "after__next_step_due",
}


@dataclass(frozen=True)
class Brief:
    """A line in a few columns: where it stands, what it moves from and to, what it rests on."""

    number: int
    is_changed: bool
    decision: str
    pillar: str
    before: str
    after: str
    is_confirmed: bool = True
    decided_at: datetime | None = None
    in_bulk: bool = False
    progress: str = ""
    evidence: Sequence[str] = field(default_factory=tuple)
    next_step_due: str | None = None

    @property
    def is_waiting(self) -> bool:
        """Whether nobody has decided on it."""
        return self.decision == Decision.WAITING

    @property
    def moved_down(self) -> bool:
        """From a better verdict to a worse one: the first thing a reviewer looks at."""
        return RANK.get(self.after, -1) > RANK.get(self.before, 9)

    @property
    def moved_up(self) -> bool:
        """From a worse verdict to a better one."""
        return RANK.get(self.after, 9) < RANK.get(self.before, -1)

    @property
    def is_moved(self) -> bool:
        """Whether the verdict is another one, not only the words."""
        return (self.before or Verdict.NOT_ASSESSED) != self.after

    @property
    def is_new(self) -> bool:
        """The first answer to this item: nothing was accepted before."""
        return self.before in (None, Verdict.NOT_ASSESSED)

    @property
    def is_with_office(self) -> bool:
        """Returned, and the office has not written again."""
        return self.decision == Decision.RETURN and self.progress == Progress.RETURNED


def briefs_of(submission: Submission) -> list[Brief]:
    """Every line of a submission, in the order in which it was sent."""
    rows = submission.lines.order_by("number").values_list(*COLUMNS.values())
    return [brief_of(dict(zip(COLUMNS, row, strict=True))) for row in rows]


def brief_of(columns: dict[str, Any]) -> Brief:
    """A line as its columns say."""
    return Brief(**{**columns, "evidence": columns["evidence"] or ()})


def narrowed(briefs: Iterable[Brief], asked: Mapping[str, str]) -> list[Brief]:
    """The lines that the filters of the list leave."""
    pillar, decision = asked.get("pillar"), asked.get("decision")
    wanted = "" if decision == "waiting" else decision
    return [
        each for each in briefs if pillar in (None, each.pillar) and wanted in (None, each.decision)
    ]


def tally_of(briefs: Iterable[Brief]) -> Tally:
    """The verdicts of lines."""
    kinds = [each.after for each in briefs]
    return Tally(**{kind.value: kinds.count(kind) for kind in Verdict})
