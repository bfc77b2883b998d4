"""Which frameworks end soon, and what is on record for the time after: who must act."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from regions.days import months_begun
from reporting.selecting import UNKNOWN

Row = Mapping[str, Any]
MONTHS: Final = 18
"""A framework is prepared for about a year and a half; rule A22 looks as far ahead."""
HORIZONS: Final = (12, MONTHS)
"""How many months ahead ends are counted."""
DUE: Final = ("A22", "A23")
CLOSED: Final = {"withdrawn", "ended"}


@dataclass(frozen=True)
class End:
    """The end of a framework, with what follows it as far as it is on record.

    `documents` and `due` are None where a publication was made before it held them.
    """

    framework: Row
    successor: Row | None
    documents: list[Row] | None
    due: list[Row] | None

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


def ends_soon(frameworks: Sequence[Row], day: date, months: int = MONTHS) -> list[End]:
    """The frameworks that end within so many months of a day, the nearest first."""
    found = [end_of(row, frameworks) for row in frameworks if is_soon(row["ends_on"], day, months)]
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


def documents(row: Row) -> list[Row] | None:
    """Programme documents that are neither over nor withdrawn."""
    known = row.get("documents")
    return None if known is None else [each for each in known if each["stage"] not in CLOSED]


def due(row: Row) -> list[Row] | None:
    """The findings that say what is to be done before a framework ends."""
    known = row.get("findings")
    if known is None:
        return None
    return [each for each in known if each["rule"] in DUE and not each["dismissed"]]


def by_year(frameworks: Sequence[Row], day: date) -> list[YearOfEnds]:
    """All ends that lie ahead, year by year."""
    ahead = [row for row in frameworks if row["ends_on"] >= day.isoformat()]
    return without_gap(
        {"year": int(row["ends_on"][:4]), "ends": 1, "followed": int(bool(next_of))}
        for row, next_of in ((each, successor(each, frameworks)) for each in ahead)
    )


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
