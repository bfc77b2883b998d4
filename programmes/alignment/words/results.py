"""Words of the rules on results and their wording."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, either, filled, joined, plainly

TITLES: Final[dict[str, Any]] = {
    "A07": _("every outcome derived from the framework"),
    "A08": _("outcomes worded as in the framework"),
    "A09": _("outcomes outside the framework justified"),
    "A10": _("every output derived from the framework"),
    "A11": _("every result linked to the strategic plan"),
}

TO_LINK: Final = _(
    "Record the result of the framework that each is derived from, or why it lies outside."
)

WORDS: Final[dict[str, Words]] = {
    "A07.underived": Words(
        plainly(_("Not every outcome is derived from the framework")),
        joined(
            either("loose", filled(_("Linked to no outcome of a framework: %(loose)s."))),
            either(
                "elsewhere",
                filled(_("Linked to a framework that the document does not name: %(elsewhere)s.")),
            ),
            either(
                "misplaced",
                filled(_("Linked to a result that is not an outcome: %(misplaced)s.")),
            ),
        ),
        TO_LINK,
    ),
    "A08.reworded": Words(
        plainly(_("Not every outcome has the words of the framework")),
        filled(
            _(
                "Under the derivation option recorded, outcomes derived from the framework are "
                "taken word for word. Worded otherwise: %(reworded)s."
            )
        ),
        _("Take over the framework’s wording, or correct the derivation option."),
    ),
    "A09.incomplete": Words(
        plainly(_("An outcome outside the framework lacks justification or note")),
        joined(
            either("bare", filled(_("Without a written justification: %(bare)s."))),
            either(
                "unnoted", filled(_("Without a note of the resident coordinator: %(unnoted)s."))
            ),
        ),
        _("Record the justification and the date of the resident coordinator’s note."),
    ),
    "A10.underived": Words(
        plainly(_("Not every output is derived from the framework")),
        joined(
            either("loose", filled(_("Linked to no result of a framework: %(loose)s."))),
            either(
                "elsewhere",
                filled(_("Linked to a framework that the document does not name: %(elsewhere)s.")),
            ),
            either(
                "misplaced",
                filled(
                    _("Linked to a result that is neither an outcome nor an output: %(misplaced)s.")
                ),
            ),
        ),
        TO_LINK,
    ),
    "A11.loose": Words(
        plainly(_("Not every result is linked to the strategic plan")),
        filled(_("Linked to no result of UN-Habitat’s strategic plan: %(loose)s.")),
        _("Record the strategic plan result of each outcome and output."),
    ),
}
