"""The sections of the register: frameworks, programme documents, mechanisms."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, shared
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
            "documents": documents_for(snapshot, row),
            "findings": found(snapshot, f"frameworks/{row['id']}"),
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
            "findings": alignment.counted(checked(snapshot, f"programme-documents/{row['id']}")),
        }
        for row in snapshot.records["programme_documents"]
    ]


def checked(snapshot: Snapshot, subject: str) -> list[Record]:
    """What the rules say of one record."""
    return snapshot.findings_by_subject.get(subject, [])


def found(snapshot: Snapshot, subject: str) -> list[Record]:
    """What they found; a calendar says from it what is due."""
    return [row for row in checked(snapshot, subject) if row["outcome"] == alignment.FINDING]


def documents_for(snapshot: Snapshot, framework: Record) -> list[Record]:
    """The programme documents of the countries that a framework is for."""
    kept = ("country", "generation", "stage", "starts_on", "ends_on")
    return [
        {name: row[name] for name in kept}
        for iso3 in countries(snapshot, framework)
        for row in snapshot.documents_by_country.get(iso3, [])
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
