"""Contributions to common country analyses and to the design of frameworks, in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes.models import AnalysisContribution
from reporting.staff.register.cells import (
    by_name,
    by_office,
    chosen,
    country_cell,
    day,
    framework_cell,
    of,
    plain,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url


def topic_cell(row: Any) -> Cell:
    """What was contributed, with the way to its record."""
    words = row.topic or str(row.get_kind_display())
    return Cell(words, record_url("contributions", row.pk))


CONTRIBUTIONS = Kind(
    slug="contributions",
    title=_("Contributions to analysis and design"),
    about=_("What UN-Habitat gave to common country analyses (CCA) and to frameworks in design."),
    model=AnalysisContribution,
    rows=lambda: AnalysisContribution.objects.select_related("country", "framework__team").order_by(
        by_name("country__names"), "given_on", "pk"
    ),
    key="pk",
    name=lambda row: f"{row.country.name}, {row.get_kind_display()}",
    columns=(
        Column(
            _("Country"),
            lambda row: Cell(
                row.country.name, record_url("contributions", row.pk), row.country.iso3
            ),
        ),
        Column(_("Contribution to"), chosen("kind")),
        Column(_("Given on"), day("given_on")),
        Column(_("Topic"), plain("topic")),
        Column(_("Unit"), plain("unit")),
    ),
    fields=(
        Field("country", _("Country"), of(lambda row: row.country, country_cell)),
        Field("kind", _("Contribution to")),
        Field("framework", _("Framework"), of(lambda row: row.framework, framework_cell)),
        Field("given_on", _("Given on")),
        Field("topic", _("Topic")),
        Field("unit", _("Unit")),
        Field("note", _("Note")),
        Field("source", _("Source")),
    ),
    filters=(
        by_office("country__membership__team__office__code"),
        Filter("kind", _("Kind"), "kind", lambda: AnalysisContribution.Kind.choices),
    ),
)

OF_A_COUNTRY = Related(
    title=_("Contributions to analysis and design"),
    rows=lambda country: country.analysis_contributions.all(),
    columns=(
        Column(_("Topic"), topic_cell),
        Column(_("Contribution to"), chosen("kind")),
        Column(_("Given on"), day("given_on")),
    ),
    absent=_("No contribution is on record, which is not “none”."),
    adds=("contributions", "country"),
)
