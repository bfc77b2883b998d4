"""How an answer stands against the publication before: judged here, for every page that tells it.

Only answers to the same words are compared. Up and down are steps between not started, partial
and full; to and from "not applicable" or "not assessed" is neither, and has its own name.
"""

from collections import Counter
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Any, Final

from checklist.compliance import Verdict
from checklist.proof import Age, age_of

Record = Mapping[str, Any]


class Move(StrEnum):
    """What became of one answer; each answer is in exactly one of these."""

    UP = "up"
    DOWN = "down"
    FIRST = "first"
    LOST = "lost"
    NOT_APPLICABLE = "not_applicable"
    APPLICABLE = "applicable"
    REWORDED = "reworded"
    NEW = "new"
    GONE = "gone"
    CONFIRMED = "confirmed"
    CARRIED = "carried"
    SILENT = "silent"


UNCHANGED: Final = (Move.CONFIRMED, Move.CARRIED, Move.SILENT)
"""The verdict is that of before: confirmed by the office, looked at by nobody, or never given."""

STAYED: Final = "unchanged"
"""Beside those three: what pages count together."""

LAPSED: Final = "lapsed"
"""Beside any move: evidence was named before, and none is now."""

OLDER: Final = "older"
"""Beside any move: all evidence is dated before the answers of the last round closed (rule A29)."""

CHANGED: Final = "changed"
"""Of an answer of which more can be said than that its verdict stayed."""

RANKS: Final = {Verdict.NOT_STARTED: 1, Verdict.PARTIAL: 2, Verdict.FULL: 3}


@dataclass(frozen=True)
class Stand:
    """One answer as published, with the digest of the words it answers."""

    kind: str
    digest: str
    evidence: int = 0
    is_reexamined: bool = False


def judge(before: Stand | None, now: Stand | None) -> Move:
    """What became of an answer from one publication to the next."""
    if now is None:
        return Move.GONE
    if before is None:
        return Move.NEW
    if before.digest != now.digest:
        return Move.REWORDED
    return _unchanged(now) if before.kind == now.kind else _changed(before.kind, now.kind)


def _unchanged(now: Stand) -> Move:
    if now.kind == Verdict.NOT_ASSESSED:
        return Move.SILENT
    return Move.CONFIRMED if now.is_reexamined else Move.CARRIED


def _changed(before: str, now: str) -> Move:
    if now == Verdict.NOT_APPLICABLE:
        return Move.NOT_APPLICABLE
    if now == Verdict.NOT_ASSESSED:
        return Move.LOST
    if before == Verdict.NOT_ASSESSED:
        return Move.FIRST
    if before == Verdict.NOT_APPLICABLE:
        return Move.APPLICABLE
    return Move.UP if RANKS[Verdict(now)] > RANKS[Verdict(before)] else Move.DOWN


def has_lapsed(before: Stand | None, now: Stand | None) -> bool:
    """Whether evidence that an answer named is named no more; what is not assessed names none."""
    if before is None or now is None or now.kind in (Verdict.NOT_ASSESSED, Verdict.NOT_APPLICABLE):
        return False
    return before.evidence > 0 and not now.evidence


def is_older(evidence: Iterable[Record], closed_on: str) -> bool:
    """Whether all evidence is dated, and nothing of it after the last round closed (rule A29)."""
    days = [each["dated_on"] and date.fromisoformat(each["dated_on"]) for each in evidence]
    return bool(days) and age_of(days, date.fromisoformat(closed_on)) is Age.OLDER


def stood(past: Record, item: str, subject: str) -> Stand | None:
    """An answer of the publication before, as `past.compared` keeps it."""
    kind = past["kinds"].get(item, {}).get(subject)
    if kind is None:
        return None
    return Stand(kind, past["digests"][item], past["proven"].get(item, {}).get(subject, 0))


def has_changed(move: Move, marks: Collection[str]) -> bool:
    """Whether anything changed: the verdict, the words asked, or that there is evidence at all."""
    return move not in UNCHANGED or LAPSED in marks


def sums(moves: Iterable[Move]) -> dict[str, int]:
    """How many answers of each move, those without any among them."""
    counted = Counter(moves)
    return {str(move): counted[move] for move in Move}
