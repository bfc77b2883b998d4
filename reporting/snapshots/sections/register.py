"""The sections of the register: frameworks, programme documents, mechanisms."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The records that stand behind the figures, each with its source."""
    offices = [shared.office_names(snapshot, code) for code in snapshot.offices]
    yield "frameworks", {"offices": offices, "frameworks": frameworks(snapshot)}
    yield "programme-documents", {"offices": offices, "documents": documents(snapshot)}
    yield "mechanisms", {"offices": offices, "mechanisms": mechanisms(snapshot)}


def frameworks(snapshot: Snapshot) -> list[Record]:
    """Every framework with the name of its team."""
    return [
        {
            **row,
            "names": snapshot.teams[row["team"]]["names"],
            "countries": countries(snapshot, row),
        }
        for row in snapshot.records["frameworks"]
    ]


def countries(snapshot: Snapshot, framework: Record) -> list[str]:
    """The countries that a framework is for."""
    found: list[str] = snapshot.teams[framework["team"]]["countries"]
    return found


def documents(snapshot: Snapshot) -> list[Record]:
    """Every programme document beside the framework of its country."""
    return [
        {
            **row,
            "names": snapshot.countries[row["country"]]["names"],
            "office": snapshot.office_of(snapshot.countries[row["country"]]),
            "coverage": snapshot.countries[row["country"]]["coverage"],
            "frameworks": frameworks_of(snapshot, row["country"]),
        }
        for row in snapshot.records["programme_documents"]
    ]


def frameworks_of(snapshot: Snapshot, iso3: str) -> list[Record]:
    """The frameworks of a country's team."""
    team = snapshot.countries[iso3]["team"]
    return snapshot.frameworks_by_team.get(team or "", [])


def mechanisms(snapshot: Snapshot) -> list[Record]:
    """Every mechanism with the names of the countries that a role supports."""
    return [
        {**row, "roles": [role(snapshot, each) for each in row["roles"]]}
        for row in snapshot.records["mechanisms"]
    ]


def role(snapshot: Snapshot, row: Record) -> Record:
    """A role with the countries it supports by name."""
    return {**row, "countries": [shared.country_names(snapshot, each) for each in row["countries"]]}
