"""Frameworks: how many end soon and whether something follows, who signed, what was extended."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def ending(ends: int, unfollowed: int, months: int) -> str:
    """How many end in the time to come, and for how many nothing follows on record."""
    facts = {"n": number(ends), "m": number(unfollowed), "months": number(months)}
    if not ends:
        return _("No framework ends in the next %(months)s months") % facts
    if not unfollowed:
        return _followed(ends) % facts
    return (_unfollowed(ends) if ends == unfollowed else _partly(ends)) % facts


def _followed(ends: int) -> str:
    return ngettext(
        "%(n)s framework ends in the next %(months)s months; the next one is on record",
        "%(n)s frameworks end in the next %(months)s months; for each the next one is on record",
        ends,
    )


def _unfollowed(ends: int) -> str:
    return ngettext(
        "%(n)s framework ends in the next %(months)s months; no next one is on record",
        "%(n)s frameworks end in the next %(months)s months; for none is a next one on record",
        ends,
    )


def _partly(ends: int) -> str:
    return ngettext(
        "%(n)s framework ends in the next %(months)s months; for %(m)s no next one is on record",
        "%(n)s frameworks end in the next %(months)s months; for %(m)s no next one is on record",
        ends,
    )


def passing(found: int) -> str:
    """How many pass the filters."""
    words = ngettext(
        "%(n)s framework passes these filters", "%(n)s frameworks pass these filters", found
    )
    return words % {"n": number(found)}


def signed(signed: int, running: int, unknown: int) -> str:
    """Of the frameworks that run, how many UN-Habitat signed; silence is not "no"."""
    facts = {"n": number(signed), "all": number(running), "unknown": number(unknown)}
    if not running:
        return _("No framework runs on the day of the register")
    if not unknown:
        words = ngettext(
            "UN-Habitat signed %(n)s of the %(all)s framework that runs",
            "UN-Habitat signed %(n)s of the %(all)s frameworks that run",
            running,
        )
        return words % facts
    words = ngettext(
        "UN-Habitat signed %(n)s of the %(all)s framework that runs; "
        "for %(unknown)s it is not recorded",
        "UN-Habitat signed %(n)s of the %(all)s frameworks that run; "
        "for %(unknown)s it is not recorded",
        running,
    )
    return words % facts


def extended(extended: int, found: int) -> str:
    """How many run longer than was signed."""
    words = ngettext(
        "%(n)s of %(all)s framework on record runs longer than was signed",
        "%(n)s of %(all)s frameworks on record run longer than was signed",
        found,
    )
    return words % {"n": number(extended), "all": number(found)}


def peak(year: int, ends: int, found: int) -> str:
    """The year in which most end."""
    if not found:
        return _("No framework on record ends after this day")
    words = ngettext(
        "Most ends lie in %(year)s: %(n)s of %(all)s",
        "Most ends lie in %(year)s: %(n)s of %(all)s",
        ends,
    )
    return words % {"year": year, "n": number(ends), "all": number(found)}


def due(due: int, ends: int, months: int) -> str:
    """Before how many ends a rule asks for an act."""
    facts = {"n": number(due), "all": number(ends), "months": number(months)}
    if not ends:
        return _("Nothing is due: no framework ends in the next %(months)s months") % facts
    words = ngettext(
        "A rule asks for an act before %(n)s of the %(all)s end of the next %(months)s months",
        "A rule asks for an act before %(n)s of the %(all)s ends of the next %(months)s months",
        ends,
    )
    return words % facts
