"""Read the rows of a list of a publication: one page of them, or all."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Paginator
from django.db.models import Count, QuerySet, Subquery

from reporting.models import PublicationRow
from reporting.pages.editions import Part

Row = Mapping[str, Any]
Narrow = Callable[[Sequence[Row], Mapping[str, str]], list[Row]]
Seek = Callable[[int, "Listed", Mapping[str, str], int], Part]


Total = Callable[[Mapping[str, Any], Mapping[str, str]], int | None]
"""How many rows a section says that filters leave; none where it does not say."""


@dataclass(frozen=True)
class Listed:
    """The list a page shows: its name, how many rows a page has, and which filters are facets.

    A filter that is no facet, such as a day, may change what the others mean: then `narrow`
    judges all of them over the whole list. A list narrowed by a code of the address takes it
    as one more facet: `at="office"`. What is sought in several lists at once has a `seek` of
    its own.
    """

    name: str
    size: int = 100
    facets: Sequence[str] = ()
    narrow: Narrow | None = None
    at: str = ""
    unless_chosen: Mapping[str, str] = field(default_factory=dict)
    seek: Seek | None = None
    total: Total | None = None

    def judges(self, filters: Mapping[str, str]) -> Narrow | None:
        """What narrows the rows where the facets cannot; nothing where they can."""
        return None if set(filters) <= set(self.facets) else self.narrow


def part_of(
    publication: int,
    listed: Listed,
    filters: Mapping[str, str],
    code: str,
    page: str = "1",
    section: Mapping[str, Any] | None = None,
) -> Part:
    """The rows of one page of the list; a number past the end shows the last.

    Where the section knows how many rows there are, they are not counted again.
    """
    if listed.seek:
        return listed.seek(publication, listed, filters, int(page))
    found = rows_of(publication, listed, filters, code)
    if narrow := listed.judges(filters):
        rows = narrow(read(found), filters)
        shown = Paginator(rows, listed.size).get_page(page)
        return Part(list(shown), shown)
    total = listed.total(section, filters) if listed.total and section else None
    if total is not None:
        return known_part(found, listed.size, int(page), total)
    return counted_part(found, listed.size, int(page))


def known_part(found: QuerySet[PublicationRow], size: int, page: int, total: int) -> Part:
    """A page of a list whose length is known."""
    shown = Paginator(range(total), size).get_page(page)
    first = (shown.number - 1) * size
    return Part(read(found[first : first + size]), shown)


def counted_part(found: QuerySet[PublicationRow], size: int, page: int) -> Part:
    """One query counts the list and reads the page; only a page past the end asks again."""
    counted = found.annotate(total=how_many(found)).values_list("body", "total")
    rows = list(counted[(page - 1) * size : page * size])
    if not rows and page > 1:
        return counted_part(found, size, Paginator(found, size).num_pages)
    total = rows[0][1] if rows else 0
    return Part(
        [json.loads(body) for body, _total in rows], Paginator(range(total), size).page(page)
    )


def how_many(found: QuerySet[PublicationRow]) -> Subquery:
    """Counted beside the page and not over it: a window would carry the body of every row."""
    counted = found.order_by().values("listed").annotate(number=Count("*"))
    return Subquery(counted.values("number"))


def whole(publication: int, listed: Listed, filters: Mapping[str, str], code: str) -> Part:
    """All rows that pass, for a file."""
    rows: list[Row] = read(rows_of(publication, listed, filters, code))
    if narrow := listed.judges(filters):
        rows = narrow(rows, filters)
    return Part(rows, Paginator(rows, max(len(rows), 1)).page(1))


def rows_of(
    publication: int, listed: Listed, filters: Mapping[str, str], code: str
) -> QuerySet[PublicationRow]:
    """The rows that bear the facets asked for, in the reader's order."""
    asked = {} if listed.judges(filters) else filters
    chosen = {**listed.unless_chosen, **asked}
    facets = [f"{name}:{chosen[name]}" for name in listed.facets if name in chosen]
    placed = [f"{listed.at}:{code}"] if listed.at else []
    rows = PublicationRow.objects.filter(publication=publication, listed=listed.name)
    return rows.with_facets([*facets, *placed]).in_order()


def read(rows: QuerySet[PublicationRow]) -> list[Row]:
    """The records of rows."""
    return [json.loads(body) for body in rows.values_list("body", flat=True)]
