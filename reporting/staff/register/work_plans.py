"""Items of published joint work plans, in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes.models import WorkPlanItem
from reporting.staff.register.cells import (
    by_name,
    by_office,
    country_cell,
    framework_cell,
    framework_name,
    listed,
    of,
    plain,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url

NAMES_US = Filter(
    "names_un_habitat",
    _("Names UN-Habitat"),
    "names_un_habitat",
    lambda: (("True", _("yes")), ("False", _("no"))),
)


def item_cell(item: Any) -> Cell:
    """An item by its code, with the way to its record."""
    return Cell(item.code, record_url("work-plan-items", item.pk), is_code=True)


WORK_PLAN_ITEMS = Kind(
    slug="work-plan-items",
    title=_("Items of joint work plans"),
    about=_("Sub-outputs as UN INFO publishes them: evidence of engagement."),
    model=WorkPlanItem,
    rows=lambda: WorkPlanItem.objects.select_related("framework__team", "country").order_by(
        by_name("framework__team__names"), "year", "code", "pk"
    ),
    key="pk",
    name=lambda row: f"{row.code}, {framework_name(row.framework)}, {row.year}",
    columns=(
        Column(_("Code"), item_cell),
        Column(_("Framework"), of(lambda row: row.framework, framework_cell)),
        Column(_("Year"), lambda row: Cell(str(row.year))),
        Column(_("Sub-output"), plain("name")),
        Column(_("Agencies"), lambda row: listed(row.agencies)),
    ),
    fields=(
        Field("framework", _("Framework"), of(lambda row: row.framework, framework_cell)),
        Field("country", _("Country"), of(lambda row: row.country, country_cell)),
        Field("plan", _("Plan")),
        Field("year", _("Year"), lambda row: Cell(str(row.year))),
        Field("priority_code", _("Code of the priority")),
        Field("priority", _("Priority")),
        Field("outcome_code", _("Code of the outcome")),
        Field("outcome", _("Outcome")),
        Field("output_code", _("Code of the output")),
        Field("output", _("Output")),
        Field("code", _("Code")),
        Field("name", _("Sub-output")),
        Field("agencies", _("Agencies"), lambda row: listed(row.agencies)),
        Field("names_un_habitat", _("Names UN-Habitat")),
        Field("status", _("Status")),
        Field("required", _("Required, in US dollars")),
        Field("available", _("Available, in US dollars")),
        Field("spent", _("Spent, in US dollars")),
        Field("source", _("Source")),
    ),
    filters=(by_office("framework__team__office__code"), NAMES_US),
)

OF_A_FRAMEWORK = Related(
    title=_("Joint work plan: items that name UN-Habitat"),
    rows=lambda framework: framework.work_plan_items.filter(names_un_habitat=True),
    columns=(
        Column(_("Code"), item_cell),
        Column(_("Year"), lambda row: Cell(str(row.year))),
        Column(_("Sub-output"), plain("name")),
    ),
    absent=_("No item of a joint work plan names UN-Habitat."),
)
