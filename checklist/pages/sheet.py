"""The answer sheet of an office: the tree, one open answer, what blocks submission."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from checklist.models import ChecklistItem, ReportingRound
from checklist.pages.sheet_answer import OpenAnswer, asked_of
from checklist.pages.sheet_briefs import Brief
from checklist.pages.sheet_tree import Branch, tree_of
from checklist.pages.sheet_walk import Walk
from checklist.pages.sheet_work import Work, mark_of, work_of
from checklist.pages.words import until
from regions.models import RegionalOffice
from regions.templatetags.figures import day_text

State = ReportingRound.State


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
