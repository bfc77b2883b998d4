"""The answer sheet of an office: the tree, one open answer, what blocks submission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.models import ChecklistItem, ReportingRound
from checklist.models.answers import Progress
from checklist.pages.sheet_answer import OpenAnswer, asked_of
from checklist.pages.sheet_briefs import Brief
from checklist.pages.sheet_tree import Branch, count_answered, tree_of
from checklist.pages.sheet_walk import Walk
from checklist.pages.words import until
from regions.models import RegionalOffice
from regions.templatetags.figures import day_text

State = ReportingRound.State
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


@dataclass(frozen=True)
class Step:
    """The answer before or after the open one."""

    url: str
    item: str
    name: str


@dataclass(frozen=True)
class SheetPage:
    """The whole page."""

    round: ReportingRound
    office: RegionalOffice
    mark: str
    turn: str
    walk: Walk
    work: Work
    tree: list[Branch]
    item: ChecklistItem | None
    asked_of: str
    open: OpenAnswer | None
    previous: Step | None
    next: Step | None
    subjects: list[tuple[str, str]]
    is_shared: bool
    is_open: bool


def sheet_page(
    round_: ReportingRound,
    office: RegionalOffice,
    briefs: Sequence[Brief],
    walk: Walk,
    opened: OpenAnswer | None,
    today: date,
) -> SheetPage:
    """The page as its template prints it."""
    current = walk.current
    return SheetPage(
        round=round_,
        office=office,
        mark=mark_of(briefs),
        turn=turn_of(round_, today),
        walk=walk,
        work=work_of(briefs, walk),
        tree=tree_of(walk),
        item=opened.answer.item if opened else None,
        asked_of=asked_of(opened.answer.level) if opened else "",
        open=opened,
        previous=step(walk, -1),
        next=step(walk, 1),
        subjects=subjects_of(briefs),
        is_shared=current is not None and sum(x.item == current.item for x in briefs) > 1,
        is_open=round_.state == State.OPEN,
    )


def mark_of(briefs: Sequence[Brief]) -> str:
    """Where the office's papers are, the most pressing first."""
    found = {each.progress for each in briefs}
    return next((str(step) for step in MARKS if step in found), str(Progress.ACCEPTED))


def turn_of(round_: ReportingRound, today: date) -> str:
    """Whose turn it is, and until when."""
    if round_.state == State.OPEN:
        words = _("Submit by %(due)s, %(until)s. Then the secretariat reviews by %(review)s.")
    elif round_.state == State.PLANNED:
        return _("The round is not open yet. Nothing can be written.")
    else:
        return _("The round is closed to the offices. Everything can be read, nothing written.")
    return words % {
        "due": day_text(round_.answers_due_on),
        "until": until(round_.answers_due_on, today),
        "review": day_text(round_.review_due_on),
    }


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


def step(walk: Walk, way: int) -> Step | None:
    """The answer before or after: named by its subject, or by its item where that changes."""
    there = walk.neighbour(way)
    if there is None or walk.current is None:
        return None
    name = there.name if there.item == walk.current.item else there.title
    return Step(walk.address(there), there.item, name)


def subjects_of(briefs: Sequence[Brief]) -> list[tuple[str, str]]:
    """The countries an office can walk through one by one, by name."""
    found = {each.subject: each.name for each in briefs}
    return sorted(found.items(), key=lambda pair: pair[1].casefold())


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
