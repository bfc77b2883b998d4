"""What an export would change: created, updated, unchanged, vanished; every fault by row.

The key of an item is framework, country, year and code, so a later export of the same plan
updates. What the plan of a year no longer has is named, and never deleted by itself.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.outcomes import Outcome
from accounts.refusals import Fault
from programmes.models import WorkPlanItem
from programmes.workplans.frameworks import NoFramework, framework_in, read_terms
from programmes.workplans.mapping import Mapped, Said, understand
from programmes.workplans.places import NoPlace, Places
from programmes.workplans.rows import LIMIT, ReadRow, read_rows
from regions.models import Installation
from regions.tables.grid import Grid

KEY: Final = ("framework", "country", "year", "code")
CONTENT: Final = (
    *("plan", "priority_code", "priority", "outcome_code", "outcome", "output_code", "output"),
    *("name", "agencies", "names_un_habitat", "status", "required", "available", "spent"),
    "is_invented",
)
"""What makes an item another one than is on record; from which export it was first taken is
kept, and does not change when a later one says the same."""
OF_A_ROW: Final = ("year", "code", *(name for name in CONTENT if name != "is_invented"))

Key = tuple[Any, ...]


@dataclass(frozen=True)
class Planned:
    """A row with its outcome; `before` is what is on record, where it differs."""

    row: ReadRow
    outcome: Outcome
    content: Mapping[str, Any]
    before: Mapping[str, Any] = field(default_factory=dict)
    record: int | None = None

    @property
    def differences(self) -> list[str]:
        """The fields that would say something else."""
        return [name for name in CONTENT if self.before and self.before[name] != self.content[name]]


@dataclass(frozen=True)
class WorkPlan:
    """An export against what is on record."""

    mapped: Mapped
    rows: Sequence[Planned] = ()
    vanished: Sequence[Mapping[str, Any]] = ()
    faults: Sequence[Fault] = ()

    @cached_property
    def counts(self) -> dict[str, int]:
        """How many rows have each outcome, and how many items the file no longer has."""
        counted = Counter(planned.outcome for planned in self.rows)
        return {x.value: counted[x] for x in Outcome} | {"vanished": len(self.vanished)}

    def having(self, outcome: Outcome) -> list[Planned]:
        """The rows with an outcome."""
        return [planned for planned in self.rows if planned.outcome is outcome]

    @cached_property
    def cells(self) -> dict[str, str]:
        """The cell behind a pointer."""
        return {
            f"/rows/{planned.row.number}/{name}": cell
            for planned in self.rows
            for name, cell in planned.row.cells.items()
        }


def plan(grid: Grid, said: Said) -> WorkPlan:
    """What would become of a table; nothing is changed."""
    mapped = understand(grid, said)
    if mapped.faults:
        return WorkPlan(mapped, faults=mapped.faults)
    rows = list(read_rows(mapped, said.year))
    if fault := unfit(rows):
        return WorkPlan(mapped, faults=[fault])
    contents = Placing(said).contents(rows)
    recorded = on_record(contents.values())
    planned = [judge(row, contents[row.number], recorded) for row in rows]
    faults = [fault for row in rows for fault in row.faults]
    return WorkPlan(mapped, planned, [] if faults else vanished(planned, recorded), faults)


def unfit(rows: Sequence[ReadRow]) -> Fault | None:
    """A table without rows, or with more than are taken."""
    if not rows:
        return Fault("", "required", _("The table has no row below its heads."))
    if len(rows) > LIMIT:
        words = _("The table has more than %(limit)d rows; send it in parts.")
        return Fault("", "too_many_lines", words % {"limit": LIMIT})
    return None


class Placing:
    """Finds for each row team, country and framework: two lists of names, read once."""

    def __init__(self, said: Said) -> None:
        self.places, self.terms = Places(), read_terms()
        # Whatever comes into a demonstration is taken for invented.
        invented = Installation.is_marked_as_demonstration()
        self.origin = {"source": said.citation, "is_invented": invented}
        self.first: dict[Key, int] = {}

    def contents(self, rows: Iterable[ReadRow]) -> dict[int, dict[str, Any]]:
        """What each row would store, by its number."""
        return {row.number: self.content(row) for row in rows}

    def content(self, row: ReadRow) -> dict[str, Any]:
        """What one row would store; what is wrong with its place is noted in it."""
        framework, country = self.place(row)
        facts = {
            name: row.values[name] for name in (*CONTENT, "year", "code") if name in row.values
        }
        content = {**facts, **self.origin, "framework": framework, "country": country}
        self.note_double(row, key_of(content))
        return content

    def place(self, row: ReadRow) -> tuple[int | None, int | None]:
        """The framework of the year, and the country."""
        if not row.values["country"]:
            return None, None
        try:
            place = self.places.find(row.values["country"])
            if row.values["year"] is None:
                return None, place.country
            term = framework_in(self.terms.get(place.team, []), row.values["year"])
        except (NoPlace, NoFramework) as fault:
            row.fault("country", fault.code, fault.message)
            return None, None
        return term.pk, place.country

    def note_double(self, row: ReadRow, key: Key) -> None:
        """The same item twice in a file: which of both holds cannot be told."""
        if row.faults:
            return
        if key in self.first:
            words = _("The same item stands in row %(row)d already.") % {"row": self.first[key]}
            row.fault("code", "duplicate_line", words)
        self.first.setdefault(key, row.number)


def key_of(content: Mapping[str, Any]) -> Key:
    """By what an item is known."""
    return tuple(content[name] for name in KEY)


def on_record(contents: Iterable[Mapping[str, Any]]) -> dict[Key, Mapping[str, Any]]:
    """The items of the frameworks and years of a file: one statement."""
    known = [each for each in contents if each["framework"] and each["year"]]
    items = WorkPlanItem.objects.order_by("framework", "country", "year", "code").filter(
        framework__id__any_of=sorted({each["framework"] for each in known}),
        year__any_of=sorted({each["year"] for each in known}),
    )
    return {key_of(row): row for row in items.values("pk", *KEY, *CONTENT)}


def judge(row: ReadRow, content: Mapping[str, Any], recorded: Mapping[Key, Any]) -> Planned:
    """A row against what is on record."""
    if row.faults:
        return Planned(row, Outcome.REJECTED, content)
    before = recorded.get(key_of(content))
    if before is None:
        return Planned(row, Outcome.CREATED, content)
    if all(before[name] == content[name] for name in CONTENT):
        return Planned(row, Outcome.UNCHANGED, content, record=before["pk"])
    return Planned(row, Outcome.UPDATED, content, before, before["pk"])


def vanished(
    planned: Sequence[Planned], recorded: Mapping[Key, Mapping[str, Any]]
) -> list[Mapping[str, Any]]:
    """Items on record of a plan and year that the file has, but without them."""
    plans = {plan_of(each.content) for each in planned}
    kept = {key_of(each.content) for each in planned}
    return [row for key, row in recorded.items() if plan_of(row) in plans and key not in kept]


def plan_of(content: Mapping[str, Any]) -> Key:
    """A plan of a year: by framework, country, year and name."""
    return tuple(content[name] for name in ("framework", "country", "year", "plan"))
