"""UN-Habitat's part in Cooperation Frameworks, period by period, in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes import references
from programmes.models import FrameworkEngagement
from reporting.staff.register.cells import (
    OPEN_END,
    SINCE_BEFORE,
    by_name,
    by_office,
    chosen,
    day,
    framework_cell,
    framework_name,
    of,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url


def part_cell(part: Any) -> Cell:
    """A period of engagement with the way to its record."""
    since = day("valid_from", SINCE_BEFORE)(part)
    return Cell(since.text, record_url("engagements", part.pk))


FIELDS = (
    Field("signatory", _("Signatory")),
    Field("level", _("Engagement")),
    Field("specific_contribution", _("Specific contribution")),
    Field("as_of", _("As of")),
    Field("valid_from", _("Valid from")),
    Field("valid_to", _("Valid to")),
    Field("note", _("Note")),
)
"""What is said of a period, on its own page and on that of its framework."""

ENGAGEMENTS = Kind(
    slug="engagements",
    title=_("Engagement in frameworks"),
    about=_("Signature and engagement are two facts; each holds for a period."),
    model=FrameworkEngagement,
    rows=lambda: FrameworkEngagement.objects.select_related("framework__team").order_by(
        by_name("framework__team__names"), "framework__starts_on", "valid_from", "pk"
    ),
    key="pk",
    name=lambda row: framework_name(row.framework),
    columns=(
        Column(
            _("Framework"),
            lambda row: Cell(framework_name(row.framework), record_url("engagements", row.pk)),
        ),
        Column(_("Signatory"), chosen("signatory")),
        Column(_("Engagement"), chosen("level")),
        Column(_("Valid from"), day("valid_from", SINCE_BEFORE)),
        Column(_("Valid to"), day("valid_to", OPEN_END)),
    ),
    fields=(
        Field("framework", _("Framework"), of(lambda row: row.framework, framework_cell)),
        *FIELDS,
        Field("source", _("Source")),
    ),
    dataset=references.ENGAGEMENT,
    filters=(
        by_office("framework__team__office__code"),
        Filter("level", _("Engagement"), "level", lambda: FrameworkEngagement.Level.choices),
    ),
)

OF_A_FRAMEWORK = Related(
    title=_("Engagement, period by period"),
    rows=lambda framework: framework.engagements.order_by("valid_from"),
    columns=(
        Column(_("Valid from"), part_cell),
        Column(_("Valid to"), day("valid_to", OPEN_END)),
        Column(_("Signatory"), chosen("signatory")),
        Column(_("Engagement"), chosen("level")),
    ),
    absent=_("Neither signature nor engagement is recorded, which is not “no”."),
    adds=("engagements", "framework"),
)
