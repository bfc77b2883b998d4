"""The list of framework ends that lie ahead, the nearest first."""

from collections.abc import Iterator
from typing import Final

from reporting.framework_ends import End, facets
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections.framework_ends import ends
from reporting.snapshots.snapshot import Snapshot

KEPT: Final = (
    *("team", "office", "names", "countries"),
    *("starts_on", "ends_on", "original_ends_on"),
)


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every framework that has not ended, with what is on record for the time after."""
    day = snapshot.date
    for end in ends(snapshot):
        row = end.framework
        yield Entry(
            key=f"{row['team']}/{row['starts_on']}",
            body=as_record(end),
            names=row["names"],
            facets=facets(end, day),
            before=(row["ends_on"],),
            texts=row["countries"],
        )


def as_record(end: End) -> Record:
    """An end as its row keeps it: `documents` and `due` as the calendar reads them."""
    next_one = end.successor and {name: end.successor[name] for name in ("starts_on", "ends_on")}
    return {
        **{name: end.framework[name] for name in KEPT},
        "successor": next_one,
        "documents": end.documents,
        "due": end.due,
    }
