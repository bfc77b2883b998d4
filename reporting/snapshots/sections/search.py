"""The section of the search: the names that say where a record belongs."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Offices, pillars, items and sessions by name; what is searched are the lists."""
    yield (
        "search",
        {
            "offices": [shared.office_names(snapshot, code) for code in snapshot.offices],
            "pillars": list(snapshot.pillars.values()),
            "items": [shared.named_item(row) for row in snapshot.items.values()],
            "sessions": [
                {name: row[name] for name in ("code", "names")}
                for row in snapshot.records["sessions"]
            ],
        },
    )
