"""A long list read as it is written: its rows are never all in memory at once."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Any, Final

from django.core.paginator import Paginator
from django.db.models import QuerySet

from reporting.models import PublicationRow
from reporting.pages.editions import Part, Reading
from reporting.papers.reading import Source
from reporting.views.rows import Listed, Row, read, rows_of

AT_ONCE: Final = 500
"""Rows that are held at a time."""


def streamed(source: Source, name: str) -> Reading:
    """A section with all rows of its list, in the order of the language, read one by one."""
    rows = Streamed(rows_of(source.publication.pk, Listed(name), {}, ""))
    places = range(len(rows))
    part = Part(rows, Paginator(places, max(len(places), 1)).page(1))
    return replace(source.section(name), part=part)


class Streamed(Sequence[Row]):
    """The rows of a list as the database hands them out, as often as somebody goes through."""

    def __init__(self, rows: QuerySet[PublicationRow]) -> None:
        self.rows = rows

    def __iter__(self) -> Iterator[Row]:
        for body in self.rows.values_list("body", flat=True).iterator(chunk_size=AT_ONCE):
            yield json.loads(body)

    def __len__(self) -> int:
        return self.rows.count()

    def __getitem__(self, place: Any) -> Any:
        found = self.rows[place]
        return read(found) if isinstance(place, slice) else json.loads(found.body)
