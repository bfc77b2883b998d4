"""An answer before and after, field by field, with the words that changed marked."""

import uuid
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, Final

from django.urls import reverse
from django.utils.translation import get_language, gettext_lazy

from accounts.reading import DAY
from checklist.models import Evidence
from checklist.models.answers import Constraint
from checklist.wording import Piece, compare
from regions import numbers
from regions.languages import CODES
from regions.templatetags.addresses import OWN_NAMES

LABELS: Final = {
    "kind": gettext_lazy("Verdict"),
    "narrative": gettext_lazy("What is in place"),
    "constraints": gettext_lazy("Why not full"),
    "not_applicable_reason": gettext_lazy("Why not applicable"),
    "evidence": gettext_lazy("Evidence"),
    "next_step": gettext_lazy("Next step"),
    "next_step_due": gettext_lazy("Next step due"),
    "as_of": gettext_lazy("As of"),
    "language": gettext_lazy("Language"),
}
"""The fields of an answer in the order in which a reviewer reads them."""

PROSE: Final = {"narrative", "next_step", "not_applicable_reason"}
QUIET: Final = {"next_step_due", "as_of", "not_applicable_reason", "language"}
"""Fields that are shown only when either side says something, or the language when it changed."""


@dataclass(frozen=True)
class Mark:
    """One entry of a list: a constraint, a piece of evidence."""

    text: str
    is_same: bool
    url: str = ""


@dataclass(frozen=True)
class Side:
    """A field on one side."""

    kind: str = ""
    pieces: list[Piece] = field(default_factory=list)
    marks: list[Mark] = field(default_factory=list)
    language: str = ""

    @property
    def is_empty(self) -> bool:
        """Whether this side says nothing."""
        return not (self.kind or self.pieces or self.marks)


@dataclass(frozen=True)
class Row:
    """A field, before and after."""

    name: str
    label: str
    before: Side
    after: Side
    is_changed: bool


Content = Mapping[str, Any]
EvidenceById = Mapping[str, Evidence]


def evidence_in(contents: Iterable[Content]) -> dict[str, Evidence]:
    """The evidence that contents refer to, by id as text: one query."""
    ids = {each for content in contents for each in content.get("evidence") or ()}
    found = Evidence.objects.filter(pk__any_of=[uuid.UUID(each) for each in ids])
    return {str(each.pk): each for each in found}


def rows_between(before: Content, after: Content, evidence: EvidenceById) -> list[Row]:
    """Every field that says something, with what changed in it."""
    rows = []
    for name, label in LABELS.items():
        old, new = before.get(name), after.get(name)
        left, right = sides(name, before, after, evidence)
        if (name == "language" and old == new) or (
            name in QUIET and left.is_empty and right.is_empty
        ):
            continue
        rows.append(Row(name, str(label), left, right, old != new))
    return rows


def sides(name: str, before: Content, after: Content, evidence: EvidenceById) -> tuple[Side, Side]:
    """One field on both sides."""
    old, new = before.get(name), after.get(name)
    if name == "kind":
        return Side(kind=old or "not_assessed"), Side(kind=new or "not_assessed")
    if name == "evidence":
        return marks(old or (), new or (), evidence), marks(new or (), old or (), evidence)
    if name == "constraints":
        return constraints(old or (), new or ()), constraints(new or (), old or ())
    left, right = compare(words(name, old), words(name, new))
    return Side(pieces=left, language=spoken(name, before)), Side(
        pieces=right, language=spoken(name, after)
    )


def spoken(name: str, content: Content) -> str:
    """The language of prose, where it is not the reader's own."""
    language = content.get("language") or ""
    return language if name in PROSE and language in CODES and language != get_language() else ""


def words(name: str, value: Any) -> str:
    """A value as text: a day in full, a language by its own name."""
    if name == "language":
        return OWN_NAMES.get(value or "", value or "")
    if value and DAY.fullmatch(str(value)):
        return day_words(str(value))
    return value or ""


def day_words(value: str) -> str:
    """A day that was kept as text."""
    return numbers.day(date.fromisoformat(value), get_language() or "en")


def constraints(mine: Sequence[str], other: Sequence[str]) -> Side:
    """Why an answer is not full, the ones that the other side lacks marked."""
    known = dict(Constraint.choices)
    return Side(marks=[Mark(str(known.get(each, each)), each in other) for each in mine])


def marks(mine: Sequence[str], other: Sequence[str], evidence: EvidenceById) -> Side:
    """Evidence by title; a link leads out, a file is here, a document is named by its symbol."""
    found = [(each, evidence[each]) for each in mine if each in evidence]
    return Side(marks=[Mark(title(thing), each in other, address(thing)) for each, thing in found])


def address(evidence: Evidence) -> str:
    """Where a reader finds it: a link outside, a file here, a document only by its symbol."""
    if evidence.kind == Evidence.Kind.FILE:
        return reverse("evidence", args=[evidence.pk])
    return evidence.url


def title(evidence: Evidence) -> str:
    """A piece of evidence as it is cited."""
    parts = [evidence.title, evidence.reference]
    if evidence.dated_on:
        parts.append(numbers.day(evidence.dated_on, get_language() or "en"))
    return ", ".join(part for part in parts if part)
