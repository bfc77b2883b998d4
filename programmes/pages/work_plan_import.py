"""What an export would change, before it does: its columns, counts, faults and first rows."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Any, Final

from django.forms.boundfield import BoundField

from accounts.outcomes import Outcome
from accounts.refusals import Fault
from programmes.models import CooperationFramework
from programmes.work_plan_forms import COLUMN, ColumnsForm
from programmes.workplans.fields import BY_NAME
from programmes.workplans.planning import Planned, WorkPlan
from regions.tables.cells import text_of
from regions.tables.grid import letters

MOST_FAULTS: Final = 200
MOST_ROWS: Final = 20
MOST_VANISHED: Final = 50
FIRST_VALUES: Final = 3
LONGEST_VALUE: Final = 80


@dataclass(frozen=True)
class ColumnShown:
    """A column: its letter, its head, its first values, and the choice of what it is."""

    letter: str
    head: str
    values: list[str]
    field: BoundField


@dataclass(frozen=True)
class FaultShown:
    """A fault with its cell and its row."""

    cell: str
    row: str
    message: str


@dataclass(frozen=True)
class ItemShown:
    """A row as it will be, with the framework it goes to and what would differ."""

    planned: Planned
    framework: Any
    changes: list[Any]


@dataclass(frozen=True)
class ImportPage:
    """An export and its plan."""

    plan: WorkPlan
    form: ColumnsForm

    @cached_property
    def columns(self) -> list[ColumnShown]:
        """All columns that have a head or a value."""
        shown = [self.column(at) for at in range(self.form.width)]
        return [each for each in shown if each.head or each.values]

    def column(self, at: int) -> ColumnShown:
        """One column with its first values."""
        mapped = self.plan.mapped
        rows = [row for row in mapped.grid.rows[mapped.head + 1 :] if at < len(row)]
        values = (text_of(row[at])[:LONGEST_VALUE] for row in rows)
        first = list(dict.fromkeys(filter(None, values)))[:FIRST_VALUES]
        head = mapped.heads[at] if at < len(mapped.heads) else ""
        return ColumnShown(letters(at), head, first, self.form[COLUMN.format(at)])

    @property
    def counts(self) -> dict[str, int]:
        """What becomes of the rows."""
        return self.plan.counts

    @property
    def to_write(self) -> int:
        """How many items would be new or say something else."""
        return self.counts["created"] + self.counts["updated"]

    @property
    def changes_nothing(self) -> bool:
        """Whether there is nothing to do."""
        return not (self.plan.faults or self.to_write or self.plan.vanished)

    @cached_property
    def faults(self) -> list[FaultShown]:
        """The first faults, those of the table before those of its rows."""
        return [self.fault(each) for each in self.plan.faults[:MOST_FAULTS]]

    def fault(self, fault: Fault) -> FaultShown:
        """One fault: what its row is about."""
        number = row_of(fault.pointer)
        row = self.rows_by_number.get(number)
        about = f"{row.content['code']} {row.content['name']}".strip() if row else ""
        return FaultShown(
            self.plan.cells.get(fault.pointer, ""), about[:LONGEST_VALUE], fault.message
        )

    @cached_property
    def rows_by_number(self) -> Mapping[int, Planned]:
        """The rows by their number in the sheet."""
        return {each.row.number: each for each in self.plan.rows}

    @property
    def more_faults(self) -> int:
        """Faults that are not listed."""
        return len(self.plan.faults) - len(self.faults)

    @cached_property
    def items(self) -> list[ItemShown]:
        """The first rows that would be stored, as they will be."""
        good = [each for each in self.plan.rows if each.outcome is not Outcome.REJECTED]
        first = sorted(good, key=lambda each: each.outcome is Outcome.UNCHANGED)[:MOST_ROWS]
        frameworks = frameworks_of(first)
        return [
            ItemShown(each, frameworks[each.content["framework"]], labels(each.differences))
            for each in first
        ]

    @property
    def more_items(self) -> int:
        """Rows that are not shown."""
        return len(self.plan.rows) - self.counts["rejected"] - len(self.items)

    @property
    def vanished(self) -> Sequence[Mapping[str, Any]]:
        """The first items that the plan no longer has."""
        return self.plan.vanished[:MOST_VANISHED]

    @property
    def more_vanished(self) -> int:
        """Vanished items that are not listed."""
        return len(self.plan.vanished) - len(self.vanished)


def row_of(pointer: str) -> int:
    """The number of the row that a pointer names; nought for the table itself."""
    parts = pointer.split("/")
    return int(parts[2]) if len(parts) > 2 and parts[1] == "rows" else 0


def labels(names: Sequence[str]) -> list[Any]:
    """The fields that differ, in words; what follows from another field needs none."""
    return [BY_NAME[name].label for name in names if name in BY_NAME]


def frameworks_of(planned: Sequence[Planned]) -> dict[int, CooperationFramework]:
    """The frameworks of rows, with their teams: one statement."""
    named = sorted({each.content["framework"] for each in planned})
    frameworks = CooperationFramework.objects.filter(pk__any_of=named).select_related("team")
    return {framework.pk: framework for framework in frameworks.order_by("pk")}
