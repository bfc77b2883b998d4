"""Which frameworks end soon, and what is on record for the time after: who must act."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from regions.days import months_begun
from reporting.covering import CLOSED
from reporting.selecting import UNKNOWN

Row = Mapping[str, Any]
MONTHS: Final = 18
"""A framework is prepared for about a year and a half; rule A22 looks as far ahead."""
SOON: Final = 12
HORIZONS: Final = (SOON, MONTHS)
"""How many months ahead ends are counted."""
DUE: Final = ("A22", "A23")


@dataclass(frozen=True)
class End:
    """The end of a framework, with what follows it as far as it is on record."""

    framework: Row
    successor: Row | None
    documents: list[Row]
    due: list[Row]

    @property
    def day(self) -> date:
        """The last day of the framework."""
        return date.fromisoformat(self.framework["ends_on"])

    @property
    def is_extended(self) -> bool:
        """Whether this is another end than the one that was signed."""
        first = self.framework["original_ends_on"]
        return bool(first and first < self.framework["ends_on"])


@dataclass(frozen=True)
class YearOfEnds:
    """How many frameworks end in a year, and for how many the next one is on record."""

    year: int
    ends: int
    followed: int


def ends_soon(ends: Iterable[End], day: date) -> list[End]:
    """Those of the longest horizon, the nearest first."""
    found = [end for end in ends if is_soon(end.framework["ends_on"], day, MONTHS)]
    return sorted(found, key=lambda end: (end.day, end.framework["team"]))


def is_soon(ends_on: str, day: date, months: int) -> bool:
    """Whether an end lies ahead, no further than so many months; today still counts."""
    end = date.fromisoformat(ends_on)
    return end >= day and months_begun(day, end) <= months


def ends_ahead(teams: Iterable[Sequence[Row]], day: date) -> list[End]:
    """Every end that lies ahead; the frameworks come by team, among which successors are."""
    first = day.isoformat()
    return [end_of(row, rows) for rows in teams for row in rows if row["ends_on"] >= first]


def horizons(ends_on: str, day: date) -> list[str]:
    """Within how many months an end lies."""
    return [str(months) for months in HORIZONS if is_soon(ends_on, day, months)]


def facets(end: End, day: date) -> dict[str, str | list[str]]:
    """What the calendar is narrowed by; that nothing follows on record is not "no"."""
    return {
        "office": end.framework["office"],
        "year": end.framework["ends_on"][:4],
        "within": horizons(end.framework["ends_on"], day),
        "successor": "yes" if end.successor else UNKNOWN,
        "act": ["yes"] if end.due else [],
    }


def end_of(row: Row, frameworks: Iterable[Row]) -> End:
    """One framework with its successor, programme documents, and the rules that ask for an act."""
    return End(row, successor(row, frameworks), documents(row), due(row))


def successor(row: Row, frameworks: Iterable[Row]) -> Row | None:
    """The next framework of the same team, if one is on record."""
    later = (
        each
        for each in frameworks
        if each["team"] == row["team"] and each["starts_on"] > row["starts_on"]
    )
    return min(later, key=lambda each: str(each["starts_on"]), default=None)


def documents(row: Row) -> list[Row]:
    """Programme documents that are neither over nor withdrawn."""
    return [each for each in row["documents"] if each["stage"] not in CLOSED]


def due(row: Row) -> list[Row]:
    """The findings that say what is to be done before a framework ends."""
    return [each for each in row["findings"] if each["rule"] in DUE and not each["dismissed"]]


def by_year(ends: Iterable[End]) -> list[dict[str, Any]]:
    """How many end in each year by office, and how many of them are followed on record."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for end in ends:
        office, year = place = end.framework["office"], end.framework["ends_on"][:4]
        none = {"office": office, "year": int(year), "ends": 0, "followed": 0}
        row = rows.setdefault(place, none)
        row["ends"] += 1
        row["followed"] += end.successor is not None
    return [rows[place] for place in sorted(rows)]


def by_horizon(ends: Iterable[End], day: date) -> list[dict[str, Any]]:
    """How many end within so many months by office, unfollowed and with an act due among them."""
    rows: dict[tuple[str, str], dict[str, Any]] = {}
    for end in ends:
        for months in horizons(end.framework["ends_on"], day):
            office, within = place = end.framework["office"], months
            none = {"office": office, "within": within, "ends": 0, "unfollowed": 0, "due": 0}
            row = rows.setdefault(place, none)
            row["ends"] += 1
            row["unfollowed"] += end.successor is None
            row["due"] += bool(end.due)
    return [rows[place] for place in sorted(rows)]


def without_gap(rows: Iterable[Row]) -> list[YearOfEnds]:
    """Ends summed by year; a year between in which none ends has its place."""
    ends: Counter[int] = Counter()
    followed: Counter[int] = Counter()
    for row in rows:
        ends[row["year"]] += row["ends"]
        followed[row["year"]] += row["followed"]
    if not ends:
        return []
    years = range(min(ends), max(ends) + 1)
    return [YearOfEnds(year, ends[year], followed[year]) for year in years]
