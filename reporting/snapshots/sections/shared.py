"""Pieces that several sections hold."""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Any, Final

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot

NAMED: Final = 12
"""So many countries of a record stand by name."""

Passes = Callable[[Record], bool]


def office_names(snapshot: Snapshot, code: str | None) -> Record | None:
    """An office as other records name it."""
    row = snapshot.offices.get(code or "")
    return row and {name: row[name] for name in ("code", "kind", "names", "area_names")}


def team_names(snapshot: Snapshot, code: str | None) -> Record | None:
    """A country team as other records name it, with the countries it serves."""
    row = snapshot.teams.get(code or "")
    return row and {name: row[name] for name in ("code", "names", "countries", "office")}


def country_names(snapshot: Snapshot, code: str) -> Record:
    """A country as other records name it."""
    row = snapshot.countries[code]
    return {name: row[name] for name in ("iso3", "names")}


def first_named(snapshot: Snapshot, codes: Sequence[str]) -> Record:
    """Many countries: the first few by name, the others by their codes, which lead to them."""
    named = [country_names(snapshot, iso3) for iso3 in codes[:NAMED]]
    return {"countries": named, "others": list(codes[NAMED:])}


def spoken_names(snapshot: Snapshot, codes: Iterable[str]) -> Iterator[str]:
    """The names of countries in all languages, for a search to look in."""
    for iso3 in codes:
        yield from snapshot.countries[iso3]["names"].values()


def span(periods: Iterable[Record]) -> Record:
    """The first and the last day of periods, as far as known: the axis of every page of a list."""
    days = [row[end] for row in periods for end in ("starts_on", "ends_on") if row[end]]
    return {"starts_on": min(days, default=None), "ends_on": max(days, default=None)}


def subject_names(snapshot: Snapshot, answer: Record) -> dict[str, str]:
    """The names of who answers: a team, an office; none for the whole organisation."""
    subject = answer["subject"]
    row = snapshot.teams.get(subject) or snapshot.offices.get(subject)
    found: dict[str, str] = row["names"] if row else answer.get("names", {})
    return found


def frameworks_of(snapshot: Snapshot, country: Record) -> list[Record]:
    """The frameworks of a country's team."""
    return snapshot.frameworks_by_team.get(country["team"] or "", [])


def by_pillar(snapshot: Snapshot, passes: Passes, rows: str = "tallies") -> list[Record]:
    """The pillars with the tallies of the rows that pass."""
    return [
        {**pillar, **snapshot.total(_both(passes, "pillar", code), rows)}
        for code, pillar in snapshot.pillars.items()
    ]


def by_item(snapshot: Snapshot, passes: Passes) -> list[Record]:
    """The items with the tallies of the rows that pass, those that have any."""
    found = [
        {**named_item(item), **snapshot.total(_both(passes, "item", code))}
        for code, item in snapshot.items.items()
    ]
    return [row for row in found if any(row["tally"].values())]


def named_item(item: Record) -> Record:
    """An item as lists name it."""
    return {name: item[name] for name in ("code", "pillar", "titles", "levels")}


def _both(passes: Passes, name: str, code: str) -> Passes:
    return lambda row: row[name] == code and passes(row)


def constraints(snapshot: Snapshot, passes: Passes) -> list[Record]:
    """How many answers name each constraint, and how many did before; most named first."""
    return _compared_names(snapshot, passes, "constraints", "constraint")


def reasons(snapshot: Snapshot, passes: Passes) -> list[Record]:
    """The same by what the constraints are about: money, presence, staff and so on."""
    return _compared_names(snapshot, passes, "reasons", "reason")


def _compared_names(snapshot: Snapshot, passes: Passes, rows: str, name: str) -> list[Record]:
    now = _named(snapshot.records[rows], name, passes)
    before = _named(snapshot.earlier(rows), name, passes)
    has_before = snapshot.records["previous"] is not None
    return [
        {name: code, "answers": now[code], "before": before[code] if has_before else None}
        for code in sorted({*now, *before}, key=lambda code: (-now[code], code))
    ]


def _named(rows: list[Record], name: str, passes: Passes) -> Counter[str]:
    named: Counter[str] = Counter()
    for row in rows:
        named[row[name]] += row["answers"] if passes(row) else 0
    return named


def everything(_row: Any) -> bool:
    """Every row passes."""
    return True
