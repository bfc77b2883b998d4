"""Words of the rules on engagement and work plan."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, plainly
from regions.sentences import listed, number

TITLES: Final[dict[str, Any]] = {
    "A19": _("shows UN-Habitat’s active part in its joint work plan"),
    "A20": _("records engagement where its joint work plan names UN-Habitat"),
    "A21": _("records how far a signatory takes part"),
}

MISSING: Final[dict[str, Any]] = {
    "level": _("how far UN-Habitat takes part in the framework"),
    "work_plan": _("the published joint work plan"),
    "signatory": _("whether UN-Habitat signed the framework"),
}


def absent(facts: Facts) -> str:
    """How many items of which years were looked at."""
    words = ngettext(
        "Active engagement is on record, yet of the %(items)s item of the published joint work "
        "plan (%(years)s) none names UN-Habitat.",
        "Active engagement is on record, yet of the %(items)s items of the published joint work "
        "plan (%(years)s) none names UN-Habitat.",
        facts["items"],
    )
    return words % {"items": number(facts["items"]), "years": listed(facts["years"])}


def named(facts: Facts) -> str:
    """Which items name UN-Habitat."""
    count = len(facts["codes"])
    words = ngettext(
        "No engagement is on record, yet the published joint work plan (%(years)s) names "
        "UN-Habitat in item %(codes)s.",
        "No engagement is on record, yet the published joint work plan (%(years)s) names "
        "UN-Habitat in items %(codes)s.",
        count,
    )
    return words % {"years": listed(facts["years"]), "codes": listed(facts["codes"])}


WORDS: Final[dict[str, Words]] = {
    "A19.absent": Words(
        plainly(_("Active engagement does not show in the joint work plan")),
        absent,
        _("Have UN-Habitat’s part entered in the joint work plan, or correct the engagement."),
    ),
    "A20.named": Words(
        plainly(_("The joint work plan names UN-Habitat, the record says no engagement")),
        named,
        _("Correct the engagement on record, or have the work plan corrected."),
    ),
    "A21.silent": Words(
        plainly(_("UN-Habitat signed, its engagement is not on record")),
        plainly(
            _(
                "UN-Habitat is a signatory of the framework; whether it takes part actively, "
                "lightly or not at all is not on record."
            )
        ),
        _("Record the engagement: active, light or none."),
    ),
}
