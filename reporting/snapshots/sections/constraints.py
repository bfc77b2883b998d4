"""The section of the constraints: what holds back the answers that are not full."""

from collections import Counter
from collections.abc import Iterable, Iterator

from checklist.compliance import HELD_BACK
from reporting.snapshots.next_steps import due
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import overview
from reporting.snapshots.snapshot import Snapshot

Place = tuple[str, str, str]


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """By pillar and office: the tallies, what is named, and when next steps are due."""
    yield (
        "constraints",
        {
            "offices": [overview.office(snapshot, code) for code in snapshot.offices],
            "pillars": list(snapshot.pillars.values()),
            "cells": overview.cells(snapshot),
            "constraints": named(snapshot, "constraints", "constraint"),
            "reasons": named(snapshot, "reasons", "reason"),
            "next_steps": next_steps(snapshot),
        },
    )


def named(snapshot: Snapshot, rows: str, name: str) -> list[Record]:
    """How many answers name each code in each pillar and office, now and before."""
    now = _summed(snapshot.records[rows], name)
    before = _summed(snapshot.earlier(rows), name)
    return [
        {
            "pillar": place[0],
            "office": place[1],
            name: place[2],
            "answers": now[place],
            "before": before[place],
        }
        for place in sorted({*now, *before})
    ]


def _summed(rows: Iterable[Record], name: str) -> Counter[Place]:
    found: Counter[Place] = Counter()
    for row in rows:
        found[row["pillar"], row["office"], row[name]] += row["answers"]
    return found


def next_steps(snapshot: Snapshot) -> list[Record]:
    """How many answers that are not full have a next step, by when it is due."""
    day = snapshot.records["register_as_of"]
    found = Counter(
        (row["pillar"], row["office"], due(row, day))
        for row in snapshot.records["answers"]
        if row["kind"] in HELD_BACK
    )
    return [
        {"pillar": pillar, "office": office, "due": state, "answers": number}
        for (pillar, office, state), number in sorted(found.items())
    ]
