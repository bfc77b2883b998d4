"""The list of UN-Habitat's specific contributions: a row for every country team."""

from collections.abc import Iterator

from reporting.selecting import engagement_of
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.sections.contributions import listed
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """By office and name; found by what UN-Habitat does there as well."""
    for code, team in snapshot.teams.items():
        row = listed(snapshot, code)
        yield Entry(
            key=code,
            body=row,
            names=team["names"],
            facets={"office": team["office"], "recorded": row["recorded"], **part(row)},
            before=(snapshot.place_of(team["office"]),),
            texts=[*texts(row), *shared.spoken_names(snapshot, team["countries"])],
        )


def part(row: Record) -> dict[str, str]:
    """Signature and level; a team without a framework has neither."""
    framework = row["framework"]
    if framework is None:
        return {}
    return {name: engagement_of(framework, name) for name in ("signatory", "level")}


def texts(row: Record) -> Iterator[str]:
    """The words of the contribution and of the work plan."""
    if row["framework"] is None:
        return
    yield (row["framework"]["engagement"] or {}).get("specific_contribution", "")
    yield from (item["name"] for item in (row["work_plan"] or {}).get("named", ()))
