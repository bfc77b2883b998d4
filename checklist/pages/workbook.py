"""What an office's table would do, before it does it: counts, faults by cell, before and after."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from accounts.outcomes import Outcome
from checklist.actions.drafts import new_words
from checklist.content import content_of
from checklist.intake import Plan, PlannedLine, line_number
from checklist.models import Answer
from checklist.news import is_news
from checklist.pages.comparison import Row, evidence_in, rows_between
from checklist.pages.words import subject_name
from checklist.workbooks import Table, explained

MOST_FAULTS: Final = 200
MOST_SHOWN: Final = 10
MOST_CONFLICTS: Final = 50


@dataclass(frozen=True)
class FaultShown:
    """A fault in words, with its cell and the answer it is about."""

    cell: str
    item: str
    subject: str
    message: str


@dataclass(frozen=True)
class LineShown:
    """A line of the table beside what is on record."""

    line: PlannedLine
    answer: Answer
    rows: list[Row]

    @property
    def subject(self) -> str:
        """Who it is about."""
        return subject_name(self.answer.subject, self.answer.team)

    @property
    def choice(self) -> str:
        """How the form names this line and the version that its reader saw."""
        return f"{self.line.number}:{self.answer.version}"


@dataclass(frozen=True)
class Preview:
    """A table and its plan; `drafts` is the plan when drafts need not be complete."""

    table: Table
    plan: Plan
    drafts: Plan

    @cached_property
    def stale(self) -> set[int]:
        """The numbers of lines that would overwrite an answer that moved on since."""
        versions = {n: line.get("base_version") for n, line in enumerate(self.table.lines, 1)}
        return {
            line.number
            for line in self.plan.lines
            if line.answer
            and line.differences
            and versions[line.number] not in (None, line.answer.version)
        }

    @cached_property
    def news(self) -> list[PlannedLine]:
        """Lines that would be handed over and stand in nobody's way."""
        return [line for line in self.plan.lines if is_news(line) and self.is_free(line)]

    @cached_property
    def to_save(self) -> int:
        """How many lines would become drafts."""
        if self.drafts.faults:
            return 0
        return sum(line.number not in self.stale for _answer, line in new_words(self.drafts.lines))

    @property
    def to_submit(self) -> int:
        """How many lines would be handed over; none while one is bad."""
        return 0 if self.plan.faults else len(self.news)

    @property
    def created(self) -> int:
        """Answers that say something for the first time."""
        return sum(line.outcome is Outcome.CREATED for line in self.news)

    @property
    def updated(self) -> int:
        """Answers that would say something else."""
        return sum(line.outcome is Outcome.UPDATED for line in self.news)

    @property
    def confirmed(self) -> int:
        """Answers that stay as they are and are handed over."""
        return sum(line.outcome is Outcome.UNCHANGED for line in self.news)

    @property
    def left_out(self) -> int:
        """Rows that say nothing that is not on record."""
        return self.table.untouched + sum(not is_news(line) for line in self.plan.lines)

    @property
    def rejected(self) -> int:
        """Rows with a fault."""
        return self.plan.count(Outcome.REJECTED)

    @property
    def row_count(self) -> int:
        """Rows that were read."""
        return self.table.untouched + len(self.table.lines)

    @property
    def is_only_incomplete(self) -> bool:
        """Whether the rows could be kept as drafts, though not handed over."""
        return bool(self.plan.faults) and not self.drafts.faults

    @property
    def says_nothing_new(self) -> bool:
        """Whether there is nothing to do at all."""
        return not (self.plan.faults or self.stale or self.news)

    @cached_property
    def faults(self) -> list[FaultShown]:
        """The first faults, in the order of the rows."""
        return [self.fault(each) for each in explained(self.plan.faults[:MOST_FAULTS])]

    @property
    def more_faults(self) -> int:
        """How many faults are not listed."""
        return len(self.plan.faults) - len(self.faults)

    @cached_property
    def conflicts(self) -> list[LineShown]:
        """Both values of each line in conflict, to choose from."""
        return [each for each in self.shown if each.line.number in self.stale]

    @property
    def more_conflicts(self) -> int:
        """Conflicts that are not shown; the answers stay as they stand."""
        return len(self.stale) - len(self.conflicts)

    @cached_property
    def changes(self) -> list[LineShown]:
        """The first lines that would change an answer."""
        return [each for each in self.shown if each.line.number not in self.stale]

    @property
    def more_changes(self) -> int:
        """Changed lines that are not shown."""
        return self.created + self.updated - len(self.changes)

    @cached_property
    def shown(self) -> list[LineShown]:
        """The lines that the page shows in full: their answers and evidence fetched at once."""
        stale = [line for line in self.plan.lines if line.number in self.stale]
        changed = [line for line in self.news if line.outcome is not Outcome.UNCHANGED]
        return list(shown([*stale[:MOST_CONFLICTS], *changed[:MOST_SHOWN]]))

    def is_free(self, line: PlannedLine) -> bool:
        """Neither bad nor in conflict."""
        return line.outcome is not Outcome.REJECTED and line.number not in self.stale

    def fault(self, fault: Any) -> FaultShown:
        """A fault with the codes of its row, as far as they can be read."""
        number = line_number(fault)
        line: Mapping[str, Any] = self.table.lines[number - 1] if number else {}
        item, subject = (str(line.get(name, ""))[:40] for name in ("item", "subject"))
        return FaultShown(self.table.cell_of(fault.pointer), item, subject, fault.message)


def shown(lines: list[PlannedLine]) -> Iterable[LineShown]:
    """Lines beside their answers: two queries however many."""
    keys = [line.answer.pk for line in lines if line.answer]
    answers = Answer.objects.select_related("item", "team", "updated_by").in_bulk(keys)
    pairs = [(line, answers[line.answer.pk]) for line in lines if line.answer]
    contents = [content_of(answer).as_json() for _line, answer in pairs]
    evidence = evidence_in([*contents, *(line.content.as_json() for line, _answer in pairs)])
    for (line, answer), before in zip(pairs, contents, strict=True):
        rows = rows_between(before, line.content.as_json(), evidence)
        yield LineShown(line, answer, [row for row in rows if row.is_changed])
