"""Words of the rules on derivation."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, plainly

TITLES: Final[dict[str, Any]] = {"A01": _("names its framework")}

WORDS: Final[dict[str, Words]] = {
    "A01.unnamed": Words(
        plainly(_("The programme document names no framework")),
        plainly(
            _("It names no Cooperation Framework and gives no reason why there is none to name.")
        ),
        _("Record the framework it is derived from, or the reason why none exists."),
    ),
}
