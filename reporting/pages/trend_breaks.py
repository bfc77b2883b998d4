"""Why two rounds are not joined, in words: what was asked otherwise, and what stayed the same."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.pages.verdicts import share_text
from reporting.pages.words import sentences
from reporting.scorecards import from_record

Row = Mapping[str, Any]


def break_words(round_: str, row: Row | None) -> str:
    """What was asked otherwise, and how the items in the same words stood before and after."""
    if row is None:
        return ""
    return sentences(
        reworded(round_, len(row["reworded"])),
        new_items(round_, len(row["added"])),
        old_items(round_, len(row["removed"])),
        in_same_words(row),
    )


def asked_anew(round_: str, _row: Row) -> str:
    """Of a single item there is one thing to say."""
    return _("Asked in other words since %(round)s.") % {"round": round_}


def reworded(round_: str, items: int) -> str:
    """How many items read otherwise from a round on."""
    words = ngettext(
        "Wording of %(n)s item changed in %(round)s.",
        "Wording of %(n)s items changed in %(round)s.",
        items,
    )
    return words % {"n": items, "round": round_} if items else ""


def new_items(round_: str, items: int) -> str:
    """How many are asked from a round on."""
    words = ngettext(
        "%(n)s item is asked since %(round)s.", "%(n)s items are asked since %(round)s.", items
    )
    return words % {"n": items, "round": round_} if items else ""


def old_items(round_: str, items: int) -> str:
    """How many are asked no more."""
    words = ngettext(
        "%(n)s item is not asked since %(round)s.",
        "%(n)s items are not asked since %(round)s.",
        items,
    )
    return words % {"n": items, "round": round_} if items else ""


def in_same_words(row: Row) -> str:
    """The two shares over the items that both rounds asked in the same words."""
    before, now = from_record(row["before"]), from_record(row["now"])
    if not (before.counted and now.counted):
        return ""
    words = ngettext(
        "Over the %(n)s item in the same words: %(before)s, then %(now)s.",
        "Over the %(n)s items in the same words: %(before)s, then %(now)s.",
        row["same"],
    )
    return words % {"n": row["same"], "before": full_of(before), "now": full_of(now)}


def full_of(tally: Tally) -> str:
    """A share or, under ten answers, the count."""
    if tally.is_enough_for_a_share:
        return share_text(tally.full, tally.counted)
    return _("%(full)s of %(counted)s") % {"full": tally.full, "counted": tally.counted}
