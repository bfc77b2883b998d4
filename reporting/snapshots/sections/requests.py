"""The section of what members of the Board asked for, and the part of it other pages show."""

from collections import Counter
from collections.abc import Iterator
from typing import Final

from reporting.snapshots.plain import Record
from reporting.snapshots.requests import WAITING
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

MOST: Final = 5
"""So many requests stand on another page; all of them stand on their own."""


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """How many there are of each kind; the requests themselves are a list."""
    rows = snapshot.records["requests"]
    yield (
        "requests",
        {
            **counted(rows),
            "oldest": oldest(snapshot, rows),
            "sessions": sessions(snapshot),
            "offices": [shared.office_names(snapshot, code) for code in owners(snapshot)],
            "themes": sorted({row["theme"] for row in rows}),
            "items": [
                item(snapshot, code) for code in snapshot.items if code in snapshot.requests_by_item
            ],
            "countries": [
                shared.country_names(snapshot, code)
                for code in sorted(snapshot.requests_by_country)
            ],
        },
    )


def counted(rows: list[Record]) -> Record:
    """How many requests are in each state, and how many are late."""
    states = Counter(row["state"] for row in rows)
    overdue = sum(row["is_overdue"] for row in rows)
    return {"states": dict(sorted(states.items())), "overdue": overdue}


def oldest(snapshot: Snapshot, rows: list[Record]) -> Record | None:
    """The session of the oldest request that is carried over."""
    asked_at = {row["session"] for row in rows if row["state"] in WAITING}
    found = [row for row in snapshot.records["sessions"] if row["code"] in asked_at]
    return found[0] if found else None


def sessions(snapshot: Snapshot) -> list[Record]:
    """The sessions at which something was asked, the latest first."""
    asked_at = Counter(row["session"] for row in snapshot.records["requests"])
    rows = [row for row in snapshot.records["sessions"] if row["code"] in asked_at]
    return [{**row, "requests": asked_at[row["code"]]} for row in reversed(rows)]


def owners(snapshot: Snapshot) -> list[str]:
    """The offices that own a request, in their order."""
    named = {row["owner"] for row in snapshot.records["requests"]}
    return [code for code in snapshot.offices if code in named]


def listed(snapshot: Snapshot, row: Record) -> Record:
    """A request as pages show it: with the names of all that it is linked to."""
    found = {each["code"]: each for each in snapshot.records["sessions"]}
    kept = ("code", "names", "opens_on")
    session = {name: found[row["session"]][name] for name in kept}
    return {
        **row,
        "session": session,
        "owner": shared.office_names(snapshot, row["owner"]),
        "items": [item(snapshot, code) for code in row["items"]],
        "countries": [shared.country_names(snapshot, code) for code in row["countries"]],
    }


def item(snapshot: Snapshot, code: str) -> Record:
    """An item by its title; one that is not asked in this round has no page."""
    row = snapshot.items.get(code)
    return {"code": code, "titles": row["titles"] if row else None}


def first_of(snapshot: Snapshot, rows: list[Record]) -> Record:
    """The first few of some requests with the number of all, for a page of something else."""
    return {"total": len(rows), "rows": [listed(snapshot, row) for row in rows[:MOST]]}
