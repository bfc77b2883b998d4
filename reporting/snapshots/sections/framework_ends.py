"""The section of the calendar of framework ends: counts by office, year and horizon."""

from collections.abc import Iterable, Iterator

from reporting.framework_ends import End, by_horizon, by_year, ends_ahead
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The calendar; its rows are a list of their own."""
    offices = [shared.office_names(snapshot, code) for code in snapshot.offices]
    found = ends(snapshot)
    numbers = {"years": by_year(found), "horizons": by_horizon(found, snapshot.date)}
    yield "framework-calendar", {"offices": offices, **numbers}


def ends(snapshot: Snapshot) -> list[End]:
    """Every end that lies ahead, with programme documents and what is due before it."""
    teams = ([told(snapshot, row) for row in rows] for rows in snapshot.frameworks_by_team.values())
    return ends_ahead(teams, snapshot.date)


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
