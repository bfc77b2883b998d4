"""What moved since the publication before."""

from collections.abc import Mapping

from django.utils.translation import gettext as _

from reporting.pages.words import number


def moved(moves: Mapping[str, int], round_before: str) -> str:
    """How many answers moved since the round before."""
    if not round_before:
        return _("There is no earlier publication to compare with")
    facts = {"up": number(moves["up"]), "down": number(moves["down"]), "round": round_before}
    return _("%(up)s answers moved up since %(round)s, %(down)s moved down") % facts
