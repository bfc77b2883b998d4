"""Evidence as the sheet shows it: what is attached, how old it is, what else is on file."""

import uuid
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from checklist.models import Answer, Evidence, ReportingRound
from checklist.pages.comparison import address, title

MOST = 60
"""So many newest pieces of an office are offered; older ones are found by their answer."""


@dataclass(frozen=True)
class Piece:
    """One piece of evidence that is attached."""

    pk: str
    evidence: Evidence
    is_old: bool

    @property
    def url(self) -> str:
        """Where a reader finds it; a document is found by its symbol alone."""
        return address(self.evidence)


@dataclass(frozen=True)
class Shelf:
    """What is attached to an answer, and what else its office has on file."""

    attached: list[Piece]
    on_file: list[tuple[str, str]]
    known: dict[str, Evidence]


def shelf_of(
    answer: Answer, attached: Sequence[str], before: ReportingRound | None, last: Iterable[str]
) -> Shelf:
    """The evidence that an answer and its last round name, then the newest of its office."""
    known = evidence_of(answer.office_id, {*attached, *last})
    pieces = [
        Piece(each, known[each], is_old(known[each], before)) for each in attached if each in known
    ]
    others = sorted(
        ((pk, title(each)) for pk, each in known.items() if pk not in attached),
        key=lambda choice: choice[1].casefold(),
    )
    return Shelf(pieces, others, known)


def evidence_of(office: int, named: Iterable[str]) -> dict[str, Evidence]:
    """By id as text: what was named, and the newest on file; one query."""
    own = Evidence.objects.filter(office=office)
    newest = own.order_by("-created_at", "id").values("pk")[:MOST]
    found = Evidence.objects.filter(pk__in=newest) | own.filter(pk__any_of=ids_in(named))
    return {str(each.pk): each for each in found}


def ids_in(values: Iterable[Any]) -> list[uuid.UUID]:
    """What reads as an id; anything else names no evidence."""
    found = []
    for value in values:
        try:
            found.append(uuid.UUID(str(value)))
        except ValueError:
            continue
    return found


def is_old(evidence: Evidence, before: ReportingRound | None) -> bool:
    """Dated before the last round began: it may no longer show what it showed."""
    return bool(before and evidence.dated_on and evidence.dated_on < before.opens_on)
