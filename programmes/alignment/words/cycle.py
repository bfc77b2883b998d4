"""Words of the rules on what comes before a framework ends."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from programmes.alignment.words.parts import Facts, Words, filled, in_words, plainly

TITLES: Final[dict[str, Any]] = {
    "A22": _("has a contribution to the next framework on record"),
    "A23": _("is evaluated from its last-but-one year on"),
}

MISSING: Final[dict[str, Any]] = {
    "contribution_date": _("the date of a contribution to an analysis or a design"),
}

UNPREPARED: Final = _("No contribution to the next framework is on record")
CONTRIBUTE: Final = _("Record a contribution to the country analysis or to the next design.")


def none(facts: Facts) -> str:
    """The end, the limit, and that nothing was given."""
    words = ngettext(
        "The framework ends on %(framework_ends)s, within %(limit)s month. No contribution to a "
        "country analysis or to the design of the next framework is on record.",
        "The framework ends on %(framework_ends)s, within %(limit)s months. No contribution to "
        "a country analysis or to the design of the next framework is on record.",
        facts["limit"],
    )
    return words % in_words(facts, "framework_ends", "latest")


def before(facts: Facts) -> str:
    """The end, the limit, and when something was given last."""
    words = ngettext(
        "The framework ends on %(framework_ends)s, within %(limit)s month. The last contribution "
        "on record, of %(latest)s, was not for the next framework.",
        "The framework ends on %(framework_ends)s, within %(limit)s months. The last "
        "contribution on record, of %(latest)s, was not for the next framework.",
        facts["limit"],
    )
    return words % in_words(facts, "framework_ends", "latest")


WORDS: Final[dict[str, Words]] = {
    "A22.none": Words(plainly(UNPREPARED), none, CONTRIBUTE),
    "A22.before": Words(plainly(UNPREPARED), before, CONTRIBUTE),
    "A23.due": Words(
        plainly(_("No evaluation of the framework is on record")),
        filled(
            _(
                "The framework ends on %(framework_ends)s. Its evaluation is due from its "
                "last-but-one year on, which began on %(since)s."
            ),
            *("framework_ends", "since"),
        ),
        _("Record the day of the evaluation."),
    ),
}
