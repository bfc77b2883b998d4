"""The list of country teams, by office and name."""

from collections.abc import Iterator

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.sections import shared
from reporting.snapshots.sections.teams import listed
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every team with its framework and how it stands; found by the countries it serves too."""
    for code, team in snapshot.teams.items():
        yield Entry(
            key=code,
            body=listed(snapshot, code),
            names=team["names"],
            facets={"office": team["office"]},
            before=(snapshot.place_of(team["office"]),),
            texts=[*team["countries"], *shared.spoken_names(snapshot, team["countries"])],
        )
