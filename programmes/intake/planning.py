"""What was sent, read into a plan: row by row what would be done, and every fault.

A plan changes nothing. A row names its record by `id`, or by its key; a column that a row
leaves out keeps what the record says.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Model
from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.outcomes import Outcome, in_order, rejected
from accounts.policy import Actor
from accounts.reading import unknown_fields
from accounts.refusals import Fault, Faults, Stale, number_within
from programmes.intake.columns import Content, whole
from programmes.intake.content import EMPTY, differences, digest
from programmes.intake.kinds import RecordKind
from programmes.intake.neighbours import check_neighbours
from programmes.intake.owners import check_offices, check_reserved
from programmes.intake.scene import Scene
from programmes.intake.siblings import Siblings, find_siblings, prepare

ROW_LIMIT = 2000


@dataclass(frozen=True)
class PlannedRow:
    """One row of a plan; `record` is there when the row found one, and after saving.

    `content` is what the record says afterwards, `before` what it says now.
    """

    number: int
    outcome: Outcome
    record: Model | None = None
    content: Content = field(default_factory=dict)
    before: Content | None = None
    differences: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Said:
    """A row as it was sent, the columns that could be read, and the faults in it."""

    row: Mapping[str, Any]
    at: str
    content: Content = field(default_factory=dict)
    faults: Faults = field(default_factory=Faults)


@dataclass(frozen=True)
class Plan:
    """What rows would do. `stale` is the first row made on something that changed since."""

    kind: RecordKind
    rows: list[PlannedRow]
    faults: list[Fault]
    scene: Scene
    stale: PlannedRow | None = None

    @property
    def counts(self) -> dict[str, int]:
        """Rows by outcome, as every door reports them."""
        return {
            outcome.value: sum(row.outcome is outcome for row in self.rows) for outcome in Outcome
        }

    @property
    def changing(self) -> list[PlannedRow]:
        """The rows that would write something."""
        return [row for row in self.rows if row.outcome in (Outcome.CREATED, Outcome.UPDATED)]


def plan(
    kind: RecordKind, rows: Sequence[Any], *, lock: bool = False, on: date | None = None, by: Actor
) -> Plan:
    """Read rows of a kind; with `lock`, the records beside them are held until the end.

    Whose a country is, is judged on the day `on`, today if not given.
    """
    scene = Scene(on or timezone.localdate())
    said = [read_row(kind, row, f"/rows/{index}", scene) for index, row in enumerate(rows)]
    scopes = scopes_of(kind, said, scene)
    prepare(kind, scene)
    siblings = find_siblings(kind, ids_of(rows), scopes, scene, lock=lock)
    planned = [plan_row(kind, each, i + 1, siblings, scene) for i, each in enumerate(said)]
    faults = Faults([fault for each in said for fault in each.faults.found])
    check_neighbours(kind, planned, siblings.contents, faults, scene)
    check_offices(kind, planned, faults, scene, by)
    check_reserved(kind, planned, faults, by)
    judged = rejected(planned, faults.found, "rows")
    stale = first_stale(planned, said)
    return Plan(kind, judged, in_order(faults.found, "rows"), scene, stale)


def read_row(kind: RecordKind, row: Any, at: str, scene: Scene) -> Said:
    """What a row says, column by column; what it leaves out is not there."""
    said = Said(row if isinstance(row, Mapping) else {}, at)
    if not isinstance(row, Mapping):
        words = _("A row is an object with the columns of the record.")
        said.faults.add(at, "not_an_object", words)
        return said
    unknown_fields(row, kind.known, at, said.faults)
    for column in kind.columns:
        if column.name in row:
            value = row[column.name]
        elif any(part in row for part in column.parts):
            value = column.joined(row)
        else:
            continue
        said.content[column.name] = column.read(value, f"{at}/{column.name}", said.faults, scene)
    return said


def scopes_of(kind: RecordKind, rows: Sequence[Said], scene: Scene) -> list[int]:
    """The ids of what the rows belong to."""
    if not kind.scope:
        return []
    targets = scene.targets(kind.column(kind.scope).to)  # type: ignore[attr-defined]
    found = (targets.find(row.content.get(kind.scope)) for row in rows)
    return sorted({each.id for each in found if each})


def ids_of(rows: Sequence[Any]) -> list[int]:
    """The records that rows name by id."""
    sent = (whole(row.get("id")) for row in rows if isinstance(row, Mapping))
    return sorted({each for each in sent if each is not None and each < 2**63})


def plan_row(
    kind: RecordKind, said: Said, number: int, siblings: Siblings, scene: Scene
) -> PlannedRow:
    """What a row would do to its record."""
    pk = find(kind, said, siblings)
    stood = siblings.contents.get(pk) if pk else None
    content = {**(stood or empty(kind)), **said.content}
    refuse_missing(kind, content, said)
    if not said.faults.found:
        for rule in kind.rules:
            rule(content, stood, said.at, said.faults, scene)
    changed = differences(stood or empty(kind), content)
    outcome = Outcome.CREATED if stood is None else Outcome.UPDATED
    if stood is not None and not changed:
        outcome = Outcome.UNCHANGED
    record = siblings.records.get(pk) if pk else None
    return PlannedRow(number, outcome, record, content, stood, changed)


def find(kind: RecordKind, said: Said, siblings: Siblings) -> int | None:
    """The id of the record that a row is about; nothing for a new one."""
    if said.row.get("id") in (None, ""):
        return siblings.ids.get(kind.key_of({**empty(kind), **said.content}))
    pk = whole(said.row["id"])
    if pk is None or pk not in siblings.records:
        words = _("There is no record with this number.")
        said.faults.add(f"{said.at}/id", "unknown_record", words)
        return None
    return pk


def empty(kind: RecordKind) -> Content:
    """A record about which nothing was said."""
    return {column.name: none_of(column.empty) for column in kind.columns}


def none_of(value: Any) -> Any:
    """Plain lists, as JSON has them."""
    return list(value) if isinstance(value, tuple) else value


def refuse_missing(kind: RecordKind, content: Content, said: Said) -> None:
    """What every record of the kind says; what could not be read is named already."""
    found = {fault.pointer for fault in said.faults.found}
    for column in kind.columns:
        where = f"{said.at}/{column.name}"
        if column.is_required and content[column.name] in EMPTY and where not in found:
            said.faults.add(where, "required", _("This field is required."))


def first_stale(planned: Sequence[PlannedRow], said: Sequence[Said]) -> PlannedRow | None:
    """The first row made on something that changed since, if the row guards itself.

    A row that says what the record says already overwrites nothing, however old it is.
    """
    for row, sent in zip(planned, said, strict=True):
        base = sent.row.get("base")
        guarded = base and row.before is not None and row.differences
        if guarded and base != digest(row.before or {}):
            return row
    return None


def row_number(fault: Fault) -> int:
    """The row a fault is about, from 1; nought for what was sent as a whole."""
    return number_within(fault, "rows")


def refuse_stale(plan: Plan) -> None:
    """Nobody's change is overwritten unseen: a stale base refuses the whole."""
    if plan.stale is not None:
        words = _("%(record)s was changed since.")
        name = plan.kind.name_of(plan.stale.before or {})
        raise Stale("stale_version", words % {"record": name}, plan.stale)
