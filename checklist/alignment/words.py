"""Words of the rules on answers."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, plainly
from regions.sentences import day, listed, number

TITLES: Final[dict[str, Any]] = {
    "A28": _("has evidence for every full answer"),
    "A29": _("has evidence newer than the last round"),
}

MISSING: Final[dict[str, Any]] = {"evidence_day": _("the date of the evidence")}


def bare(facts: Facts) -> str:
    """How many answers, and to which items."""
    words = ngettext(
        "In round %(round)s %(n)s answer is full and has no evidence: %(items)s.",
        "In round %(round)s %(n)s answers are full and have no evidence: %(items)s.",
        len(facts["items"]),
    )
    return words % of_items(facts)


def old(facts: Facts) -> str:
    """How many answers, to which items, and what they are measured by."""
    words = ngettext(
        "In round %(round)s all evidence of %(n)s answer is older than the end of round "
        "%(before)s on %(frozen_on)s: %(items)s.",
        "In round %(round)s all evidence of %(n)s answers is older than the end of round "
        "%(before)s on %(frozen_on)s: %(items)s.",
        len(facts["items"]),
    )
    dated = {"before": facts["before"], "frozen_on": day(facts["frozen_on"])}
    return words % {**of_items(facts), **dated}


def of_items(facts: Facts) -> dict[str, str]:
    """The round, and the items with their number."""
    items = facts["items"]
    return {"round": facts["round"], "n": number(len(items)), "items": listed(items)}


WORDS: Final[dict[str, Words]] = {
    "A28.bare": Words(
        plainly(_("Full answers without evidence")),
        bare,
        _("Attach evidence, or correct the answer."),
    ),
    "A29.old": Words(
        plainly(_("Evidence older than the last round")),
        old,
        _("Attach newer evidence, or confirm that the old one still proves the answer."),
    ),
}
