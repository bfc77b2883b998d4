"""The section of the overview."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import (
    alignment,
    changes,
    requests,
    shared,
    tiles,
    trends,
)
from reporting.snapshots.snapshot import Snapshot

MOST_CHANGED = 8


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """What the first page shows of the whole round."""
    yield (
        "overview",
        {
            "offices": [office(snapshot, code) for code in snapshot.offices],
            "pillars": [pillar(snapshot, code) for code in snapshot.pillars],
            "cells": cells(snapshot),
            "scale": snapshot.records["checklist"]["scale"],
            "figures": snapshot.records["figures"],
            "constraints": shared.constraints(snapshot, shared.everything),
            "reasons": shared.reasons(snapshot, shared.everything),
            "moves": changes.counted(snapshot),
            "changed_items": changed_items(snapshot),
            "tiles": tiles.offices(snapshot),
            "trend": trends.points(snapshot, {"everywhere": shared.everything}, "pillar"),
            "alignment": alignment.overview(snapshot),
            "requests": requests.first_of(snapshot, snapshot.records["requests"]),
        },
    )


def office(snapshot: Snapshot, code: str) -> Record:
    """An office with the number of teams it answers for."""
    row = snapshot.offices[code]
    teams = [team for team in snapshot.records["teams"] if team["office"] == code]
    kept = ("code", "kind", "names", "area_names")
    return {**{name: row[name] for name in kept}, "teams": len(teams)}


def pillar(snapshot: Snapshot, code: str) -> Record:
    """A pillar with the number of its items that are asked."""
    items = [item for item in snapshot.items.values() if item["pillar"] == code]
    return {**snapshot.pillars[code], "items": len(items)}


def cells(snapshot: Snapshot) -> list[Record]:
    """The tallies of each pillar and office."""
    found = snapshot.compared(lambda row: (row["pillar"], row["office"]))
    return [
        {"pillar": pillar_code, "office": office_code, **tallies}
        for (pillar_code, office_code), tallies in found
    ]


def changed_items(snapshot: Snapshot) -> list[Record]:
    """The items of which most answers moved, up or down."""
    totals = dict(snapshot.compared(lambda row: row["item"]))
    found = [
        {
            **shared.named_item(snapshot.items[code]),
            **snapshot.moves(answers),
            **totals[code],
        }
        for code, answers in snapshot.answers_by_item.items()
    ]
    moved = [row for row in found if row["up"] or row["down"]]
    return sorted(moved, key=lambda row: -(row["up"] + row["down"]))[:MOST_CHANGED]
