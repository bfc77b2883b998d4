"""The list of frameworks, by office, team and start."""

from collections.abc import Iterator

from reporting.selecting import FACTS
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every framework with the name of its team; found by the countries it is for."""
    positions = {code: place for place, code in enumerate(snapshot.offices)}
    for row in snapshot.records["frameworks"]:
        team = snapshot.teams[row["team"]]
        served = [snapshot.countries[iso3]["names"] for iso3 in team["countries"]]
        yield Entry(
            key=f"{row['team']}/{row['starts_on']}",
            body={**row, "names": team["names"], "countries": team["countries"]},
            names=team["names"],
            facets=facets(row),
            before=(positions.get(row["office"], len(positions)),),
            texts=[*team["countries"], *(name for names in served for name in names.values())],
        )


def facets(row: Record) -> dict[str, str]:
    """What the filters of the register ask of it when no day is asked for."""
    facts = {name: fact(row, None) for name, fact in FACTS["frameworks"].items()}
    return {"office": row["office"], **facts}
