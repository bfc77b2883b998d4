"""Bring records up to what a file says, and leave alone what people entered."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from regions.loading.runs import Report, Run
from regions.loading.writing import Change, resolved, write
from regions.models import LoadedRow

if TYPE_CHECKING:
    from regions.loading.datasets import Dataset, Row


@dataclass(frozen=True)
class Stored:
    """A record as the database holds it, in the plain form of its file."""

    pk: int
    content: dict[str, Any]


@dataclass
class Known:
    """What the database holds of a dataset, and what was last loaded of it."""

    by_pk: dict[int, Stored]
    by_key: dict[str, Stored]
    loaded: dict[str, LoadedRow]

    def record_of(self, row: Row) -> Stored | None:
        """The record a row was loaded into, else the one people entered under its key."""
        loaded = self.loaded.get(row.key)
        bound = self.by_pk.get(loaded.record_id) if loaded else None
        return bound or self.by_key.get(row.key)


def settle(dataset: Dataset, rows: list[Row], run: Run) -> Report:
    """Add what is new, update what the file changed, leave the rest, and report."""
    known = what_is_known(dataset)
    report = Report(dataset.name)
    asked = [change for row in rows if (change := _change(row, known, report))]
    changes = [change for change in asked if resolved(dataset, change, run, report)]
    report.added = sum(change.pk is None for change in changes)
    report.updated = len(changes) - report.added
    written = write(dataset, changes, run)
    _remember(dataset, rows, known, written)
    report.vanished = _vanished({row.key for row in rows}, known)
    return report


def what_is_known(dataset: Dataset) -> Known:
    """Two queries: the records, and what was last loaded."""
    paths = [path for column in dataset.columns for path in column.paths]
    rows = dataset.model._default_manager.order_by("pk").values_list("pk", *paths)
    stored = [Stored(pk, _content(dataset, values)) for pk, *values in rows]
    return Known(
        by_pk={record.pk: record for record in stored},
        by_key={dataset.key_of(record.content): record for record in reversed(stored)},
        loaded={x.key: x for x in LoadedRow.objects.filter(dataset=dataset.name).order_by("pk")},
    )


def _content(dataset: Dataset, values: list[Any]) -> dict[str, Any]:
    content, left = {}, iter(values)
    for column in dataset.columns:
        content[column.field] = column.stored([next(left) for _path in column.paths])
    return content


def _change(row: Row, known: Known, report: Report) -> Change | None:
    loaded, record = known.loaded.get(row.key), known.record_of(row)
    if record is None and loaded is None:
        return Change(row, None, dict(row.content))
    if record is None:
        report.removed.append(row.key)
        return None
    fields = _news(row, loaded, record)
    if not fields:
        report.unchanged += 1
        if loaded is None and record.content != row.content:
            report.kept.append(row.key)
        return None
    if loaded and any(record.content[f] != loaded.content.get(f) for f in fields):
        report.overwritten.append(row.key)
    return Change(row, record.pk, fields)


def _news(row: Row, loaded: LoadedRow | None, record: Stored) -> dict[str, Any]:
    """What the file says otherwise than at its last load, and the record does not say yet."""
    if loaded is None:
        return {}
    return {
        field: value
        for field, value in row.content.items()
        if value != loaded.content.get(field) and value != record.content[field]
    }


def _vanished(keys: set[str], known: Known) -> list[str]:
    return [
        key
        for key, loaded in known.loaded.items()
        if key not in keys and loaded.record_id in known.by_pk
    ]


def _remember(dataset: Dataset, rows: list[Row], known: Known, written: dict[str, int]) -> None:
    """Keep what the file said, for the rows that now have a record."""
    news = []
    for row in rows:
        loaded, record = known.loaded.get(row.key), known.record_of(row)
        pk = written.get(row.key) or (record and record.pk)
        if pk and (not loaded or (loaded.record_id, loaded.content) != (pk, row.content)):
            news.append(
                LoadedRow(dataset=dataset.name, key=row.key, record_id=pk, content=row.content)
            )
    LoadedRow.objects.bulk_create(
        news,
        update_conflicts=True,
        unique_fields=["dataset", "key"],
        update_fields=["record_id", "content"],
    )
