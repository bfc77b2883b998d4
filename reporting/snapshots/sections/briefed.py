"""What a delegate's briefing needs beside its page: moves, next steps, framework ends."""

from collections.abc import Iterable
from typing import Final

from reporting.next_steps import Row, due_steps
from reporting.selecting import runs_on
from reporting.snapshots.plain import Record
from reporting.snapshots.sections.requests import first_of
from reporting.snapshots.snapshot import Snapshot

SHOWN: Final = 4
"""Of a list on a page that is read in two minutes."""


def briefed(snapshot: Snapshot, answers: list[Record]) -> Record:
    """How many answers moved, and the first next steps that are due."""
    steps = due_steps(answers, snapshot.records["register_as_of"])
    return {
        "moves": snapshot.moves(answers),
        "next_steps": [step(snapshot, row) for row in steps[:SHOWN]],
        "steps_due": len(steps),
    }


def asked_of(
    snapshot: Snapshot, *, countries: Iterable[str] = (), items: Iterable[str] = ()
) -> Record:
    """What members asked for that concerns any of these countries or items, each request once."""
    found = [
        *(row for iso3 in countries for row in snapshot.requests_by_country.get(iso3, [])),
        *(row for code in items for row in snapshot.requests_by_item.get(code, [])),
    ]
    ids = {id(row) for row in found}
    return first_of(snapshot, [row for row in snapshot.records["requests"] if id(row) in ids])


def step(snapshot: Snapshot, row: Row) -> Record:
    """A next step with the subject that promised it, by name where it is a team or an office."""
    kept = ("item", "subject", "next_step", "next_step_due", "language")
    found = snapshot.teams.get(row["team"] or "") or snapshot.offices.get(row["subject"])
    return {**{name: row[name] for name in kept}, "names": found and found["names"]}


def ending(snapshot: Snapshot, office: str) -> list[Record]:
    """The frameworks of an office that end first of those that run."""
    day = snapshot.records["register_as_of"]
    running = [
        row
        for row in snapshot.records["frameworks"]
        if row["office"] == office and runs_on(row, day)
    ]
    first = sorted(running, key=lambda row: (row["ends_on"], row["team"]))[:SHOWN]
    return [{"ends_on": row["ends_on"], **snapshot.teams[row["team"]]} for row in first]
