"""Presence in countries, in the register."""

from django.utils.translation import gettext_lazy as _

from programmes import references
from programmes.models import Presence
from reporting.staff.register.cells import (
    by_name,
    by_office,
    chosen,
    country_cell,
    day,
    of,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, record_url

PRESENCE = Kind(
    slug="presence",
    title=_("Presence in countries"),
    about=_("Presence, limited presence and projects are facts of their own."),
    model=Presence,
    rows=lambda: Presence.objects.select_related("country").order_by(by_name("country__names")),
    key="pk",
    name=lambda row: f"{row.country.name}, {row.get_kind_display()}",
    columns=(
        Column(
            _("Country"),
            lambda row: Cell(row.country.name, record_url("presence", row.pk), row.country.iso3),
        ),
        Column(_("Presence"), chosen("kind")),
        Column(_("Projects"), chosen("projects")),
        Column(_("As of"), day("as_of")),
    ),
    fields=(
        Field("country", _("Country"), of(lambda row: row.country, country_cell)),
        Field("kind", _("Presence")),
        Field("projects", _("Projects")),
        Field("arrangement", _("Arrangement")),
        Field("as_of", _("As of")),
        Field("source", _("Source")),
    ),
    dataset=references.PRESENCE,
    filters=(
        by_office("country__membership__team__office__code"),
        Filter("kind", _("Presence"), "kind", lambda: Presence.Kind.choices),
    ),
)
