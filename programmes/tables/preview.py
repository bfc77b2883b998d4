"""What a table would do to the records, before it does it."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from accounts.outcomes import Outcome, with_faults
from accounts.policy import Actor
from accounts.refusals import Fault
from programmes.intake.content import digest
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import Plan, PlannedRow, plan, row_number
from programmes.keeping.words import Row, name_of, rows_of
from programmes.tables.reading import RecordTable

MOST_FAULTS: Final = 200
MOST_SHOWN: Final = 10
MOST_CONFLICTS: Final = 50


@dataclass(frozen=True)
class FaultShown:
    """A fault in words, with its cell and the record it is about."""

    cell: str
    name: str
    message: str


@dataclass(frozen=True)
class RowShown:
    """A row of the table beside what is on record."""

    planned: PlannedRow
    name: str
    rows: list[Row]

    @property
    def is_new(self) -> bool:
        """Whether there is no such record yet."""
        return self.planned.before is None

    @property
    def choice(self) -> str:
        """How the form names this row and the words that its reader saw on record."""
        return f"{self.planned.number}:{digest(self.planned.before or {})}"


@dataclass(frozen=True)
class Preview:
    """A table and its plan."""

    kind: RecordKind
    table: RecordTable
    plan: Plan

    @cached_property
    def stale(self) -> set[int]:
        """The numbers of rows that would overwrite a record that moved on since."""
        return {
            row.number
            for row, sent in zip(self.plan.rows, self.table.rows, strict=True)
            if row.before is not None
            and row.differences
            and sent.get("base") not in (None, digest(row.before))
        }

    def count(self, outcome: Outcome) -> int:
        """How many rows would do this, those in conflict apart."""
        rows = self.plan.rows
        return sum(row.outcome is outcome and row.number not in self.stale for row in rows)

    @property
    def created(self) -> int:
        """New records."""
        return self.count(Outcome.CREATED)

    @property
    def updated(self) -> int:
        """Records that would say something else."""
        return self.count(Outcome.UPDATED)

    @property
    def unchanged(self) -> int:
        """Rows that say what is on record."""
        return self.count(Outcome.UNCHANGED)

    @property
    def rejected(self) -> int:
        """Rows with a fault."""
        return self.count(Outcome.REJECTED)

    @property
    def to_save(self) -> int:
        """How many records would be written."""
        return 0 if self.plan.faults else self.created + self.updated

    @property
    def says_nothing_new(self) -> bool:
        """Whether there is nothing to do at all."""
        return not (self.plan.faults or self.stale or self.to_save)

    @cached_property
    def faults(self) -> list[FaultShown]:
        """The first faults, in the order of the rows."""
        return [self.fault(each) for each in self.plan.faults[:MOST_FAULTS]]

    @property
    def more_faults(self) -> int:
        """How many faults are not listed."""
        return len(self.plan.faults) - len(self.faults)

    def fault(self, fault: Fault) -> FaultShown:
        """A fault with its cell and the name of its record, as far as it can be read."""
        number = row_number(fault)
        content = self.plan.rows[number - 1].content if number else {}
        name = name_of(self.kind, content, self.plan.scene) if content else ""
        return FaultShown(self.table.cell_of(fault.pointer), name, fault.message)

    @cached_property
    def conflicts(self) -> list[RowShown]:
        """Both values of each row in conflict, to choose from."""
        rows = [row for row in self.plan.rows if row.number in self.stale]
        return [self.shown(row) for row in rows[:MOST_CONFLICTS]]

    @property
    def more_conflicts(self) -> int:
        """Conflicts that are not shown; the records stay as they stand."""
        return len(self.stale) - len(self.conflicts)

    @cached_property
    def changes(self) -> list[RowShown]:
        """The first rows that would change or add a record."""
        rows = [row for row in self.plan.changing if row.number not in self.stale]
        return [self.shown(row) for row in rows[:MOST_SHOWN]]

    @property
    def more_changes(self) -> int:
        """Changes that are not shown."""
        return self.created + self.updated - len(self.changes)

    def shown(self, row: PlannedRow) -> RowShown:
        """A row in words."""
        name = name_of(self.kind, row.before or row.content, self.plan.scene)
        return RowShown(row, name, rows_of(self.kind, row.differences, self.plan.scene))

    def chosen(self, choices: Mapping[int, str]) -> list[Any]:
        """The rows to save: one in conflict only if it was chosen, on the words that were shown."""
        rows = []
        for number, row in enumerate(self.table.rows, 1):
            if number not in self.stale:
                rows.append(row)
            elif number in choices:
                rows.append({**row, "base": choices[number]})
        return rows


def look(kind: RecordKind, table: RecordTable, actor: Actor) -> Preview:
    """The table against what stands now, with the faults of its cells beside those of the core."""
    planned = plan(kind, table.rows, by=actor)
    return Preview(kind, table, with_faults(planned, table.faults, "rows"))
