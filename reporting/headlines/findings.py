"""Findings of the rules of alignment."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def most(rule: str, found: int) -> str:
    """The rule that finds most."""
    if not found:
        return _("No rule found anything")
    words = ngettext(
        "Rule %(rule)s finds most: %(n)s finding",
        "Rule %(rule)s finds most: %(n)s findings",
        found,
    )
    return words % {"rule": rule, "n": number(found)}


def most_unchecked(office: str, unchecked: int) -> str:
    """Where most could not be checked, for want of records."""
    if not unchecked:
        return _("Every check could be made")
    words = ngettext(
        "Most that could not be checked lies in %(office)s: %(n)s check",
        "Most that could not be checked lies in %(office)s: %(n)s checks",
        unchecked,
    )
    return words % {"office": office, "n": number(unchecked)}


def met(met: int, checked: int) -> str:
    """Of the checks that could be made, how many are met."""
    words = ngettext(
        "%(n)s of %(all)s check that could be made is met",
        "%(n)s of %(all)s checks that could be made are met",
        checked,
    )
    return words % {"n": number(met), "all": number(checked)}


def passing(found: int) -> str:
    """How many pass the filters."""
    words = ngettext(
        "%(n)s outcome passes these filters", "%(n)s outcomes pass these filters", found
    )
    return words % {"n": number(found)}
