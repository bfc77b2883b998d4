"""Cooperation Frameworks in the register."""

from django.db.models import Prefetch, QuerySet
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from programmes import references
from programmes.models import CooperationFramework, FrameworkEngagement, engagement_on
from reporting.staff.register import engagements, results, work_plans
from reporting.staff.register.cells import (
    by_name,
    by_office,
    chosen,
    country_cell,
    day,
    document_cell,
    framework_cell,
    framework_name,
    of,
    team_cell,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Part, Related, Way


def engagement_of(framework: CooperationFramework) -> FrameworkEngagement | None:
    """UN-Habitat's part today, where it is recorded."""
    return next(iter(framework.part_today), None)  # type: ignore[attr-defined]


def frameworks() -> QuerySet[CooperationFramework]:
    """Frameworks with UN-Habitat's part of today, which a list can be narrowed by."""
    today = timezone.localdate()
    parts = Prefetch("engagements", FrameworkEngagement.objects.on(today), to_attr="part_today")
    rows = CooperationFramework.objects.annotate(engagement=engagement_on(today))
    rows = rows.select_related("team__office", "predecessor__team").prefetch_related(parts)
    return rows.order_by(by_name("team__names"), "starts_on")


def end_cell(framework: CooperationFramework) -> Cell:
    """The end, and whether it was moved after signature."""
    end = day("ends_on")(framework)
    return Cell(end.text, note=str(_("extended"))) if framework.is_extended else end


FRAMEWORKS = Kind(
    slug="frameworks",
    title=_("Cooperation Frameworks"),
    about=_(
        "Frameworks of the country teams with their dates; an extended one keeps its first end."
    ),
    model=CooperationFramework,
    rows=frameworks,
    key="pk",
    name=framework_name,
    columns=(
        Column(_("Framework"), framework_cell),
        Column(_("Kind"), chosen("kind")),
        Column(_("Begins"), day("starts_on")),
        Column(_("Ends"), end_cell),
        Column(_("Signatory"), of(engagement_of, chosen("signatory"))),
        Column(_("Engagement"), of(engagement_of, chosen("level"))),
    ),
    fields=(
        Field("team", _("Country team"), of(lambda row: row.team, team_cell)),
        Field("kind", _("Kind")),
        Field("place_in_sequence", _("Place in the sequence")),
        Field("starts_on", _("Begins")),
        Field("ends_on", _("Ends")),
        Field("original_ends_on", _("First end, before it was extended")),
        Field("signed_on", _("Signed on")),
        Field("extended_on", _("Extended on")),
        Field("extension_note", _("Note on the extension")),
        Field("evaluated_on", _("Evaluated on")),
        Field(
            "predecessor", _("Framework before"), of(lambda row: row.predecessor, framework_cell)
        ),
    ),
    dataset=references.FRAMEWORKS,
    ways=(Way(_("Joint work plan"), "framework-work-plan"),),
    filters=(
        by_office("team__office__code"),
        Filter("kind", _("Kind"), "kind", lambda: CooperationFramework.Kind.choices),
        Filter(
            "level", _("Engagement"), "engagement__level", lambda: FrameworkEngagement.Level.choices
        ),
    ),
    parts=(
        Part(
            title=_("UN-Habitat’s part in it"),
            dataset=references.ENGAGEMENT,
            parent="framework",
            record=engagement_of,
            fields=engagements.FIELDS,
            absent=_("Neither signature nor engagement is recorded, which is not “no”."),
        ),
    ),
    related=(
        engagements.OF_A_FRAMEWORK,
        results.OF_A_FRAMEWORK,
        work_plans.OF_A_FRAMEWORK,
        Related(
            title=_("Programme documents derived from it"),
            rows=lambda framework: framework.programme_documents.select_related("country"),
            columns=(
                Column(_("Programme document"), document_cell),
                Column(_("Country"), of(lambda row: row.country, country_cell)),
                Column(_("Stage"), chosen("stage")),
            ),
            absent=_("No programme document refers to this framework."),
            adds=("programme-documents", "framework"),
        ),
    ),
)
