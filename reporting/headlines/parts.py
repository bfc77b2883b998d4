"""How a part of the whole stands: an office, a team, a pillar, an item; and how parts compare."""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.headlines.shares import share_facts
from reporting.pages.words import listed

Ranked = Sequence[tuple[str, Tally]]
"""Names with their tallies, as a page lists them."""


def part(name: str, now: Tally, before: Tally | None, round_before: str) -> str:
    """How an office, a team, a pillar or an item stands."""
    if not now.counted:
        return _("%(name)s: nothing is asked here") % {"name": name}
    if not now.is_enough_for_a_share:
        words = ngettext(
            "%(name)s: %(full)s of %(counted)s answer is full",
            "%(name)s: %(full)s of %(counted)s answers are full",
            now.counted,
        )
        return words % {"name": name, "full": now.full, "counted": now.counted}
    facts = {"name": name, **share_facts(now, before, round_before)}
    return _part_share(facts) % facts


def _part_share(facts: Mapping[str, Any]) -> str:
    if facts["direction"] == "up":
        return _(
            "%(name)s: %(share)s per cent of answers are full, up from %(before)s in %(round)s"
        )
    if facts["direction"] == "down":
        return _(
            "%(name)s: %(share)s per cent of answers are full, down from %(before)s in %(round)s"
        )
    if facts["direction"] == "same":
        return _("%(name)s: %(share)s per cent of answers are full, as in %(round)s")
    return _("%(name)s: %(share)s per cent of answers are full")


def extremes(rows: Ranked) -> str:
    """Where the share is highest and where lowest; a tie names the first of each."""
    known = [(name, tally) for name, tally in rows if tally.is_enough_for_a_share]
    if len(known) < 2:
        return ""
    ordered = sorted(known, key=lambda row: -(row[1].share or 0))
    facts = {"highest": ordered[0][0], "lowest": ordered[-1][0]}
    return _("Highest in %(highest)s, lowest in %(lowest)s") % facts


def risen(rows: Sequence[tuple[str, int]], round_before: str) -> str:
    """How many of several parts rose; those that did not are named while they are few."""
    rose = [name for name, step in rows if step > 0]
    others = [name for name, step in rows if step <= 0]
    if not rows:
        return ""
    if not others:
        return _("Every pillar rose since %(round)s.") % {"round": round_before}
    if len(others) <= 2 and rose:
        facts = {"names": listed(others), "round": round_before}
        return _("Every pillar rose since %(round)s except %(names)s.") % facts
    words = ngettext(
        "%(n)s of %(all)s pillars rose since %(round)s.",
        "%(n)s of %(all)s pillars rose since %(round)s.",
        len(rose),
    )
    return words % {"n": len(rose), "all": len(rows), "round": round_before}


def full_everywhere(items: Sequence[Tally]) -> str:
    """How many items are full wherever they apply, and how many are full nowhere."""
    asked = [tally for tally in items if tally.counted]
    everywhere = sum(tally.full == tally.counted for tally in asked)
    nowhere = sum(not tally.full for tally in asked)
    facts = {"everywhere": everywhere, "nowhere": nowhere, "n": len(asked)}
    if not everywhere and not nowhere:
        words = ngettext(
            "The item is full in some answers and not in others",
            "Each of %(n)s items is full in some answers and not in others",
            len(asked),
        )
        return words % facts if asked else _("No item applies")
    words = ngettext(
        "%(everywhere)s of %(n)s item is full in every answer, %(nowhere)s in none",
        "%(everywhere)s of %(n)s items are full in every answer, %(nowhere)s in none",
        len(asked),
    )
    return words % facts


def of_part(name: str, finding: str) -> str:
    """A finding that holds for one part, which it names."""
    return _("%(name)s: %(finding)s") % {"name": name, "finding": finding}
