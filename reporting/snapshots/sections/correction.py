"""The section of a correction: what it says otherwise than the publication it corrects."""

from collections.abc import Iterator
from typing import Final

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

SHOWN: Final = 100
"""So many answers are listed; a correction of more is a new round in all but name."""


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """A table of old and new values; a publication that corrects none has no such section."""
    found = snapshot.records["correction"]
    if found is None:
        return
    yield (
        "correction",
        {
            "against": {name: found[name] for name in ("round", "number", "sha256")},
            "offices": [shared.office_names(snapshot, code) for code in snapshot.offices],
            "total": len(found["answers"]),
            "answers": [answer(snapshot, row) for row in found["answers"][:SHOWN]],
            "figures": found["figures"],
            "registers": found["registers"],
        },
    )


def answer(snapshot: Snapshot, row: Record) -> Record:
    """One answer under the titles of its item and the names of who gives it."""
    if row["item"] in snapshot.items:
        row = {**row, "titles": snapshot.items[row["item"]]["titles"]}
    return {**row, "names": shared.subject_names(snapshot, row)}
