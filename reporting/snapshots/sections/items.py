"""The sections of the items: one for each that is asked."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import requests, shared, trends
from reporting.snapshots.sections.overview import office
from reporting.snapshots.snapshot import Snapshot

TEXT = ("code", "pillar", "titles", "levels", "evidence", "mandate", "certainty")


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Each item with every answer to it."""
    for code in snapshot.items:
        yield f"item:{code}", item(snapshot, code)


def item(snapshot: Snapshot, code: str) -> Record:
    """One item: its text, its tallies by office, over the rounds; its answers are a list."""
    row = snapshot.items[code]

    def here(each: Record) -> bool:
        return bool(each["item"] == code)

    return {
        "item": {name: row[name] for name in TEXT},
        "items": [shared.named_item(row)],
        "pillar": snapshot.pillars[row["pillar"]],
        "offices": offices(snapshot, code),
        "requests": requests.first_of(snapshot, snapshot.requests_by_item.get(code, [])),
        "trend": trend(snapshot, code),
        **snapshot.total(here),
    }


def trend(snapshot: Snapshot, code: str) -> list[Record]:
    """Each office over the rounds that asked the item; other words than those of now in full."""

    def here(each: Record) -> bool:
        return bool(each["item"] == code)

    by_office = trends.points(snapshot, {"offices": here}, "office")
    whole = trends.points(snapshot, {"whole": here}, "item")
    digests = [point["digests"].get(code) for point in snapshot.records["trend"]]
    rows = zip(by_office, whole, digests, strict=True)
    return [
        {
            **one,
            **other,
            "breaks": {**one["breaks"], **other["breaks"]},
            "titles": snapshot.records["wordings"].get(code, {}).get(digest),
        }
        for one, other, digest in rows
        if digest
    ]


def offices(snapshot: Snapshot, code: str) -> list[Record]:
    """The offices that answer this item."""
    tallies = snapshot.item_offices
    return [
        {**office(snapshot, each), **tallies[code, each]}
        for each in snapshot.offices
        if (code, each) in tallies
    ]
