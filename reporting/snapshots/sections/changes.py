"""The section of what changed since the publication before: the sums, and the new words."""

from collections import Counter
from collections.abc import Iterator

from reporting.snapshots.movement import (
    CHANGED,
    LAPSED,
    OLDER,
    STAYED,
    UNCHANGED,
    Move,
    has_changed,
    sums,
)
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Sums over all answers, by pillar and by office; the answers themselves are a list."""
    yield (
        "changes",
        {
            "offices": [shared.office_names(snapshot, code) for code in snapshot.offices],
            "pillars": list(snapshot.pillars.values()),
            "items": items(snapshot),
            "moves": counted(snapshot),
            "by_pillar": by(snapshot, "pillar"),
            "by_office": by(snapshot, "office"),
            "reworded": reworded(snapshot),
        },
    )


def counted(snapshot: Snapshot) -> dict[str, int]:
    """How many answers of each move, and beside them how many of each mark of the evidence."""
    marks = Counter(mark for change in snapshot.changes for mark in change.marks)
    moves = sums(change.move for change in snapshot.changes)
    changed = sum(has_changed(change.move, change.marks) for change in snapshot.changes)
    stayed = sum(moves[move] for move in UNCHANGED)
    beside = {LAPSED: marks[LAPSED], OLDER: marks[OLDER], CHANGED: changed, STAYED: stayed}
    return {**moves, **beside}


def by(snapshot: Snapshot, key: str) -> list[Record]:
    """The same for each pillar or office that has any, in their order."""
    found: dict[str, Counter[Move]] = {}
    for change in snapshot.changes:
        found.setdefault(change.answer[key], Counter())[change.move] += 1
    order = snapshot.pillars if key == "pillar" else snapshot.offices
    return [
        {key: code, "moves": {str(move): found[code][move] for move in Move}}
        for code in [*order, *sorted(set(found) - set(order))]
        if code in found
    ]


def items(snapshot: Snapshot) -> list[Record]:
    """Every item that an answer of the list may name, those that are asked no more among them."""
    gone = {change.answer["item"]: change.answer for change in snapshot.changes if not change.now}
    asked = [shared.named_item(item) for item in snapshot.items.values()]
    left = [
        {"code": code, "pillar": row["pillar"], "titles": row["titles"], "levels": []}
        for code, row in gone.items()
        if code not in snapshot.items
    ]
    return [*asked, *left]


def reworded(snapshot: Snapshot) -> list[Record]:
    """The items whose words changed, as they read now and as they read before."""
    before = snapshot.records["previous"]
    if before is None:
        return []
    return [
        {"code": code, "titles": item["titles"], "before": before["titles"][code]}
        for code, item in snapshot.items.items()
        if code in before["kinds"] and before["digests"][code] != item["digest"]
    ]
