"""What changed since the publication before, in sentences."""

from collections.abc import Mapping, Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.pages.words import number


def moved(moves: Mapping[str, int], round_before: str) -> str:
    """How many answers moved since the round before."""
    up, down = moves["up"], moves["down"]
    facts = {"up": number(up), "down": number(down), "round": round_before}
    if not round_before:
        return _("There is no earlier publication to compare with")
    if not (up or down):
        return _("No answer moved up or down since %(round)s") % facts
    if not up:
        words = ngettext(
            "%(down)s answer moved down since %(round)s, none moved up",
            "%(down)s answers moved down since %(round)s, none moved up",
            down,
        )
        return words % facts
    words = ngettext(
        "%(up)s answer moved up since %(round)s, %(down)s moved down",
        "%(up)s answers moved up since %(round)s, %(down)s moved down",
        up,
    )
    return words % facts


def carried(moves: Mapping[str, int]) -> str:
    """How many answers nobody vouched for in this round."""
    found = moves["carried"]
    if not found:
        return _("Every answer that stayed as it was is confirmed by its office.")
    words = ngettext(
        "%(n)s answer is merely carried over: nobody has confirmed it in this round.",
        "%(n)s answers are merely carried over: nobody has confirmed them in this round.",
        found,
    )
    return words % {"n": number(found)}


def lapsed(moves: Mapping[str, int]) -> str:
    """How many answers have lost their evidence."""
    found = moves["lapsed"]
    words = ngettext(
        "%(n)s answer names no evidence any more.",
        "%(n)s answers name no evidence any more.",
        found,
    )
    return words % {"n": number(found)} if found else ""


def over_rounds(before: Tally, now: Tally, round_before: str, *, is_broken: bool) -> str:
    """How full answers to one item went since the round before, if it asked the same words."""
    facts = {"before": number(before.full), "now": number(now.full), "round": round_before}
    if is_broken:
        return _("Asked in other words than in %(round)s: the two are not compared") % facts
    words = ngettext(
        "%(now)s answer is full; in %(round)s it was %(before)s",
        "%(now)s answers are full; in %(round)s it was %(before)s",
        now.full,
    )
    return words % facts


def reworded(items: int) -> str:
    """How many items cannot be compared."""
    words = ngettext(
        "The wording of %(n)s item changed: its answers are not compared",
        "The wording of %(n)s items changed: their answers are not compared",
        items,
    )
    return words % {"n": number(items)}


def most_moved(rows: Sequence[tuple[str, int]]) -> str:
    """In which pillar most answers moved up; a tie names the first."""
    name, most = max(rows, key=lambda row: row[1], default=("", 0))
    if not most:
        return _("In no pillar did an answer move up")
    words = ngettext(
        "%(n)s answer moved up in ‘%(name)s’, the most of all pillars",
        "%(n)s answers moved up in ‘%(name)s’, the most of all pillars",
        most,
    )
    return words % {"n": number(most), "name": name}


def changed(total: int) -> str:
    """How many answers the list of changes holds."""
    if not total:
        return _("No answer changed")
    words = ngettext("%(n)s answer changed", "%(n)s answers changed", total)
    return words % {"n": number(total)}


def narrowed(total: int) -> str:
    """How many answers the filters leave."""
    words = ngettext("%(n)s answer passes the filters", "%(n)s answers pass the filters", total)
    return words % {"n": number(total)}
