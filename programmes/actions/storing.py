"""Storing planned rows: a statement for what is new and one for what changed, however many."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from django.db import connection
from django.db.models import Field, Model

from accounts.outcomes import Outcome
from programmes.intake.kinds import RecordKind
from programmes.intake.linking import OWNERS
from programmes.intake.planning import Plan, PlannedRow
from programmes.intake.scene import Scene
from programmes.models import MechanismRole
from regions.arrays import write_rows
from regions.models import Installation

NEXT_IDS = "SELECT nextval(pg_get_serial_sequence(%s, 'id')) FROM generate_series(1, %s)"
UPDATE = "UPDATE {table} AS record SET {changes} FROM {{rows}} WHERE record.id = row.id"
LINK = ("pk", "mechanismrole", "country")


def store(plan: Plan) -> list[PlannedRow]:
    """Write the rows that change something; the same statements for one row and 2,000.

    A new record gets its id beforehand, so that rows can point to each other. One that is
    new in a demonstration is invented; one that people change stays what it was.
    """
    kind, scene = plan.kind, plan.scene
    new = [row for row in plan.rows if row.outcome is Outcome.CREATED]
    changed = [row for row in plan.rows if row.outcome is Outcome.UPDATED]
    ids = next_ids(kind, len(new))
    learn_new(kind, new, ids, scene)
    made = create(kind, new, ids, scene)
    update(kind, changed, scene)
    if kind.model is MechanismRole:
        known = [row.record.pk for row in changed if row.record is not None]
        link_countries([*new, *changed], [*ids, *known], scene)
    by_number = dict(zip((row.number for row in new), made, strict=True))
    return [replace(row, record=by_number.get(row.number, row.record)) for row in plan.rows]


def next_ids(kind: RecordKind, number: int) -> list[int]:
    """Ids for new records."""
    with connection.cursor() as cursor:
        cursor.execute(NEXT_IDS, [kind.model._meta.db_table, number])
        return [row[0] for row in cursor.fetchall()]


def learn_new(
    kind: RecordKind, rows: Sequence[PlannedRow], ids: Sequence[int], scene: Scene
) -> None:
    """New results can be pointed to by rows of the same table."""
    for row, pk in zip(rows, ids, strict=True):
        if kind.scope in OWNERS and "parent" in row.content:
            owner = scene.targets(OWNERS[kind.scope]).find(row.content[kind.scope])
            if owner is not None:
                scene.results[owner.id, row.content["code"]] = pk


def create(
    kind: RecordKind, rows: Sequence[PlannedRow], ids: Sequence[int], scene: Scene
) -> list[Model]:
    """New records in one statement."""
    invented = Installation.is_marked_as_demonstration()
    records = [kind.model(pk=pk, is_invented=invented) for pk in ids]
    for record, row in zip(records, rows, strict=True):
        fill(record, values(kind, row, scene))
    return list(kind.model._default_manager.bulk_create(records))


def fill(record: Model, said: Mapping[str, Any]) -> None:
    """Let a record say it, days as days and amounts as amounts."""
    for field in record._meta.concrete_fields:
        if field.attname in said:
            setattr(record, field.attname, field.to_python(said[field.attname]))


def values(kind: RecordKind, row: PlannedRow, scene: Scene) -> dict[str, Any]:
    """What the database keeps of a row, by the columns of its table."""
    return {
        column.attribute: column.written(row.content, scene)
        for column in kind.columns
        if column.attribute
    }


def update(kind: RecordKind, rows: Sequence[PlannedRow], scene: Scene) -> None:
    """Changed records in one statement; their history is written by the database."""
    statement, columns = statement_for(kind)
    sent = []
    for row in rows:
        if row.record is not None:
            said = values(kind, row, scene)
            fill(row.record, said)
            sent.append({"id": row.record.pk, **said})
    write_rows(statement, columns, sent)


def statement_for(kind: RecordKind) -> tuple[str, dict[str, str]]:
    """The update of a kind, and the types of its columns."""
    fields = {field.attname: field for field in kind.model._meta.concrete_fields}
    names = [column.attribute for column in kind.columns if column.attribute]
    changes = [f"{name} = row.{name}" for name in names]
    if "updated_at" in fields:
        changes.append("updated_at = now()")
    statement = UPDATE.format(table=kind.model._meta.db_table, changes=", ".join(changes))
    return statement, {"id": "bigint", **{name: type_of(fields[name]) for name in names}}


def type_of(field: "Field[Any, Any]") -> str:
    """The type of a column as the database names it."""
    kind = field.rel_db_type(connection) if field.is_relation else field.db_type(connection)
    return str(kind)


def link_countries(rows: Sequence[PlannedRow], ids: Sequence[int], scene: Scene) -> None:
    """The countries of roles: those that left go, those that came are added."""
    link = MechanismRole.countries.through
    targets = scene.targets("countries")
    found = (
        (pk, targets.find(code))
        for row, pk in zip(rows, ids, strict=True)
        for code in row.content["countries"]
    )
    wanted = {(pk, target.id) for pk, target in found if target}
    stand = link.objects.filter(mechanismrole__id__any_of=list(ids))
    known = {(role, country): pk for pk, role, country in stand.values_list(*LINK)}
    gone = [pk for key, pk in known.items() if key not in wanted]
    link.objects.filter(pk__any_of=gone).delete()
    new = sorted(wanted - set(known))
    link.objects.bulk_create([link(mechanismrole_id=pk, country_id=place) for pk, place in new])
