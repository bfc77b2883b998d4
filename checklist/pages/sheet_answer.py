"""The answer that is open on the sheet: its fields, the last round beside them, its lock."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from checklist import blockers
from checklist.content import content_of
from checklist.earlier import Earlier, earlier_answers, previous_round
from checklist.models import Answer, ReportingRound, SubmissionLine
from checklist.models.answers import Constraint, Progress
from checklist.models.checklists import Level
from checklist.pages.comparison import LABELS, Side, sides
from checklist.pages.sheet_evidence import Shelf, shelf_of
from checklist.wording import compare

OF_COUNTRIES: Final = frozenset(
    {
        Constraint.NO_PRESENCE,
        Constraint.LIMITED_PRESENCE,
        Constraint.NO_FRAMEWORK,
        Constraint.FRAMEWORK_NOT_SIGNED,
    }
)
"""Reasons that only a country team can have."""


@dataclass(frozen=True)
class LastRound:
    """What the secretariat accepted in the round before, field by field."""

    code: str
    closed_on: date
    is_same_text: bool
    question: tuple[Side, Side]
    """What the item asked then and asks now, the words that changed marked."""
    sides: Mapping[str, Side]


@dataclass(frozen=True)
class OpenAnswer:
    """The answer on the right of the sheet."""

    answer: Answer
    subject: str
    last: LastRound | None
    round_before: str
    shelf: Shelf
    line: SubmissionLine | None
    blockers: list[Blocker]
    is_locked: bool

    @property
    def is_carried(self) -> bool:
        """Carried over and not vouched for in this round."""
        return self.answer.progress == Progress.DRAFT and not self.answer.reexamined

    @property
    def is_sent(self) -> bool:
        """Handed over, and not decided."""
        return self.answer.progress == Progress.SUBMITTED

    @property
    def is_read_only(self) -> bool:
        """The round is not open: nobody of an office writes."""
        return bool(self.blockers)

    @property
    def is_writable(self) -> bool:
        """The form takes words."""
        return not (self.is_read_only or self.is_locked)


def open_answer(
    answer: Answer, subject: str, values: Mapping[str, Any], *, unlocked: bool
) -> OpenAnswer:
    """The answer with everything beside it; `values` are what its form shows now."""
    round_ = answer.round
    before = previous_round(round_)
    earlier = earlier_answers([answer], round_, before).get(answer.pk) if before else None
    content = earlier.content if earlier else {}
    attached = [str(each) for each in values.get("evidence") or ()]
    shelf = shelf_of(answer, attached, before, content.get("evidence") or ())
    left = answer.progress in (Progress.SUBMITTED, Progress.ACCEPTED)
    return OpenAnswer(
        answer=answer,
        subject=subject,
        last=last_round(earlier, before, shelf, answer.item.title),
        round_before=before.code if before else "",
        shelf=shelf,
        line=last_line(answer),
        blockers=blockers.to_write(round_),
        is_locked=left and not unlocked,
    )


def last_round(
    earlier: Earlier | None, before: ReportingRound | None, shelf: Shelf, asks: str
) -> LastRound | None:
    """The answer of the round before, in the words and marks of its fields."""
    if earlier is None or before is None:
        return None
    then = earlier.content
    shown = {name: sides(name, then, then, shelf.known)[0] for name in LABELS}
    left, right = compare(earlier.asked, asks)
    question = (Side(pieces=left), Side(pieces=right))
    return LastRound(earlier.round_code, before.freezes_on, earlier.is_same_text, question, shown)


def last_line(answer: Answer) -> SubmissionLine | None:
    """Where the answer was handed over last, with the decision on it."""
    if answer.progress in (Progress.EMPTY, Progress.DRAFT):
        return None
    lines = SubmissionLine.objects.filter(answer=answer).select_related("submission", "decided_by")
    return lines.order_by("-submission_id").first()


def constraints_for(answer: Answer) -> list[tuple[str, Any]]:
    """The reasons that can apply at this level, and any that the answer names already."""
    everywhere = answer.level == Level.COUNTRY
    named = set(answer.constraints)
    return [
        (value, label)
        for value, label in Constraint.choices
        if everywhere or value in named or value not in OF_COUNTRIES
    ]


def asked_of(level: str) -> str:
    """Who answers an item, as its head says."""
    words = {
        Level.GLOBAL: _("answered once for the whole organisation"),
        Level.REGIONAL: _("answered by the office"),
        Level.COUNTRY: _("answered for each country team"),
    }
    return words[Level(level)]


def initial_of(answer: Answer) -> dict[str, Any]:
    """What the form begins with; an empty answer has no verdict yet."""
    content = content_of(answer).as_json()
    kind = "" if answer.progress == Progress.EMPTY else content["kind"]
    return {**content, "kind": kind, "base_version": answer.version}
