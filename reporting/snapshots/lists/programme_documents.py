"""The list of programme documents, by country."""

from collections.abc import Iterator

from reporting.selecting import facts_of, offices_on
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment, shared
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every programme document beside the frameworks of its country."""
    for row in snapshot.records["programme_documents"]:
        country = snapshot.countries[row["country"]]
        body = document(snapshot, row)
        yield Entry(
            key=f"{row['country']}/{row['starts_on'] or ''}/{row['id']}",
            body=body,
            names=country["names"],
            facets=facets(body),
            texts=[row["country"], row["note"]],
        )


def document(snapshot: Snapshot, row: Record) -> Record:
    """A programme document with what its page compares it with."""
    country = snapshot.countries[row["country"]]
    checked = snapshot.findings_by_subject.get(f"programme-documents/{row['id']}", [])
    return {
        **row,
        "names": country["names"],
        "coverage": country["coverage"],
        "frameworks": shared.frameworks_of(snapshot, country),
        "findings": alignment.counted(checked),
    }


def facets(row: Record) -> dict[str, str | list[str]]:
    """What the filters of the register ask of it when no day is asked for.

    One that was withdrawn passes no filter: it is on record and nowhere counted.
    """
    if row["stage"] == "withdrawn":
        return {}
    return {"office": sorted(offices_on(row, None)), **facts_of("programme-documents", row)}
