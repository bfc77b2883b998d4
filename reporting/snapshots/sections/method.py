"""The section on method: what is asked, how it is counted, what is real, and the words."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment
from reporting.snapshots.sections.origins import origins
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The checklist with the items that are off, the rules, the origins of all records."""
    yield (
        "method",
        {
            "checklist": snapshot.records["checklist"],
            "rules": alignment.overview(snapshot)["rules"],
            "origins": origins(snapshot),
            "terms": snapshot.records["terms"],
        },
    )
