"""The sections of the items: one for each that is asked."""

from collections.abc import Iterator

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import requests, shared
from reporting.snapshots.sections.overview import office
from reporting.snapshots.snapshot import Snapshot

TEXT = ("code", "pillar", "titles", "levels", "evidence", "mandate", "certainty")


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """Each item with every answer to it."""
    for code in snapshot.items:
        yield f"item:{code}", item(snapshot, code)


def item(snapshot: Snapshot, code: str) -> Record:
    """One item: its text, its tallies by office, its answers and who gave them."""
    row = snapshot.items[code]
    answers = snapshot.answers_by_item.get(code, [])
    return {
        "item": {name: row[name] for name in TEXT},
        "pillar": snapshot.pillars[row["pillar"]],
        "offices": offices(snapshot, code),
        "teams": teams(snapshot, answers),
        "answers": [snapshot.beside_before(each) for each in answers],
        "requests": requests.first_of(snapshot, snapshot.requests_by_item.get(code, [])),
        **snapshot.total(lambda each: each["item"] == code),
    }


def offices(snapshot: Snapshot, code: str) -> list[Record]:
    """The offices that answer this item."""
    tallies = snapshot.item_offices
    return [
        {**office(snapshot, each), **tallies[code, each]}
        for each in snapshot.offices
        if (code, each) in tallies
    ]


def teams(snapshot: Snapshot, answers: list[Record]) -> list[Record | None]:
    """The teams that answer this item."""
    codes = sorted({answer["team"] for answer in answers if answer["team"]})
    return [shared.team_names(snapshot, code) for code in codes]
