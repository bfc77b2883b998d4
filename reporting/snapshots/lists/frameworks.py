"""The list of frameworks, by office, team and start."""

from collections.abc import Iterator

from reporting.selecting import facts_of
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every framework with the name of its team; found by the countries it is for."""
    for row in snapshot.records["frameworks"]:
        team = snapshot.teams[row["team"]]
        yield Entry(
            key=f"{row['team']}/{row['starts_on']}",
            body={**row, "names": team["names"], "countries": team["countries"]},
            names=team["names"],
            facets=facets(row),
            before=(snapshot.place_of(row["office"]),),
            texts=[*team["countries"], *shared.spoken_names(snapshot, team["countries"])],
        )


def facets(row: Record) -> dict[str, str]:
    """What the filters of the register ask of it when no day is asked for."""
    return {"office": row["office"], **facts_of("frameworks", row)}
