"""Words of the rules on what a programme document contains, and on short ones."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, either, filled, joined, plainly

TITLES: Final[dict[str, Any]] = {
    "A16": _("South-South section present"),
    "A17": _("indicators with baseline and target, lessons learned"),
    "A18": _("short document marked as interim, with its end"),
}

WORDS: Final[dict[str, Words]] = {
    "A16.absent": Words(
        plainly(_("The programme document has no section on South-South cooperation")),
        plainly(
            _("It is recorded as having no section on South-South and triangular cooperation.")
        ),
        _("Add the section, or correct the record."),
    ),
    "A17.gaps": Words(
        plainly(_("Results or lessons are not complete")),
        joined(
            either(
                "unmeasured",
                filled(_("Without an indicator with baseline and target: %(unmeasured)s.")),
            ),
            either("no_results", plainly(_("It is recorded as having no section on results."))),
            either(
                "no_lessons", plainly(_("It is recorded as having no section on lessons learned."))
            ),
        ),
        _("Record what is missing, or add it to the programme document."),
    ),
    "A18.unmarked": Words(
        plainly(_("A short programme document is not marked as interim")),
        plainly(_("A short document is an interim solution only; this one is not marked so.")),
        _("Mark it as interim, or replace it by a full document."),
    ),
    "A18.endless": Words(
        plainly(_("A short programme document has no end as an interim solution")),
        plainly(
            _(
                "It is marked as interim. Neither the day until which it holds nor a plan to "
                "replace it is on record."
            )
        ),
        _("Record the day until which it is interim, or how it will be replaced."),
    ),
}
