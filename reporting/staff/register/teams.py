"""Country teams in the register."""

from typing import Any

from django.db.models import Count, F
from django.utils.translation import gettext_lazy as _

from programmes.models import CooperationFramework
from regions import references
from regions.models import CountryTeam
from reporting.staff.register.cells import (
    OFFICE,
    by_name,
    by_office,
    chosen,
    country_cell,
    day,
    framework_cell,
    number,
    of,
    office_cell,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url


def frameworks_of(team: CountryTeam) -> Any:
    """A team's frameworks, the latest first."""
    found = CooperationFramework.objects.filter(team=team).select_related("team")
    return found.order_by(F("starts_on").desc())


TEAMS = Kind(
    slug="teams",
    title=_("Country teams"),
    about=_("United Nations country teams; a team may serve several countries."),
    model=CountryTeam,
    rows=lambda: (
        CountryTeam.objects.select_related("office")
        .annotate(country_count=Count("memberships"))
        .order_by(by_name())
    ),
    key="code",
    name=lambda team: team.name,
    columns=(
        Column(
            _("Country team"),
            lambda team: Cell(team.name, record_url("teams", team.code), team.code),
        ),
        Column(_("UNSDG region"), chosen("unsdg_region")),
        OFFICE,
        Column(_("Assignment to the office"), chosen("office_certainty")),
        Column(_("Countries"), lambda team: Cell(number(team.country_count))),
    ),
    fields=(
        Field("code", _("Code")),
        Field("names", _("Name")),
        Field("unsdg_region", _("UNSDG region")),
        Field("office", _("Office"), of(lambda team: team.office, office_cell)),
        Field("office_certainty", _("Assignment to the office")),
    ),
    dataset=references.TEAMS,
    filters=(
        by_office("office__code"),
        Filter(
            "region", _("UNSDG region"), "unsdg_region", lambda: CountryTeam.UnsdgRegion.choices
        ),
    ),
    related=(
        Related(
            title=_("Countries it serves"),
            rows=lambda team: team.countries.order_by(by_name()),
            columns=(Column(_("Country"), country_cell), Column(_("Status"), chosen("status"))),
            absent=_("No country is on record for this team."),
        ),
        Related(
            title=_("Cooperation Frameworks"),
            rows=frameworks_of,
            columns=(
                Column(_("Framework"), framework_cell),
                Column(_("Kind"), chosen("kind")),
                Column(_("Place in the sequence"), chosen("place_in_sequence")),
                Column(_("Begins"), day("starts_on")),
                Column(_("Ends"), day("ends_on")),
            ),
            absent=_("No framework is on record for this team."),
        ),
    ),
)
