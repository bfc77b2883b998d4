"""Words of the rule on changes of the framework."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, either, filled, joined, plainly

TITLES: Final[dict[str, Any]] = {"A06": _("checked again after the framework changed")}

EXTENDED: Final = filled(
    _(
        "The framework was extended on %(extended_on)s, from %(framework_ended)s to "
        "%(framework_ends)s."
    ),
    *("extended_on", "framework_ended", "framework_ends"),
)

WORDS: Final[dict[str, Words]] = {
    "A06.changed": Words(
        plainly(_("The framework changed after the programme document was approved")),
        joined(
            filled(_("The programme document was approved on %(approved_on)s."), "approved_on"),
            either("extended_on", EXTENDED),
            either(
                "successor_signed_on",
                filled(
                    _("The next framework was signed on %(successor_signed_on)s."),
                    "successor_signed_on",
                ),
            ),
            either(
                "rechecked_on",
                filled(_("The last check on record is of %(rechecked_on)s."), "rechecked_on"),
                plainly(_("No check since then is on record.")),
            ),
        ),
        _("Record the date of a re-check, or replace the programme document."),
    ),
}
