"""Countries and territories in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes import references as programmes
from regions import references
from regions.models import Country, CountryTeam
from reporting.staff.register import contributions
from reporting.staff.register.cells import (
    OFFICE,
    OPEN_END,
    SINCE_BEFORE,
    by_name,
    by_office,
    chosen,
    code,
    day,
    document_cell,
    of,
    plain,
    team_cell,
)
from reporting.staff.register.kinds import (
    Cell,
    Column,
    Field,
    Filter,
    Kind,
    Part,
    Related,
    record_url,
)


def team_of(country: Country) -> CountryTeam | None:
    """The one team that serves a country, if any does."""
    membership = getattr(country, "membership", None)
    return membership.team if membership else None


def presence_of(country: Country) -> Any:
    """UN-Habitat's presence, where it is recorded."""
    return getattr(country, "presence", None)


COUNTRIES = Kind(
    slug="countries",
    title=_("Countries"),
    about=_("All Member States, the observer States, and each territory that a team serves."),
    model=Country,
    rows=lambda: Country.objects.select_related("membership__team__office", "presence").order_by(
        by_name()
    ),
    key="iso3",
    name=lambda country: country.name,
    columns=(
        Column(
            _("Country"), lambda row: Cell(row.name, record_url("countries", row.iso3), row.iso3)
        ),
        Column(_("M49"), code("m49")),
        Column(_("Status"), chosen("status")),
        Column(_("Country team"), of(team_of, team_cell)),
        Column(_("Presence"), of(presence_of, chosen("kind"))),
    ),
    fields=(
        Field("iso3", _("ISO 3166-1 alpha-3")),
        Field("iso2", _("ISO 3166-1 alpha-2")),
        Field("m49", _("M49")),
        Field("names", _("Name")),
        Field("status", _("Status")),
        Field("designation_note", _("Note on the designation")),
    ),
    dataset=references.COUNTRIES,
    filters=(
        Filter("status", _("Status"), "status", lambda: Country.Status.choices),
        by_office("membership__team__office__code"),
    ),
    parts=(
        Part(
            title=_("Presence of UN-Habitat"),
            dataset=programmes.PRESENCE,
            parent="country",
            record=presence_of,
            fields=(Field("kind", _("Presence")), Field("as_of", _("As of"))),
            absent=_("Presence is not recorded, which is not “no presence”."),
        ),
    ),
    related=(
        Related(
            title=_("Country team"),
            rows=lambda country: [team for team in [team_of(country)] if team],
            columns=(Column(_("Country team"), team_cell), OFFICE),
            absent=_("No country team serves it."),
        ),
        Related(
            title=_("Office that serves it"),
            rows=lambda country: country.coverage.select_related("office"),
            columns=(
                OFFICE,
                Column(_("From"), day("starts_on", SINCE_BEFORE)),
                Column(_("Until"), day("ends_on", OPEN_END)),
                Column(_("Certainty"), chosen("certainty")),
                Column(_("Source"), plain("source")),
            ),
            absent=_("No office is on record."),
        ),
        Related(
            title=_("Programme documents"),
            rows=lambda country: country.programme_documents.all(),
            columns=(
                Column(_("Programme document"), document_cell),
                Column(_("Kind"), chosen("kind")),
                Column(_("Begins"), day("starts_on")),
                Column(_("Ends"), day("ends_on")),
                Column(_("Stage"), chosen("stage")),
            ),
            absent=_("No programme document is on record."),
            adds=("programme-documents", "country"),
        ),
        contributions.OF_A_COUNTRY,
    ),
)
