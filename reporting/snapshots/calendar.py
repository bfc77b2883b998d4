"""Rounds, sessions and documents as a publication keeps them."""

from checklist.models import BoardDocument, BoardSession, ReportingRound
from reporting.models import Publication
from reporting.snapshots.plain import Record, records

SESSION = ("code", "names", "opens_on", "closes_on", "place", "is_invented")


def read_round(round_: ReportingRound) -> Record:
    """The dates of the round; its progress and state are nobody's business but the house's."""
    columns = ("code", "opens_on", "answers_due_on", "review_due_on", "freezes_on", "is_invented")
    return records(ReportingRound.objects.filter(pk=round_.pk), *columns)[0]


def read_session(round_: ReportingRound) -> Record | None:
    """The session of the Board to which the round reports."""
    found = records(BoardSession.objects.filter(rounds=round_), *SESSION)
    return found[0] if found else None


def read_sessions() -> list[Record]:
    """The sessions of the Board, oldest first."""
    return records(BoardSession.objects.order_by("opens_on"), *SESSION)


def read_documents() -> list[Record]:
    """The documents before the Board, by their symbols."""
    rows = BoardDocument.objects.order_by("session__opens_on", "symbol")
    return records(rows, "symbol", "dated", "kind", "title", session="session__code")


def read_publications(round_: ReportingRound) -> list[Record]:
    """What was published before this, oldest first, for the session of each round.

    A withdrawn one is among them and says so: it was before the Board.
    """
    rows = Publication.objects.with_withdrawal().exclude(round__code__gt=round_.code)
    return records(
        rows.order_by("round__code", "number"),
        *("number", "sha256", "published_at", "is_withdrawn"),
        round="round__code",
        session="round__session__code",
    )
