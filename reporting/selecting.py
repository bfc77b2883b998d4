"""One meaning for each filter of the register, whether it counts a figure or narrows a page.

A figure counted with these filters leads to a page narrowed with the same ones: the rows that
a reader opens are the rows that were counted.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

from reporting.deriving import derived_in, running_in

Row = Mapping[str, Any]
Filters = Mapping[str, str]
Fact = Callable[[Row, str | None], str]
"""What a record says on a day, or that it does not say."""

UNKNOWN: Final = "unknown"


def is_between(day: str, starts_on: str | None, ends_on: str | None, *, last_day: bool) -> bool:
    """Whether a period holds a day; ISO dates compare as text. An open end is no end."""
    if starts_on is not None and day < starts_on:
        return False
    if ends_on is None:
        return True
    return day <= ends_on if last_day else day < ends_on


def runs_on(framework: Row, day: str) -> bool:
    """A framework runs to its last day, which counts."""
    return is_between(day, framework["starts_on"], framework["ends_on"], last_day=True)


def part_on(periods: Iterable[Row], day: str) -> Any:
    """UN-Habitat's part in a framework on a day, or none on record; the last day counts."""
    found = (x for x in periods if is_between(day, x["valid_from"], x["valid_to"], last_day=True))
    return next(found, None)


def engagement_of(framework: Row, fact: str, day: str | None = None) -> str:
    """Signature or level, on a day where one is given; no record is "not recorded", never "no".

    A publication made before parts had periods knows the part of its own day alone.
    """
    periods = framework.get("engagements")
    part = framework["engagement"] if day is None or periods is None else part_on(periods, day)
    return str((part or {}).get(fact, UNKNOWN))


def offices_on(country: Row, day: str | None) -> set[str]:
    """The office that served a country on a day; without a day, any it ever had on record."""
    return {
        each["office"]
        for each in country.get("coverage", ())
        if day is None or is_between(day, each["starts_on"], each["ends_on"], last_day=False)
    }


def presence_in(country: Row) -> str:
    """UN-Habitat's presence; no record is "not recorded"."""
    return str((country["presence"] or {}).get("kind", UNKNOWN))


def projects_in(country: Row) -> str:
    """Whether projects are under way; a fact of its own beside presence (para 13)."""
    return str((country["presence"] or {}).get("projects", UNKNOWN))


def analysis_in(country: Row, day: str | None) -> str:
    """Whether support to the country's analysis (CCA) is on record by a day.

    Nothing records that there was none; an undated contribution is not known to have been
    given by then.
    """
    days = [each["given_on"] for each in country.get("contributions", ()) if _is_analysis(each)]
    given = any(each is not None and (day is None or each <= day) for each in days)
    return "yes" if given else UNKNOWN


def _is_analysis(contribution: Row) -> bool:
    return bool(contribution["kind"] == "analysis")


FACTS: Final[Mapping[str, Mapping[str, Fact]]] = {
    "frameworks": {
        "signatory": lambda row, day: engagement_of(row, "signatory", day),
        "level": lambda row, day: engagement_of(row, "level", day),
    },
    "countries": {
        "presence": lambda row, _day: presence_in(row),
        "projects": lambda row, _day: projects_in(row),
        "analysis": analysis_in,
        "programme": lambda row, _day: str(row["programme"]),
    },
    "programme-documents": {
        "generation": lambda row, _day: str(row["generation"]),
        "derived": lambda row, _day: derived_in(row),
        "running": running_in,
    },
}
"""What can be asked of the records of each collection, under the name of its filter."""


def facts_of(collection: str, row: Row) -> dict[str, str]:
    """What a record says when no day is asked for, by the names of the filters."""
    return {name: fact(row, None) for name, fact in FACTS[collection].items()}


DAY: Final[Mapping[str, str]] = {
    "frameworks": "running_on",
    "countries": "covered_on",
    "programme-documents": "on_record_on",
}
"""The filter that says on which day each collection is read."""


def select(collection: str, rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The rows of a collection that pass every filter, as they were on the day of its filter."""
    day = filters.get(DAY[collection])
    facts = {name: fact for name, fact in FACTS[collection].items() if name in filters}
    return [
        row
        for row in rows
        if PLACED[collection](row, filters.get("office"), day)
        and all(fact(row, day) == filters[name] for name, fact in facts.items())
    ]


def select_frameworks(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The frameworks that pass; signature and level are those of `running_on`."""
    return select("frameworks", rows, filters)


def select_countries(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The countries that pass: served by `office` on `covered_on`, or as their rows say."""
    return select("countries", rows, filters)


def select_documents(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The programme documents that pass, each with the coverage of its country."""
    return select("programme-documents", rows, filters)


def _framework_is_placed(row: Row, office: str | None, day: str | None) -> bool:
    return office in (None, row["office"]) and (day is None or runs_on(row, day))


def _country_is_placed(row: Row, office: str | None, day: str | None) -> bool:
    """On a day, the countries that an office served; without one, the office their row names."""
    if day is None:
        return office is None or office == row["office"]
    offices = offices_on(row, day)
    return office in offices if office is not None else bool(offices)


def _document_is_placed(row: Row, office: str | None, day: str | None) -> bool:
    """Withdrawn, or known to begin later, a document is not among those of the day."""
    is_later = day is not None and row["starts_on"] is not None and row["starts_on"] > day
    if row["stage"] == "withdrawn" or is_later:
        return False
    return office is None or office in offices_on(row, day)


PLACED: Final[Mapping[str, Callable[[Row, str | None, str | None], bool]]] = {
    "frameworks": _framework_is_placed,
    "countries": _country_is_placed,
    "programme-documents": _document_is_placed,
}


def with_coverage(documents: Iterable[Row], countries: Iterable[Row]) -> list[Row]:
    """Programme documents, each with the offices that served its country."""
    coverage = {row["iso3"]: row["coverage"] for row in countries}
    return [{**row, "coverage": coverage.get(row["country"], [])} for row in documents]
