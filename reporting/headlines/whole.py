"""How UN-Habitat stands as a whole."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting.headlines.shares import share_facts
from reporting.pages.words import number


def whole(now: Tally, before: Tally | None, round_before: str) -> str:
    """How UN-Habitat stands."""
    if not now.is_enough_for_a_share:
        words = _("UN-Habitat answers ‘full’ to %(full)s of %(counted)s items that apply")
        return words % {"full": number(now.full), "counted": number(now.counted)}
    facts = share_facts(now, before, round_before)
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


def unassessed(tally: Tally) -> str:
    """How much is not known."""
    if not tally.not_assessed:
        return _("Every answer that applies is assessed.")
    words = ngettext(
        "%(n)s answer is not assessed.", "%(n)s answers are not assessed.", tally.not_assessed
    )
    return words % {"n": number(tally.not_assessed)}
