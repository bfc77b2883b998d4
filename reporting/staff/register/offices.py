"""Offices in the register."""

from typing import Any

from django.db.models import Count
from django.utils import timezone
from django.utils.translation import gettext_lazy as _

from regions import references
from regions.models import OfficeCoverage, RegionalOffice
from reporting.staff.register.cells import (
    SINCE_BEFORE,
    by_name,
    chosen,
    country_cell,
    day,
    mechanism_cell,
    number,
    of,
    plain,
    spoken,
    team_cell,
)
from reporting.staff.register.kinds import Cell, Column, Field, Kind, Related, record_url


def served_by(office: RegionalOffice) -> Any:
    """The countries an office serves today, by name."""
    today = OfficeCoverage.objects.on(timezone.localdate()).filter(office=office)
    return today.select_related("country").order_by(by_name("country__names"))


OFFICES = Kind(
    slug="offices",
    title=_("Offices"),
    about=_("Who answers: four regional offices, a grouping of teams, and headquarters."),
    model=RegionalOffice,
    rows=lambda: RegionalOffice.objects.annotate(team_count=Count("teams")).order_by("position"),
    key="code",
    name=lambda office: office.name,
    columns=(
        Column(
            _("Office"),
            lambda office: Cell(office.name, record_url("offices", office.code), office.code),
        ),
        Column(_("Area"), spoken("area")),
        Column(_("Kind"), chosen("kind")),
        Column(_("City"), plain("city")),
        Column(_("Country teams"), lambda office: Cell(number(office.team_count))),
    ),
    fields=(
        Field("code", _("Code")),
        Field("names", _("Name")),
        Field("area_names", _("Area")),
        Field("kind", _("Kind")),
        Field("city", _("City")),
    ),
    dataset=references.OFFICES,
    related=(
        Related(
            title=_("Country teams"),
            rows=lambda office: office.teams.order_by(by_name()),
            columns=(
                Column(_("Country team"), team_cell),
                Column(_("Assignment to the office"), chosen("office_certainty")),
            ),
            absent=_("No country team is assigned to this office."),
        ),
        Related(
            title=_("Countries served now"),
            rows=served_by,
            columns=(
                Column(_("Country"), of(lambda row: row.country, country_cell)),
                Column(_("Since"), day("starts_on", SINCE_BEFORE)),
                Column(_("Certainty"), chosen("certainty")),
                Column(_("Source"), plain("source")),
            ),
            absent=_("No country is on record for this office."),
        ),
        Related(
            title=_("Regional mechanisms"),
            rows=lambda office: office.mechanisms.all(),
            columns=(
                Column(_("Mechanism"), mechanism_cell),
                Column(_("Kind"), chosen("kind")),
            ),
            absent=_("No regional mechanism is on record for this office."),
        ),
    ),
)
