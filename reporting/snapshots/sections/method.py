"""The section on method: what is asked, how it is counted, what is a reconstruction."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The checklist as it was asked, with the items that are off, and the reported measures."""
    yield (
        "method",
        {
            "checklist": snapshot.records["checklist"],
            "figures": snapshot.records["figures"],
            "total": snapshot.total(lambda _row: True),
        },
    )
