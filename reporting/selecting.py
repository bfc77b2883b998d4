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
        for each in country["coverage"]
        if day is None or is_between(day, each["starts_on"], each["ends_on"], last_day=False)
    }


def presence_in(country: Row) -> str:
    """UN-Habitat's presence; no record is "not recorded"."""
    return str((country["presence"] or {}).get("kind", UNKNOWN))


FRAMEWORKS: Final[dict[str, Callable[[Row, str, str | None], bool]]] = {
    "office": lambda row, value, _day: row["office"] == value,
    "signatory": lambda row, value, day: engagement_of(row, "signatory", day) == value,
    "level": lambda row, value, day: engagement_of(row, "level", day) == value,
    "running_on": lambda row, value, _day: runs_on(row, value),
}


def select_frameworks(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The frameworks that pass every filter; signature and level are those of `running_on`."""
    day = filters.get("running_on")
    return [
        row
        for row in rows
        if all(FRAMEWORKS[name](row, value, day) for name, value in filters.items())
    ]


def select_countries(rows: Iterable[Row], filters: Filters) -> list[Row]:
    """The countries that pass every filter: `office` on `covered_on`, `presence`."""
    return [row for row in rows if _country_passes(row, filters)]


def _country_passes(row: Row, filters: Filters) -> bool:
    offices = offices_on(row, filters.get("covered_on"))
    if "presence" in filters and presence_in(row) != filters["presence"]:
        return False
    return filters["office"] in offices if "office" in filters else bool(offices)
