"""What changed from one publication to the next, as it is shown beside a share."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from regions.charts import round_half_up


class Wording(StrEnum):
    """Whether two publications asked a group the same items in the same words."""

    SAME = "same"
    PARTLY = "partly"
    OTHER = "other"

    @classmethod
    def of(cls, parts: Iterable["Wording"]) -> "Wording":
        """Of a group, from that of its parts."""
        found = set(parts)
        if len(found) > 1:
            return cls.PARTLY
        return found.pop() if found else cls.SAME


@dataclass(frozen=True)
class Change:
    """A change in points of a share or, under ten answers, in answers that are full.

    Only full answers that became fewer are marked: no other change is worse by itself. Where a
    part was asked in other words the number is never shown without saying so.
    """

    delta: int
    is_points: bool
    is_of_full: bool = True
    wording: Wording = Wording.SAME

    @property
    def direction(self) -> str:
        """The mark beside the number: up, down or same."""
        if not self.delta:
            return "same"
        return "up" if self.delta > 0 else "down"

    @property
    def worse(self) -> bool:
        """Whether full answers became fewer."""
        return self.is_of_full and self.delta < 0

    @property
    def amount(self) -> int:
        """How much, without its direction."""
        return abs(self.delta)

    @property
    def words(self) -> str:
        """The change for those who hear the page."""
        if not self.delta:
            return _("no change")
        return _in_points(self) if self.is_points else _in_answers(self)


def _in_points(change: Change) -> str:
    if change.delta > 0:
        words = ngettext("up %(n)s point", "up %(n)s points", change.amount)
    else:
        words = ngettext("down %(n)s point", "down %(n)s points", change.amount)
    return words % {"n": change.amount}


def _in_answers(change: Change) -> str:
    if change.delta > 0:
        words = ngettext("up %(n)s answer", "up %(n)s answers", change.amount)
    else:
        words = ngettext("down %(n)s answer", "down %(n)s answers", change.amount)
    return words % {"n": change.amount}


def percent(tally: Tally) -> int | None:
    """The share of full answers in whole per cent, as a reader sees it."""
    return round_half_up(100 * tally.full, tally.counted) if tally.counted else None


NOT_COMPARED: Final = Change(0, is_points=False, wording=Wording.OTHER)
"""Answers to other words: there is no difference to tell."""


def change(now: Tally, before: Tally | None, wording: Wording = Wording.SAME) -> Change | None:
    """From one tally to another; none when there is nothing to compare with.

    Points are the difference of the two numbers as printed, so that a reader who
    subtracts finds the same.
    """
    if wording is Wording.OTHER:
        return NOT_COMPARED
    if before is None or not now.counted or not before.counted:
        return None
    if now.is_enough_for_a_share and before.is_enough_for_a_share:
        return Change((percent(now) or 0) - (percent(before) or 0), is_points=True, wording=wording)
    return Change(now.full - before.full, is_points=False, wording=wording)
