"""The list of countries and territories, by office and name."""

from collections.abc import Iterator

from reporting.selecting import facts_of
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections.countries import listed
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every country on record, in a team or not; those that no office serves come last."""
    for row in snapshot.records["countries"]:
        body = listed(snapshot, row)
        yield Entry(
            key=row["iso3"],
            body=body,
            names=row["names"],
            facets=facets(body),
            before=(snapshot.place_of(body["office"]),),
            texts=[row["iso3"]],
        )


def facets(body: Record) -> dict[str, str | None]:
    """What the filters of the page ask: its office on the day of the register, and each fact."""
    return {"office": body["office"], **facts_of("countries", body)}
