"""The facts that a rule may miss, as they stand in “cannot be checked: …”."""

from typing import Any, Final

from django.utils.translation import gettext_lazy as _

MISSING: Final[dict[str, Any]] = {
    "framework": _("the framework it serves"),
    "starts_on": _("the first day of the programme document"),
    "ends_on": _("the last day of the programme document"),
    "approved_on": _("the date of approval"),
    "extended_on": _("the date on which the framework was extended"),
    "successor_signed_on": _("the date on which the next framework was signed"),
    "derivation": _("the derivation option"),
    "outcomes": _("the outcomes of the programme document"),
    "outputs": _("the outputs of the programme document"),
    "results": _("the results of the programme document"),
    "framework_outcomes": _("the outcomes of the framework"),
    "framework_results": _("the outcomes and outputs of the framework"),
    "derived_from": _("the framework outcome that each outcome is derived from"),
    "outside_rc_noted_on": _(
        "the date on which the resident coordinator noted the outcomes outside the framework"
    ),
    "contribution": _("a contribution to the Common Country Analysis"),
    "contribution_day": _("the date of the contribution to the Common Country Analysis"),
    "rc_consulted_on": _("the date of consultation with the resident coordinator"),
    "prc_approval": _("the date of approval by the Programme Review Committee"),
    "prc_reviewed_on": _("the date of review by the Programme Review Committee"),
    "prc_decision": _("the decision of the Programme Review Committee"),
    "government_signed_on": _("the date of signature by the government"),
    "south_south_section": _("whether South-South and triangular cooperation has a section"),
    "lessons_section": _("whether lessons learned have a section"),
    "interim_until": _("the day until which it is interim, or the plan to replace it"),
}
