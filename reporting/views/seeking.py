"""Seek words in the lists of a publication: one query for the counts and the rows."""

import json
from collections.abc import Collection, Mapping
from typing import Any, Final

from django.contrib.postgres.search import SearchQuery
from django.core.paginator import Paginator
from django.db.models import Count, F, Q, QuerySet, Window
from django.db.models.functions import RowNumber

from reporting.models import PublicationRow
from reporting.models.rows import RowQuerySet
from reporting.pages.found import KINDS, Matches
from reporting.searching.asking import Term, ask
from reporting.views.rows import Listed

FIRST: Final = 5
"""So many of each kind are shown where no kind is chosen."""


class Lexemes(SearchQuery):
    """A query whose words are folded already: they are compared as they are.

    `to_tsquery` would parse them a second time, and cut what it takes for a number or an
    address; a cast does not.
    """

    template = "%(expressions)s::tsquery"

    def __init__(self, lexemes: str) -> None:
        super().__init__(lexemes, search_type="raw")


def seek(publication: int, listed: Listed, filters: Mapping[str, str], page: int) -> Matches:
    """The rows that have every word: a page of one kind, or the first few of each."""
    asked, kind = ask(filters.get("q", "")), filters.get("kind", "")
    if not asked.terms:
        return Matches([], Paginator([], listed.size).page(1))
    sought = PublicationRow.objects.filter(publication=publication, listed__in=KINDS)
    found = numbered(sought.filter(words=Lexemes(asked.lexemes)))
    first, last = ((page - 1) * listed.size, page * listed.size) if kind else (0, FIRST)
    rows = list(found.filter(shown(kind, first, last)))
    counts = {listed: total for listed, total, _place, _body in rows}
    if kind and first >= counts.get(kind, 0) > 0:
        last_page = Paginator(range(counts[kind]), listed.size).num_pages
        return seek(publication, listed, filters, last_page)
    chosen = [
        {**json.loads(body), "found_in": each}
        for each, _total, place, body in rows
        if first < place <= last and each == (kind or each)
    ]
    alone = {} if counts else found_alone(sought, asked.terms)
    paginator = Paginator(range(counts.get(kind, 0)), listed.size)
    return Matches(chosen, paginator.page(page if kind and counts.get(kind) else 1), counts, alone)


def numbered(rows: RowQuerySet) -> QuerySet[PublicationRow, tuple[Any, ...]]:
    """Rows with how many there are of their kind, and their number among them."""
    (order,) = rows.in_order().query.order_by
    ranked = rows.annotate(
        total=Window(Count("*"), partition_by=F("listed")),
        place=Window(RowNumber(), partition_by=F("listed"), order_by=[F(str(order)), F("key")]),
    )
    return ranked.order_by("listed", "place").values_list("listed", "total", "place", "body")


def shown(kind: str, first: int, last: int) -> Q:
    """The part that is shown, and the first of every kind, which brings the counts."""
    part = Q(place__gt=first, place__lte=last)
    return Q(place=1) | (part & Q(listed=kind) if kind else part)


def found_alone(rows: QuerySet[PublicationRow], terms: Collection[Term]) -> dict[str, int]:
    """How many rows have each word, where none has all of them."""
    counted = {
        f"term_{number}": Count("pk", filter=Q(words=Lexemes(term.lexemes)))
        for number, term in enumerate(terms)
    }
    found = rows.aggregate(**counted)
    return {term.asked: found[f"term_{number}"] for number, term in enumerate(terms)}
