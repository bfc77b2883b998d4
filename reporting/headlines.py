"""Headlines: sentences made from the data by rules, the same for every office and country.

A headline is a finding, not a label. Each is one whole sentence to translate; numbers and
names are its only gaps. No rule praises or blames.
"""

from collections.abc import Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from checklist.models.answers import Constraint
from reporting.changes import percent
from reporting.pages.words import listed, number


def whole(now: Tally, before: Tally | None, round_before: str) -> str:
    """How UN-Habitat stands."""
    if not now.is_enough_for_a_share:
        words = _("UN-Habitat answers ‘full’ to %(full)s of %(counted)s items that apply")
        return words % {"full": number(now.full), "counted": number(now.counted)}
    facts = _facts(now, before, round_before)
    return _whole_share(facts) % facts


def _whole_share(facts: Mapping[str, Any]) -> str:
    if facts["direction"] == "up":
        return _(
            "UN-Habitat answers ‘full’ to %(share)s per cent of the reform checklist, "
            "up from %(before)s in %(round)s"
        )
    if facts["direction"] == "down":
        return _(
            "UN-Habitat answers ‘full’ to %(share)s per cent of the reform checklist, "
            "down from %(before)s in %(round)s"
        )
    if facts["direction"] == "same":
        return _(
            "UN-Habitat answers ‘full’ to %(share)s per cent of the reform checklist, "
            "as in %(round)s"
        )
    return _("UN-Habitat answers ‘full’ to %(share)s per cent of the reform checklist")


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
    facts = {"name": name, **_facts(now, before, round_before)}
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


def _facts(now: Tally, before: Tally | None, round_before: str) -> dict[str, Any]:
    """The two shares as printed, and the direction from one to the other."""
    facts = {"share": percent(now), "round": round_before, "direction": "", "before": None}
    if before is None or not before.is_enough_for_a_share:
        return facts
    facts["before"] = percent(before)
    step = (percent(now) or 0) - (percent(before) or 0)
    return {**facts, "direction": "up" if step > 0 else "down" if step < 0 else "same"}


Ranked = Sequence[tuple[str, Tally]]
"""Names with their tallies, as a page lists them."""


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


def most_named(rows: Sequence[Mapping[str, Any]], round_before: str) -> str:
    """The constraint that most answers name, and whether it was another before."""
    if not rows or not rows[0]["answers"]:
        return ""
    first = rows[0]["constraint"]
    before = max(rows, key=lambda row: row["before"] or 0)
    facts = {"first": constraint(first), "before": constraint(before["constraint"])}
    if before["before"] and before["constraint"] != first:
        words = _(
            "‘%(first)s’ is now named most often for what is not full; "
            "in %(round)s it was ‘%(before)s’."
        )
        return words % {**facts, "round": round_before}
    return _("‘%(first)s’ is named most often for what is not full.") % facts


def most_named_title(rows: Sequence[Mapping[str, Any]]) -> str:
    """The same over the chart, where the numbers stand beside it."""
    if not rows or not rows[0]["answers"]:
        return _("Constraints")
    return _("‘%(first)s’ is named most often") % {"first": constraint(rows[0]["constraint"])}


def constraint(code: str) -> str:
    """A constraint in the reader's language."""
    return str(Constraint(code).label)


def unassessed(tally: Tally) -> str:
    """How much is not known."""
    if not tally.not_assessed:
        return _("Every answer that applies is assessed.")
    words = ngettext(
        "%(n)s answer is not assessed.", "%(n)s answers are not assessed.", tally.not_assessed
    )
    return words % {"n": number(tally.not_assessed)}


def distribution(tally: Tally) -> str:
    """The verdicts in one sentence."""
    facts = {
        "full": number(tally.full),
        "counted": number(tally.counted),
        "not_started": number(tally.not_started),
    }
    return _("%(full)s of %(counted)s answers are full; %(not_started)s have not started") % facts


def moved(moves: Mapping[str, int], round_before: str) -> str:
    """How many answers moved since the round before."""
    if not round_before:
        return _("There is no earlier publication to compare with")
    facts = {"up": number(moves["up"]), "down": number(moves["down"]), "round": round_before}
    return _("%(up)s answers moved up since %(round)s, %(down)s moved down") % facts
