"""What members of the Board asked for, as a publication keeps it.

All that was not closed on the day is carried visibly; what was closed is told once, in the
first publication after it. Names of people at headquarters stay in the house.
"""

from datetime import date
from typing import Final

from checklist.models import BoardSession, ReportingRound
from reporting.models import BoardRequest
from reporting.snapshots.plain import Record, records, with_provenance

COLUMNS: Final = (
    "number",
    "agenda_item",
    "speaker",
    "theme",
    "asked",
    "items",
    "countries",
    "due_on",
    "state",
    "follow_up",
    "closed_on",
    "source",
    "is_invented",
)
WAITING: Final = frozenset(map(str, BoardRequest.WAITING))
"""Open and under way: not answered yet."""


def read_requests(round_: ReportingRound, before: Record | None, day: date) -> list[Record]:
    """The requests of the sessions up to the day, the latest session first.

    `before` is the file of the publication before: what was told as closed is not told again.
    """
    rows = records(
        BoardRequest.objects.filter(session__opens_on__lte=day),
        *COLUMNS,
        session="session__code",
        owner="owner__code",
        round_of_answer="answered_in__round__code",
        number_of_answer="answered_in__number",
    )
    told = told_as_closed(before)
    sessions = reported_sessions(round_, day)
    return [
        request(row, sessions, day) for row in rows if not is_closed(row) or key_of(row) not in told
    ]


def told_as_closed(before: Record | None) -> list[str]:
    """The requests that publications up to the one before told as closed.

    It passes from file to file, since a publication is silent on what was told before it; a
    request that came back, because it was reopened, is told anew.
    """
    if before is None:
        return []
    shown = {key_of(row): is_closed(row) for row in before["requests"]}
    silent = set(before["requests_told"]) - shown.keys()
    return sorted(silent | {key for key, closed in shown.items() if closed})


def is_closed(row: Record) -> bool:
    """Whether a request has come to its end."""
    return bool(row["state"] == BoardRequest.State.CLOSED)


def key_of(row: Record) -> str:
    """A request as it is cited."""
    return f"{row['session']}/{row['number']}"


def reported_sessions(round_: ReportingRound, day: date) -> list[str]:
    """The sessions up to the one that the round reports to, oldest first."""
    last = max(day, round_.session.opens_on) if round_.session else day
    found = BoardSession.objects.filter(opens_on__lte=last).order_by("opens_on")
    return list(found.values_list("code", flat=True))


def request(row: Record, sessions: list[str], day: date) -> Record:
    """One request: since when it is carried, into how many sessions, and whether it is late."""
    waits = row["state"] in WAITING
    number, code = row.pop("number_of_answer"), row.pop("round_of_answer")
    return {
        **with_provenance(row),
        "answered_in": {"round": code, "number": number} if number else None,
        "carried_since": row["session"],
        "carried": len(sessions) - 1 - sessions.index(row["session"]) if waits else 0,
        "is_overdue": bool(waits and row["due_on"] and row["due_on"] < day.isoformat()),
    }
