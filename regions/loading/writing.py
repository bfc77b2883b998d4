"""Write changes in bulk; when the database refuses, find the lines it refuses."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, cast

from django.db import DatabaseError, models, transaction
from django.utils import timezone

from regions.loading.columns import Reference, field_of
from regions.loading.faults import unknown
from regions.loading.runs import Report, Run

if TYPE_CHECKING:
    from regions.loading.datasets import Dataset, Row

STAMP = "updated_at"


@dataclass
class Change:
    """What a row asks to be written: fields of a record, or a whole new one."""

    row: Row
    pk: int | None
    fields: dict[str, Any]


def resolved(dataset: Dataset, change: Change, run: Run, report: Report) -> bool:
    """Put the keys of other records where the file has their codes; name unknown codes."""
    for column in dataset.columns:
        codes = change.fields.get(column.field)
        if not isinstance(column, Reference) or codes is None:
            continue
        target = cast("type[models.Model]", field_of(dataset.model, column.field).related_model)
        key = run.ids(target, column.by).get(tuple(codes))
        if key is None:
            _name_unknown(dataset, change, column, target, run, report)
            return False
        change.fields[column.field] = key
    return True


def _name_unknown(
    dataset: Dataset,
    change: Change,
    column: Reference,
    target: type[models.Model],
    run: Run,
    report: Report,
) -> None:
    codes = tuple(change.fields[column.field])
    if run.is_mentioned(target, column.by, codes):
        report.left_out.append(change.row.key)
        return
    known = [" ".join(map(str, known)) for known in run.ids(target, column.by)]
    message = unknown(" ".join(codes), ", ".join(column.headings), known)
    dataset.fault(run, change.row.line, message)


def write(dataset: Dataset, changes: list[Change], run: Run) -> dict[str, int]:
    """Write all changes and return the records' keys by row; refused lines become faults."""
    if not changes:
        return {}
    try:
        with transaction.atomic():
            return _write_together(dataset, changes)
    except DatabaseError:
        for change in changes:
            _write_alone(dataset, change, run)
        return {}


def _write_together(dataset: Dataset, changes: Iterable[Change]) -> dict[str, int]:
    """Updates come first, so that a period is closed before the next one begins."""
    updates = [change for change in changes if change.pk is not None]
    additions = [change for change in changes if change.pk is None]
    _update(dataset.model, updates)
    records = [_filled(dataset.model(), change.fields) for change in additions]
    dataset.model._default_manager.bulk_create(records)
    added = {c.row.key: record.pk for c, record in zip(additions, records, strict=True)}
    return added | {c.row.key: c.pk for c in updates if c.pk is not None}


def _update(model: type[models.Model], updates: list[Change]) -> None:
    if not updates:
        return
    rows = model._default_manager.order_by().select_for_update(of=("self",))
    records = rows.in_bulk([change.pk for change in updates])
    fields = {field for change in updates for field in change.fields}
    for change in updates:
        _filled(records[change.pk], change.fields)
    if any(field.name == STAMP for field in model._meta.get_fields()):
        fields.add(STAMP)
        for record in records.values():
            setattr(record, STAMP, timezone.now())
    model._default_manager.bulk_update(records.values(), sorted(fields))


def _filled(record: models.Model, values: dict[str, Any]) -> models.Model:
    for name, value in values.items():
        field = field_of(type(record), name)
        setattr(record, field.attname, value if field.is_relation else field.to_python(value))
    return record


def _write_alone(dataset: Dataset, change: Change, run: Run) -> None:
    try:
        with transaction.atomic():
            _write_together(dataset, [change])
    except DatabaseError as error:
        dataset.fault(run, change.row.line, f"{change.row.key}: {_refusal(error)}")


def _refusal(error: DatabaseError) -> str:
    """The rule that was broken, as its constraint is named: a sentence."""
    details = getattr(error.__cause__, "diag", None)
    name = getattr(details, "constraint_name", None)
    return name.replace("_", " ") if name else str(error)
