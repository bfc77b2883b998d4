"""The list of what members of the Board asked for: by session, the latest first."""

from collections.abc import Iterator
from datetime import date

from regions.languages import in_language
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.requests import WAITING, key_of
from reporting.snapshots.sections.requests import listed
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every request; found by speaker, by what was asked and by what was done."""
    for row in snapshot.records["requests"]:
        body = listed(snapshot, row)
        yield Entry(
            key=key_of(row),
            body=body,
            names={"en": row["speaker"]},
            facets=facets(row),
            before=(-date.fromisoformat(body["session"]["opens_on"]).toordinal(), row["number"]),
            texts=texts(body),
        )


def facets(row: Record) -> dict[str, str | list[str] | None]:
    """By what a reader narrows the list."""
    return {
        "session": row["session"],
        "state": row["state"],
        "theme": row["theme"],
        "item": row["items"],
        "country": row["countries"],
        "office": row["owner"],
        "carried": "yes" if row["state"] in WAITING else "no",
        "overdue": "yes" if row["is_overdue"] else "no",
    }


def texts(body: Record) -> Iterator[str]:
    """Words in whatever languages there are."""
    yield from body["asked"].values()
    yield from body["follow_up"].values()
    for each in (*body["items"], *body["countries"]):
        yield from (each.get("titles") or each.get("names") or {}).values()
        yield str(each.get("code") or each.get("iso3"))
    yield in_language(body["session"]["names"], "en")
