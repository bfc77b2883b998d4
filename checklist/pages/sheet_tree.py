"""The tree beside the sheet: pillars with how far they are, one pillar and one item open."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.translation import get_language_bidi, gettext_lazy

from checklist.compliance import Tally, Verdict
from checklist.pages.sheet_briefs import Brief, by_item
from checklist.pages.sheet_walk import Walk
from regions.charts import WHOLE, extent, round_half_up

TAILS: Final = {
    "fault": ("warn", gettext_lazy("Something to correct")),
    "returned": ("returned", gettext_lazy("Returned by the secretariat")),
    "carried": ("clock", gettext_lazy("Carried over, not yet re-examined")),
    "locked": ("lock", gettext_lazy("Locked since submission")),
}
PRESSING: Final = ("returned", "fault", "carried")
"""The tail of an item asked of many is the most pressing of theirs; a lock presses nobody."""


@dataclass(frozen=True)
class Tail:
    """A mark at the end of a line, with its words."""

    mark: str
    words: str


@dataclass(frozen=True)
class Leaf:
    """A line of the tree: an item, or one of its subjects."""

    code: str
    name: str
    url: str
    kind: str
    tail: Tail | None
    is_open: bool
    is_current: bool
    answered: int
    total: int
    subjects: Sequence["Leaf"] = ()


@dataclass(frozen=True)
class Branch:
    """A pillar; its items only when it is open."""

    title: str
    url: str
    answered: int
    total: int
    x: str
    width: str
    is_open: bool
    items: list[Leaf]


def tail_of(name: str) -> Tail | None:
    """A mark with its words."""
    return Tail(TAILS[name][0], str(TAILS[name][1])) if name else None


def tree_of(walk: Walk) -> list[Branch]:
    """Every pillar that asks something of this walk."""
    pillars: dict[str, list[Brief]] = {}
    for each in walk.briefs:
        pillars.setdefault(each.pillar, []).append(each)
    return [branch(walk, briefs) for briefs in pillars.values()]


def branch(walk: Walk, briefs: list[Brief]) -> Branch:
    """One pillar."""
    is_open = walk.current in briefs
    answered = count_answered(briefs)
    x, width = extent(
        0, round_half_up(WHOLE * answered, len(briefs)), rtl=bool(get_language_bidi())
    )
    return Branch(
        title=briefs[0].pillar_title,
        url=walk.address(walk.first(briefs)),
        answered=answered,
        total=len(briefs),
        x=x,
        width=width,
        is_open=is_open,
        items=[leaf(walk, of) for _, of in by_item(briefs)] if is_open else [],
    )


def leaf(walk: Walk, briefs: list[Brief]) -> Leaf:
    """One item: a link to its only answer, or to its first open one, with its subjects below."""
    is_open, is_many = walk.current in briefs, len(briefs) > 1
    return Leaf(
        code=briefs[0].item,
        name=briefs[0].title,
        url=walk.address(walk.first(briefs)),
        kind=verdict_of(briefs),
        tail=tail_of(pressing(briefs)),
        is_open=is_open,
        is_current=is_open and not is_many,
        answered=count_answered(briefs),
        total=len(briefs),
        subjects=[twig(walk, each) for each in briefs] if is_open and is_many else (),
    )


def twig(walk: Walk, brief: Brief) -> Leaf:
    """One subject of an item asked of many."""
    here = brief is walk.current
    url, tail = walk.address(brief), tail_of(brief.tail)
    return Leaf(brief.subject, brief.name, url, brief.kind, tail, here, here, 0, 1)


def count_answered(briefs: Iterable[Brief]) -> int:
    """How many are answered in this round."""
    return sum(each.is_answered for each in briefs)


def verdict_of(briefs: Sequence[Brief]) -> Verdict | str:
    """The verdict of an item: of its only answer, else of the group."""
    if len(briefs) == 1:
        return briefs[0].kind
    kinds = [each.kind for each in briefs]
    return Tally(**{kind.value: kinds.count(kind) for kind in Verdict}).verdict


def pressing(briefs: Sequence[Brief]) -> str:
    """The most pressing mark of some answers."""
    tails = {each.tail for each in briefs}
    if tails == {"locked"}:
        return "locked"
    return next((name for name in PRESSING if name in tails), "")
