"""The section of sessions and documents."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The sessions of the Board with the documents before them."""
    names = ("sessions", "documents")
    yield "documents", {name: snapshot.records[name] for name in names}
