"""UN-Habitat's roles in regional mechanisms, in the register."""

from typing import Any

from django.utils.translation import gettext_lazy as _

from programmes import references
from programmes.models import MechanismRole
from reporting.staff.register.cells import by_office, listed, mechanism_cell, of, plain
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind, Related, record_url


def supported(role: Any) -> Cell:
    """The countries that a role in a mechanism supports."""
    return listed(country.name for country in role.countries.all())


def role_cell(role: Any) -> Cell:
    """A role with the way to its record."""
    return Cell(str(role.get_role_display()), record_url("mechanism-roles", role.pk))


ROLES = Kind(
    slug="mechanism-roles",
    title=_("Roles in regional mechanisms"),
    about=_("Chair, co-chair, lead, contributor or member, and the countries supported."),
    model=MechanismRole,
    rows=lambda: (
        MechanismRole.objects.select_related("mechanism")
        .prefetch_related("countries")
        .order_by("mechanism__office__position", "mechanism__code", "role")
    ),
    key="pk",
    name=lambda row: f"{row.mechanism.name}, {row.get_role_display()}",
    columns=(
        Column(_("Role"), role_cell),
        Column(_("Mechanism"), of(lambda row: row.mechanism, mechanism_cell)),
        Column(_("Topic"), plain("topic")),
        Column(_("Countries supported"), supported),
    ),
    fields=(
        Field("mechanism", _("Mechanism"), of(lambda row: row.mechanism, mechanism_cell)),
        Field("role", _("Role")),
        Field("topic", _("Topic")),
        Field("partners", _("Partners")),
        Field("source", _("Source")),
    ),
    dataset=references.ROLES,
    filters=(
        by_office("mechanism__office__code"),
        Filter("role", _("Role"), "role", lambda: MechanismRole.Role.choices),
    ),
    related=(
        Related(
            title=_("Countries supported"),
            rows=lambda role: role.countries.all(),
            columns=(Column(_("Country"), lambda each: Cell(each.name, note=each.iso3)),),
            absent=_("No country is named."),
        ),
    ),
)

OF_A_MECHANISM = Related(
    title=_("UN-Habitat’s role"),
    rows=lambda mechanism: mechanism.roles.prefetch_related("countries"),
    columns=(
        Column(_("Role"), role_cell),
        Column(_("Topic"), plain("topic")),
        Column(_("Partners"), plain("partners")),
        Column(_("Countries supported"), supported),
        Column(_("Source"), plain("source")),
    ),
    absent=_("No role of UN-Habitat is on record."),
    adds=("mechanism-roles", "mechanism"),
)
