"""The records behind a count, each with its address: exactly those that were counted.

They are chosen among the plain rows that are counted, never by a query of their own, so the
number and the list cannot part.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any, Final

from django.db.models import OuterRef, Subquery

from programmes.models import CooperationFramework, CountryProgrammeDocument
from regions.languages import in_language
from regions.models import Country
from reporting.counting import counted
from reporting.measures import COUNTRIES, DOCUMENTS, FRAMEWORKS, Definition
from reporting.reconciling import read_register
from reporting.selecting import Row


@dataclass(frozen=True)
class CountedRow:
    """A record that was counted, or that does not say yet; `key` is its part of an address."""

    collection: str
    key: str
    code: str
    name: str
    starts_on: str | None
    ends_on: str | None
    source: str
    provenance: str
    updated_at: datetime


@dataclass(frozen=True)
class CountedRows:
    """The records of a measure at an office on a day."""

    definition: Definition
    counted: list[CountedRow]
    silent: list[CountedRow]
    of_total: int | None


def rows_of_measure(measure: str, office: str, day: str) -> CountedRows:
    """What is counted, and what is silent, in as many queries for one row as for hundreds."""
    found = counted(measure, office, day, read_register())
    collection = found.definition.collection
    records, shown = RECORDS[collection](), SHOWN[collection]
    asked = frozenset(found.definition.filters)
    return CountedRows(
        found.definition,
        list(shown(found.rows, records, asked)),
        list(shown(found.silent, records, asked)),
        found.of_total,
    )


Records = Mapping[Any, Any]
"""What is looked up of the records of a collection, by what identifies them in a publication."""


def _frameworks() -> Records:
    rows = CooperationFramework.objects.order_by().values_list(
        "team__code", "starts_on", "pk", "team__names", "updated_at"
    )
    return {(team, first.isoformat()): found for team, first, *found in rows}


def _documents() -> Records:
    rows = CountryProgrammeDocument.objects.order_by().values_list(
        "country__iso3", "generation", "starts_on", "pk", "country__names", "updated_at"
    )
    return {
        (iso3, generation, first and first.isoformat()): found
        for iso3, generation, first, *found in rows
    }


def _countries() -> Records:
    """Reference records keep no date of their own: their history knows when they changed."""
    events = Country.pgh_event_model.objects.filter(pgh_obj=OuterRef("pk"))  # type: ignore[attr-defined]
    newest = Subquery(events.order_by("-pgh_id").values("pgh_created_at")[:1])
    rows = Country.objects.order_by().values_list("iso3", "names", newest)
    return {iso3: (iso3, names, changed) for iso3, names, changed in rows}


Asked = frozenset[str]
"""The facts that the measure asks for."""

RECORDS: Final[Mapping[str, Callable[[], Records]]] = {
    FRAMEWORKS: _frameworks,
    COUNTRIES: _countries,
    DOCUMENTS: _documents,
}


def _of_frameworks(rows: Iterable[Row], records: Records, _asked: Asked) -> Iterable[CountedRow]:
    for row in rows:
        yield _row(FRAMEWORKS, row["team"], row, records[row["team"], row["starts_on"]])


def _of_documents(rows: Iterable[Row], records: Records, _asked: Asked) -> Iterable[CountedRow]:
    for row in rows:
        key = (row["country"], row["generation"], row["starts_on"])
        yield _row(DOCUMENTS, row["country"], row, records[key])


def _of_countries(rows: Iterable[Row], records: Records, asked: Asked) -> Iterable[CountedRow]:
    """The word on which a country counts is its presence, or what was given to its analysis."""
    for row in rows:
        given = next(iter(row["contributions"]), None) if "analysis" in asked else row["presence"]
        facts = given or NOTHING
        yield _row(COUNTRIES, row["iso3"], {**NOTHING, **facts}, records[row["iso3"]])


NOTHING: Final = {"starts_on": None, "ends_on": None, "source": "", "provenance": "entered"}

Shown = Callable[[Iterable[Row], Records, Asked], Iterable[CountedRow]]
SHOWN: Final[Mapping[str, Shown]] = {
    FRAMEWORKS: _of_frameworks,
    COUNTRIES: _of_countries,
    DOCUMENTS: _of_documents,
}


def _row(collection: str, code: str, row: Row, record: Any) -> CountedRow:
    key, names, updated_at = record
    return CountedRow(
        collection=collection,
        key=str(key),
        code=code,
        name=in_language(names),
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        source=row["source"],
        provenance=row["provenance"],
        updated_at=updated_at,
    )
