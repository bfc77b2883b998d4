"""How the figures reported to the Board stand to the records."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.comparing import Comparison

AGREEING = (Comparison.AGREES, Comparison.WITHIN_HEDGE)


def agreement(found: Sequence[Comparison]) -> str:
    """How many figures agree with what is counted, their hedges honoured."""
    if not found:
        return _("No figure was reported for this round")
    agreeing = sum(each in AGREEING for each in found)
    if agreeing == len(found):
        words = ngettext(
            "The figure reported agrees with the records",
            "All %(n)s figures reported agree with the records",
            len(found),
        )
    else:
        words = ngettext(
            "The figure reported does not agree with the records",
            "%(agreeing)s of %(n)s figures reported agree with the records",
            len(found),
        )
    return words % {"agreeing": agreeing, "n": len(found)}
