"""The newest events of all kinds, page by page, in one query.

Every kind is read downwards from the last event seen of it, by primary key, so the last page
costs what the first one costs; the kinds are then merged by time.
"""

import heapq
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Any, Final

from django.db.models import CharField, TextField, Value
from django.db.models.functions import Cast

from reporting.staff.history.kinds import KINDS, Recorded

SIZE: Final = 100


@dataclass(frozen=True)
class Line:
    """One event: what happened to which record."""

    at: datetime
    number: int
    label: str
    context: Mapping[str, Any]
    kind: str
    record: str
    name: str


@dataclass(frozen=True)
class Chapter:
    """A page of the history; `seen` is where the next one begins, empty at the end."""

    lines: list[Line]
    seen: dict[str, int]


def read(
    kinds: Iterable[Recorded] = (), *, person: int | None = None, seen: Mapping[str, int]
) -> Chapter:
    """The events below those seen: of some kinds, or all; of one person, or everybody."""
    found = [newest(kind, person, seen.get(kind.slug)) for kind in kinds or KINDS.values()]
    rows = found[0].union(*found[1:], all=True) if len(found) > 1 else found[0]
    by_kind: dict[str, list[Line]] = {}
    for at, number, label, context, kind, record, name in rows:
        line = Line(at, number, label, context or {}, kind, record, name)
        by_kind.setdefault(kind, []).append(line)
    return chapter(by_kind, seen)


def newest(kind: Recorded, person: int | None, below: int | None) -> Any:
    """The newest events of one kind, one more than a page holds."""
    events = kind.events.order_by("-pgh_id")
    if below is not None:
        events = events.filter(pgh_id__lt=below)
    if person is not None:
        events = events.filter(pgh_context__user=person)
    named = events.annotate(
        kind_slug=Value(kind.slug, output_field=CharField()),
        record=Cast("pgh_obj_id", TextField()),
        record_name=Cast(kind.name, TextField()),
    )
    columns = ("pgh_created_at", "pgh_id", "pgh_label", "pgh_context")
    return named.values_list(*columns, "kind_slug", "record", "record_name")[: SIZE + 1]


def chapter(by_kind: Mapping[str, list[Line]], seen: Mapping[str, int]) -> Chapter:
    """The kinds merged by time; each keeps its own order, so that no event is ever left out."""
    ordered = (sorted(lines, key=lambda line: -line.number) for lines in by_kind.values())
    merged = heapq.merge(*ordered, key=lambda line: line.at, reverse=True)
    lines = list(islice(merged, SIZE))
    if sum(map(len, by_kind.values())) <= SIZE:
        return Chapter(lines, {})
    return Chapter(lines, {**seen, **{line.kind: line.number for line in lines}})
