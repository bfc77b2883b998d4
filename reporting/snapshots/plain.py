"""Rows of the database as plain values: text, whole numbers, lists and mappings of them."""

from collections.abc import Iterable
from datetime import date
from typing import Any, TypeVar
from uuid import UUID

from django.db.models import QuerySet

Record = dict[str, Any]
Key = TypeVar("Key")
Value = TypeVar("Value")


def plain(value: Any) -> Any:
    """A value of a column as JSON can hold it; days as ISO text."""
    if isinstance(value, date):
        return value.isoformat()
    return str(value) if isinstance(value, UUID) else value


def records(rows: QuerySet[Any], *columns: str, **named: str) -> list[Record]:
    """Columns of rows as records, some under another name: `team="team__code"`."""
    names = [*columns, *named]
    found = rows.values_list(*columns, *named.values())
    return [dict(zip(names, map(plain, row), strict=True)) for row in found]


def grouped(pairs: Iterable[tuple[Key, Value]]) -> dict[Key, list[Value]]:
    """The values of each key, in their order."""
    groups: dict[Key, list[Value]] = {}
    for key, value in pairs:
        groups.setdefault(key, []).append(value)
    return groups


def taken(record: Record, prefix: str) -> Record:
    """The parts of a record under a prefix, out of it and without the prefix."""
    names = [name for name in record if name.startswith(prefix)]
    return {name.removeprefix(prefix): record.pop(name) for name in names}


def with_provenance(record: Record) -> Record:
    """A record that says where it is from: `invented`, `document` with citation, or `entered`."""
    is_invented = record.pop("is_invented")
    said = "document" if record["source"] else "entered"
    return {**record, "provenance": "invented" if is_invented else said}
