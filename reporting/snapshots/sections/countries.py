"""The sections of the countries: the list of them, and each one."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reporting.covering import Cover, cover_in
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, requests, shared, teams
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Every country and territory on record, in a team or not."""
    yield "countries", whole(snapshot)
    for row in snapshot.records["countries"]:
        yield f"country:{row['iso3']}", country(snapshot, row)


def whole(snapshot: Snapshot) -> Record:
    """What the page of the list says of all of them; the rows are a list of their own."""
    rows = snapshot.records["countries"]
    served = Counter(snapshot.office_of(row) or NOBODY for row in rows)
    programmes = Counter(programme(snapshot, row) for row in rows)
    return {
        "offices": [shared.office_names(snapshot, code) for code in snapshot.offices],
        "countries": dict(served),
        "programmes": {str(cover): programmes[cover] for cover in Cover},
        "span": span(snapshot),
    }


NOBODY: Final = ""
"""In place of an office, where none serves a country."""


def span(snapshot: Snapshot) -> Record:
    """The first and the last day of any framework or programme document: one axis for all."""
    return shared.span([*snapshot.records["frameworks"], *snapshot.records["programme_documents"]])


def listed(snapshot: Snapshot, row: Record) -> Record:
    """A country as lists show it: framework, engagement, programme, and how its team stands."""
    team = row["team"]
    kept = ("iso3", "names", "status", "coverage", "presence", "contributions", "team")
    return {
        **{name: row[name] for name in kept},
        "office": snapshot.office_of(row),
        "programme": str(programme(snapshot, row)),
        "framework": snapshot.running_framework(team),
        "frameworks": snapshot.frameworks_by_team.get(team or "", []),
        "documents": snapshot.documents_by_country.get(row["iso3"], []),
        **snapshot.team_totals.get(team, NOTHING),
    }


def programme(snapshot: Snapshot, row: Record) -> Cover:
    """How a country's programme document stands beside its framework, on the register's day."""
    frameworks = snapshot.frameworks_by_team.get(row["team"] or "", [])
    documents = snapshot.documents_by_country.get(row["iso3"], [])
    return cover_in(frameworks, documents, snapshot.records["register_as_of"])


NOTHING = {"tally": None, "before": None}


def country(snapshot: Snapshot, row: Record) -> Record:
    """One country, with the answers of its team."""
    names = ("iso3", "m49", "names", "status", "designation_note", "presence", "coverage")
    return {
        "country": {name: row[name] for name in (*names, "contributions")},
        "office": shared.office_names(snapshot, snapshot.office_of(row)),
        "documents": snapshot.documents_by_country.get(row["iso3"], []),
        "mechanisms": mechanisms(snapshot, row["iso3"]),
        "sessions": snapshot.records["sessions"],
        "reports": snapshot.records["documents"],
        "alignment": alignment.of_country(snapshot, row["iso3"]),
        "requests": requests.first_of(snapshot, snapshot.requests_by_country.get(row["iso3"], [])),
        **teams.answered(snapshot, row["team"]),
    }


def mechanisms(snapshot: Snapshot, iso3: str) -> list[Record]:
    """The roles in regional mechanisms by which this country is supported."""
    return [
        {**{name: row[name] for name in ("code", "names", "kind", "office")}, "role": role}
        for row in snapshot.records["mechanisms"]
        for role in row["roles"]
        if iso3 in role["countries"]
    ]
