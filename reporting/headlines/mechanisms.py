"""Regional mechanisms: in how many UN-Habitat holds a role, and for whom."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def held(with_role: int, mechanisms: int) -> str:
    """In how many mechanisms a role is on record."""
    if not mechanisms:
        return _("No regional mechanism is on record")
    words = ngettext(
        "UN-Habitat has a role on record in %(n)s of %(all)s regional mechanism",
        "UN-Habitat has a role on record in %(n)s of %(all)s regional mechanisms",
        mechanisms,
    )
    return words % {"n": number(with_role), "all": number(mechanisms)}


def convening(convening: int, roles: int) -> str:
    """How many of the roles are those of who convenes, chairs or leads."""
    words = ngettext(
        "In %(n)s of %(all)s role UN-Habitat convenes, chairs or leads",
        "In %(n)s of %(all)s roles UN-Habitat convenes, chairs or leads",
        roles,
    )
    return words % {"n": number(convening), "all": number(roles)}


def for_countries(named: int, roles: int) -> str:
    """How many of the roles name the countries they support."""
    words = ngettext(
        "%(n)s of %(all)s role names the countries it supports",
        "%(n)s of %(all)s roles name the countries they support",
        roles,
    )
    return words % {"n": number(named), "all": number(roles)}


def passing(found: int) -> str:
    """How many pass the filters."""
    words = ngettext("%(n)s role passes these filters", "%(n)s roles pass these filters", found)
    return words % {"n": number(found)}
