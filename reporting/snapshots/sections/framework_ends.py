"""The section of the calendar of framework ends: counts by office, year and horizon."""

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date

from reporting.framework_ends import End, ends_ahead, horizons
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The calendar; its rows are a list of their own."""
    offices = [shared.office_names(snapshot, code) for code in snapshot.offices]
    found, day = ends(snapshot), snapshot.date
    yield (
        "framework-calendar",
        {"offices": offices, "years": by_year(found), "horizons": by_horizon(found, day)},
    )


def ends(snapshot: Snapshot) -> list[End]:
    """Every end that lies ahead, with programme documents and what is due before it."""
    day = snapshot.date
    teams = ([told(snapshot, row) for row in rows] for rows in snapshot.frameworks_by_team.values())
    return ends_ahead(list(teams), day)


def told(snapshot: Snapshot, row: Record) -> Record:
    """A framework with what a calendar tells beside it."""
    team = snapshot.teams[row["team"]]
    return {
        **row,
        "names": team["names"],
        "countries": team["countries"],
        "documents": documents(snapshot, team["countries"]),
        "findings": found(snapshot, f"frameworks/{row['id']}"),
    }


def documents(snapshot: Snapshot, countries: Iterable[str]) -> list[Record]:
    """The programme documents of the countries that a framework is for."""
    kept = ("country", "generation", "stage", "starts_on", "ends_on")
    return [
        {name: row[name] for name in kept}
        for iso3 in countries
        for row in snapshot.documents_by_country.get(iso3, [])
    ]


def found(snapshot: Snapshot, subject: str) -> list[Record]:
    """What the rules found of one record; a calendar says from it what is due."""
    rows = snapshot.findings_by_subject.get(subject, [])
    return [row for row in rows if row["outcome"] == alignment.FINDING]


def by_year(found: Iterable[End]) -> list[Record]:
    """How many end in each year by office, and how many of them are followed on record."""
    grouped: Counter[tuple[str, str, bool]] = Counter(
        (end.framework["office"], end.framework["ends_on"][:4], end.successor is not None)
        for end in found
    )
    places = sorted({(office, year) for office, year, _ in grouped})
    return [
        {
            "office": office,
            "year": int(year),
            "ends": grouped[office, year, True] + grouped[office, year, False],
            "followed": grouped[office, year, True],
        }
        for office, year in places
    ]


def by_horizon(found: Iterable[End], day: date) -> list[Record]:
    """How many end within so many months by office, unfollowed and with an act due among them."""
    rows: dict[tuple[str, str], Record] = {}
    for end in found:
        for months in horizons(end.framework["ends_on"], day):
            place = {"office": end.framework["office"], "within": months}
            row = rows.setdefault(
                (place["office"], months), {**place, "ends": 0, "unfollowed": 0, "due": 0}
            )
            row["ends"] += 1
            row["unfollowed"] += end.successor is None
            row["due"] += bool(end.due)
    return [rows[key] for key in sorted(rows)]
