"""The order in which an office goes through its answers, by item or country by country."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Final

from django.utils.http import urlencode

from checklist.pages.sheet_briefs import Brief

BY_SUBJECT: Final = "subject"


@dataclass(frozen=True)
class Walk:
    """The answers in the chosen order, and the one that is open."""

    briefs: Sequence[Brief]
    current: Brief | None
    is_by_subject: bool = False

    def address(self, brief: Brief | None, **more: str) -> str:
        """Where an answer stands on the sheet; the order goes with it."""
        if brief is None:
            return ""
        order = {"by": BY_SUBJECT} if self.is_by_subject else {}
        return "?" + urlencode({"item": brief.item, "subject": brief.subject, **order, **more})

    def neighbour(self, step: int) -> Brief | None:
        """The answer before (-1) or after (1) the open one."""
        if self.current is None:
            return None
        place = self.briefs.index(self.current) + step
        return self.briefs[place] if 0 <= place < len(self.briefs) else None

    def first(self, briefs: Sequence[Brief]) -> Brief:
        """Of some answers, the open one, else the first that needs something, else the first."""
        if self.current in briefs:
            return self.current  # type: ignore[return-value]
        return first_open(briefs) or briefs[0]


def first_open(briefs: Sequence[Brief]) -> Brief | None:
    """The first answer with which the office still has work."""
    return next((each for each in briefs if each.needs_something), None)


def walk_through(briefs: Sequence[Brief], asked: Mapping[str, str]) -> Walk | None:
    """The walk an address asks for; None when it names an answer that is not asked.

    A subject alone walks through that country; an item alone begins with its first open answer.
    """
    subject, item = asked.get("subject"), asked.get("item")
    is_by_subject = bool(subject) and (not item or asked.get("by") == BY_SUBJECT)
    walked = [each for each in briefs if not is_by_subject or each.subject == subject]
    named = [
        each
        for each in walked
        if item in (None, each.item) and (not item or subject in (None, each.subject))
    ]
    if not named:
        return Walk([], None) if not briefs else None
    return Walk(walked, first_open(named) or named[0], is_by_subject)
