"""How far an office is with its round: counts, what blocks submission, what else is left."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import ngettext

from checklist.models.answers import Progress
from checklist.pages.sheet_briefs import Brief
from checklist.pages.sheet_tree import count_answered
from checklist.pages.sheet_walk import Walk

SHOWN: Final = 10
"""So many obstacles stand under the sheet; the rest carries its mark in the tree."""
MARKS: Final = (Progress.RETURNED, Progress.DRAFT, Progress.SUBMITTED, Progress.EMPTY)


@dataclass(frozen=True)
class Obstacle:
    """One thing that keeps a draft from being handed over, with the field to settle it."""

    item: str
    subject: str
    url: str
    message: str


@dataclass(frozen=True)
class Work:
    """How far the office is with the round."""

    answered: int
    total: int
    drafts: int
    carried: int
    returned: int
    empty: int
    obstacles: list[Obstacle]

    @property
    def is_finished(self) -> bool:
        """Everything is answered in this round and nothing stands in the way."""
        return self.answered == self.total and not self.obstacles

    @property
    def shown(self) -> list[Obstacle]:
        """The obstacles that are listed."""
        return self.obstacles[:SHOWN]

    @property
    def more(self) -> int:
        """How many are not."""
        return max(len(self.obstacles) - SHOWN, 0)


def mark_of(briefs: Sequence[Brief]) -> str:
    """Where the office's papers are, the most pressing first."""
    found = {each.progress for each in briefs}
    return next((str(step) for step in MARKS if step in found), str(Progress.ACCEPTED))


def work_of(briefs: Sequence[Brief], walk: Walk) -> Work:
    """Counts over all answers of the office, and what stands in the way of its own drafts."""
    steps = [each.progress for each in briefs]
    return Work(
        answered=count_answered(briefs),
        total=len(briefs),
        drafts=sum(each.is_own_draft for each in briefs),
        carried=sum(each.is_carried for each in briefs),
        returned=steps.count(Progress.RETURNED),
        empty=steps.count(Progress.EMPTY),
        obstacles=[x for each in briefs if each.is_own_draft for x in obstacles_of(each, walk)],
    )


def obstacles_of(brief: Brief, walk: Walk) -> list[Obstacle]:
    """What one draft lacks; the link leads to the field."""
    return [
        Obstacle(
            brief.item,
            brief.name if brief.name != brief.item else "",
            f"{walk.address(brief)}#id_{fault.pointer.strip('/')}",
            fault.message,
        )
        for fault in brief.missing
    ]


def left_words(work: Work) -> list[str]:
    """What is left besides the obstacles, in words."""
    told = []
    if work.returned:
        words = ngettext(
            "%(n)d returned answer waits to be written again.",
            "%(n)d returned answers wait to be written again.",
            work.returned,
        )
        told.append(words % {"n": work.returned})
    if work.carried:
        words = ngettext(
            "%(n)d answer was only carried over from the last round.",
            "%(n)d answers were only carried over from the last round.",
            work.carried,
        )
        told.append(words % {"n": work.carried})
    if work.empty:
        words = ngettext(
            "%(n)d answer without a verdict will be published as Not assessed.",
            "%(n)d answers without a verdict will be published as Not assessed.",
            work.empty,
        )
        told.append(words % {"n": work.empty})
    return told
