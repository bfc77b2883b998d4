"""Words of the rules on derivation."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, filled, plainly

TITLES: Final[dict[str, Any]] = {
    "A01": _("names its framework"),
    "A02": _("country served by the framework’s team"),
}

TO_CORRECT_THE_TEAM: Final = _(
    "Name the framework of the country’s own team, or correct the team’s members."
)

WORDS: Final[dict[str, Words]] = {
    "A01.unnamed": Words(
        plainly(_("The programme document names no framework")),
        plainly(
            _("It names no Cooperation Framework and gives no reason why there is none to name.")
        ),
        _("Record the framework it is derived from, or the reason why none exists."),
    ),
    "A02.elsewhere": Words(
        plainly(_("The programme document names a framework of another country team")),
        filled(
            _(
                "The framework belongs to country team %(team)s, the country %(country)s to "
                "country team %(own)s."
            )
        ),
        TO_CORRECT_THE_TEAM,
    ),
    "A02.teamless": Words(
        plainly(_("The programme document names a framework of another country team")),
        filled(
            _(
                "The framework belongs to country team %(team)s. The country %(country)s "
                "belongs to no country team."
            )
        ),
        TO_CORRECT_THE_TEAM,
    ),
}
