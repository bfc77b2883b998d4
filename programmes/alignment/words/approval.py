"""Words of the rules on what comes before approval."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

from programmes.alignment.words.parts import Words, either, filled, joined, plainly

TITLES: Final[dict[str, Any]] = {
    "A12": _("follows a contribution to the Common Country Analysis"),
    "A13": _("resident coordinator consulted before approval"),
    "A14": _("reviewed by the Programme Review Committee before approval"),
    "A15": _("signed by the government"),
}

APPROVED: Final = either(
    "approved_on",
    filled(_("The programme document was approved on %(approved_on)s."), "approved_on"),
    plainly(_("The programme document is approved; the date is not on record.")),
)
REVIEWED_AND_APPROVED: Final = filled(
    _(
        "The Programme Review Committee reviewed the programme document on %(reviewed_on)s; "
        "it was approved on %(approved_on)s."
    ),
    *("reviewed_on", "approved_on"),
)
REVIEWED: Final = filled(
    _("The Programme Review Committee reviewed the programme document on %(reviewed_on)s."),
    "reviewed_on",
)
DUE: Final = filled(
    _(
        "The consultation was due by %(due_on)s, the day of the committee’s review or of the "
        "approval."
    ),
    "due_on",
)

WORDS: Final[dict[str, Words]] = {
    "A12.none": Words(
        plainly(_("No contribution to the Common Country Analysis is on record")),
        joined(
            APPROVED,
            plainly(_("No contribution to the analysis of the country is on record.")),
        ),
        _("Record what was contributed to the analysis, and when."),
    ),
    "A12.late": Words(
        plainly(_("The contribution to the Common Country Analysis came after approval")),
        filled(
            _(
                "The first contribution on record is of %(given_on)s; the programme document "
                "was approved on %(approved_on)s."
            ),
            *("given_on", "approved_on"),
        ),
        _("Record an earlier contribution, or correct the dates."),
    ),
    "A13.none": Words(
        plainly(_("No consultation with the resident coordinator is on record")),
        joined(
            either("due_on", DUE, plainly(_("The programme document is approved."))),
            plainly(_("The date on which the resident coordinator was consulted is missing.")),
        ),
        _("Record the date of the consultation."),
    ),
    "A13.late": Words(
        plainly(_("The resident coordinator was consulted too late")),
        joined(
            DUE,
            filled(
                _("The resident coordinator was consulted on %(consulted_on)s."), "consulted_on"
            ),
        ),
        _("Correct the dates, or record the consultation that came before."),
    ),
    "A14.unreviewed": Words(
        plainly(_("No review by the Programme Review Committee is on record")),
        joined(APPROVED, plainly(_("The date of the committee’s review is missing."))),
        _("Record the date of the review and the decision."),
    ),
    "A14.late": Words(
        plainly(_("The Programme Review Committee reviewed after approval")),
        REVIEWED_AND_APPROVED,
        _("Correct the dates, or record the review that came before approval."),
    ),
    "A14.returned": Words(
        plainly(_("The programme document was approved though the committee returned it")),
        joined(REVIEWED, APPROVED, plainly(_("The decision on record is to revise it."))),
        _("Record the later review and its decision."),
    ),
    "A14.undecided": Words(
        plainly(_("The decision of the Programme Review Committee is not on record")),
        joined(REVIEWED, APPROVED, plainly(_("The committee’s decision is missing."))),
        _("Record the decision."),
    ),
    "A15.unsigned": Words(
        plainly(_("No signature by the government is on record")),
        joined(APPROVED, plainly(_("The date on which the government signed is missing."))),
        _("Record the date on which the government’s counterpart signed."),
    ),
}
