"""The list of country teams, by office and name."""

from collections.abc import Iterator

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.sections.teams import listed
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every team with its framework and how it stands; found by the countries it serves too."""
    positions = {code: place for place, code in enumerate(snapshot.offices)}
    for code, team in snapshot.teams.items():
        served = [snapshot.countries[iso3]["names"] for iso3 in team["countries"]]
        yield Entry(
            key=code,
            body=listed(snapshot, code),
            names=team["names"],
            facets={"office": team["office"]},
            before=(positions.get(team["office"], len(positions)),),
            texts=[*team["countries"], *(name for names in served for name in names.values())],
        )
