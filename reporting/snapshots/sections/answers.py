"""The section of the page of all answers; the answers themselves are a list."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """What its filters offer, and how the whole stands."""
    yield (
        "answers",
        {
            "offices": [shared.office_names(snapshot, code) for code in snapshot.offices],
            "pillars": list(snapshot.pillars.values()),
            "items": [shared.named_item(item) for item in snapshot.items.values()],
            **snapshot.total(shared.everything),
        },
    )
