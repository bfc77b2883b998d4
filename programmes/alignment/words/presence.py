"""Words of the rules on presence and on countries without a programme."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, filled, plainly
from regions.sentences import number

TITLES: Final[dict[str, Any]] = {
    "A24": _("has presence or a non-resident arrangement for its country programme"),
    "A25": _("has a country programme where UN-Habitat is a signatory"),
}

MISSING: Final[dict[str, Any]] = {
    "presence": _("UN-Habitat’s presence in the country"),
    "stage": _("the stage or the period of the programme document"),
}


def absent(facts: Facts) -> str:
    """How many documents nobody is there for."""
    count = len(facts["documents"])
    words = ngettext(
        "%(n)s programme document is in force or in preparation; the record says that UN-Habitat "
        "has no presence in the country and no non-resident arrangement.",
        "%(n)s programme documents are in force or in preparation; the record says that "
        "UN-Habitat has no presence in the country and no non-resident arrangement.",
        count,
    )
    return words % {"n": number(count)}


WORDS: Final[dict[str, Words]] = {
    "A24.absent": Words(
        plainly(_("A country programme without presence")),
        absent,
        _("Record the presence, or the arrangement by which the programme is served."),
    ),
    "A25.gap": Words(
        plainly(_("UN-Habitat signed the framework, the country has no programme document")),
        filled(
            _(
                "UN-Habitat is a signatory of the framework that runs to %(framework_ends)s. No "
                "programme document of the country is on record."
            ),
            "framework_ends",
        ),
        _("Record the programme document, also one in preparation."),
    ),
}
