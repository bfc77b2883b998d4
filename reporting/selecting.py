"""One meaning for each filter of the register, whether it counts a figure or narrows a page.

A figure counted with these filters leads to a page narrowed with the same ones: the rows that
a reader opens are the rows that were counted.
"""

from collections.abc import Callable, Iterable, Mapping
from typing import Any, Final

Row = Mapping[str, Any]
Filters = Mapping[str, str]
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


def engagement_of(framework: Row, fact: str) -> str:
    """Signature or level; no record is "not recorded", never "no"."""
    return str((framework["engagement"] or {}).get(fact, UNKNOWN))


def offices_on(country: Row, day: str | None) -> set[str]:
    """The office that served a country on a day; without a day, any it ever had on record."""
    return {
        each["office"]
        for each in country["coverage"]
        if day is None or is_between(day, each["starts_on"], each["ends_on"], last_day=False)
    }


def presence_in(country: Row) -> str:
    """UN-Habitat's presence; no record is "not recorded"."""
    return str((country["presence"] or {}).get("kind", UNKNOWN))


FRAMEWORKS: Final[dict[str, Callable[[Row, str], bool]]] = {
    "office": lambda row, value: row["office"] == value,
    "signatory": lambda row, value: engagement_of(row, "signatory") == value,
    "level": lambda row, value: engagement_of(row, "level") == value,
    "running_on": runs_on,
}


def select_frameworks(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The frameworks that pass every filter."""
    return [
        row for row in rows if all(FRAMEWORKS[name](row, value) for name, value in filters.items())
    ]


def select_countries(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The countries that pass every filter: `office` on `covered_on`, `presence`."""
    return [row for row in rows if _country_passes(row, filters)]


def _country_passes(row: Row, filters: Filters) -> bool:
    offices = offices_on(row, filters.get("covered_on"))
    if "presence" in filters and presence_in(row) != filters["presence"]:
        return False
    return filters["office"] in offices if "office" in filters else bool(offices)
