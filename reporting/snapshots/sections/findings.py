"""The section of the findings: counts of the whole, by rule and by office."""

from collections.abc import Iterator

from reporting.snapshots.lists.findings import facets
from reporting.snapshots.plain import Record, grouped
from reporting.snapshots.sections import alignment, shared
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """What stands over the list of findings."""
    offices = [shared.office_names(snapshot, code) for code in snapshot.offices]
    body = {"offices": offices, **alignment.overview(snapshot), "by_office": by_office(snapshot)}
    yield "findings", body


def by_office(snapshot: Snapshot) -> list[Record]:
    """The outcomes of each office: its own, and those of the countries it serves."""
    served = {row["iso3"]: snapshot.office_of(row) for row in snapshot.records["countries"]}
    rows = snapshot.records["findings"]
    here = grouped((code, row) for row in rows for code in facets(row, served)["office"])
    return [
        {"office": code, "counts": alignment.counted(here.get(code, []))}
        for code in snapshot.offices
    ]
