"""Regional mechanisms in the register."""

from django.db.models import Count
from django.utils.translation import gettext_lazy as _

from regions import references
from regions.models import RegionalMechanism
from reporting.staff.register.cells import (
    OFFICE,
    by_office,
    chosen,
    mechanism_cell,
    number,
    of,
    office_cell,
)
from reporting.staff.register.kinds import Cell, Column, Field, Filter, Kind
from reporting.staff.register.roles import OF_A_MECHANISM

MECHANISMS = Kind(
    slug="mechanisms",
    title=_("Regional mechanisms"),
    about=_("Regional platforms, coalitions and forums, and UN-Habitat’s role in each."),
    model=RegionalMechanism,
    rows=lambda: (
        RegionalMechanism.objects.select_related("office")
        .annotate(role_count=Count("roles"))
        .order_by("office__position", "code")
    ),
    key="code",
    name=lambda mechanism: mechanism.name,
    columns=(
        Column(_("Mechanism"), mechanism_cell),
        Column(_("Kind"), chosen("kind")),
        OFFICE,
        Column(_("Roles of UN-Habitat"), lambda row: Cell(number(row.role_count))),
    ),
    fields=(
        Field("code", _("Code")),
        Field("names", _("Name")),
        Field("kind", _("Kind")),
        Field("office", _("Office"), of(lambda row: row.office, office_cell)),
    ),
    dataset=references.MECHANISMS,
    filters=(
        by_office("office__code"),
        Filter("kind", _("Kind"), "kind", lambda: RegionalMechanism.Kind.choices),
    ),
    related=(OF_A_MECHANISM,),
)
