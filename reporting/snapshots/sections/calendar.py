"""The section of sessions and documents."""

from collections import Counter
from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The sessions of the Board with documents and publications, and how much was asked."""
    names = ("sessions", "documents", "publications")
    asked = Counter(row["session"] for row in snapshot.records["requests"])
    kept = {name: snapshot.records[name] for name in names}
    yield "documents", {**kept, "requests": dict(sorted(asked.items()))}
