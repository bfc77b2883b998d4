"""How far UN-Habitat takes part in Cooperation Frameworks."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def engagement(active: int, running: int) -> str:
    """In how many of the frameworks that run UN-Habitat takes an active part."""
    if not running:
        return _("No Cooperation Framework runs")
    words = ngettext(
        "UN-Habitat takes an active part in %(active)s of %(n)s framework that runs",
        "UN-Habitat takes an active part in %(active)s of %(n)s frameworks that run",
        running,
    )
    return words % {"active": number(active), "n": number(running)}
