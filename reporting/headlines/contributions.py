"""Headlines on the specific contribution: for how many country teams a line is on record."""

from collections.abc import Sequence

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.completeness import Completeness
from reporting.headlines.parts import of_part
from reporting.pages.words import number

Ranked = Sequence[tuple[str, Completeness]]


def on_record(found: Completeness) -> str:
    """For how many teams; none on record is said in words, not as a nought."""
    facts = {"n": number(found.recorded), "teams": number(found.teams)}
    if not found.teams:
        return _("No country team is on record")
    if not found.recorded:
        words = ngettext(
            "No specific contribution is on record for the %(teams)s country team",
            "No specific contribution is on record for any of %(teams)s country teams",
            found.teams,
        )
        return words % facts
    words = ngettext(
        "One line of specific contribution is on record for %(n)s of %(teams)s country team",
        "One line of specific contribution is on record for %(n)s of %(teams)s country teams",
        found.teams,
    )
    return words % facts


def missing(found: Completeness) -> str:
    """How many frameworks that run have no line yet."""
    if found.is_complete:
        return _("Every framework that runs has its line.")
    if not found.frameworks:
        return ""
    words = ngettext(
        "%(n)s framework runs without a line on record; not recorded is not “none”.",
        "%(n)s frameworks run without a line on record; not recorded is not “none”.",
        found.missing,
    )
    return words % {"n": number(found.missing)}


def without_framework(found: Completeness) -> str:
    """How many teams have no framework that runs, and so nothing to record."""
    if not found.without_framework:
        return ""
    words = ngettext(
        "%(n)s team has no framework that runs on the day of the register.",
        "%(n)s teams have no framework that runs on the day of the register.",
        found.without_framework,
    )
    return words % {"n": number(found.without_framework)}


def by_office(rows: Ranked) -> str:
    """Where the record is fullest and where emptiest; a tie names the first of each."""
    known = [(name, found) for name, found in rows if found.frameworks]
    if len(known) < 2:
        return _("The record by office")
    ordered = sorted(known, key=lambda row: -row[1].recorded / row[1].frameworks)
    (first, most), (last, least) = ordered[0], ordered[-1]
    if most.recorded * least.frameworks == least.recorded * most.frameworks:
        return _("The record is as full in one office as in the other")
    words = _(
        "The record is fullest in %(first)s (%(most)s of %(of_most)s) and "
        "emptiest in %(last)s (%(least)s of %(of_least)s)"
    )
    facts = {
        "first": first,
        "most": number(most.recorded),
        "of_most": number(most.frameworks),
        "last": last,
        "least": number(least.recorded),
        "of_least": number(least.frameworks),
    }
    return words % facts


def signed_without_line(signed: int) -> str:
    """How many frameworks UN-Habitat signed, and says nowhere what it does there."""
    if not signed:
        return _("Every framework that UN-Habitat signed has its line on record")
    words = ngettext(
        "%(n)s framework that UN-Habitat signed has no line of specific contribution on record",
        "%(n)s frameworks that UN-Habitat signed have no line of specific contribution on record",
        signed,
    )
    return words % {"n": number(signed)}


def of_office(name: str, found: Completeness) -> str:
    """How full the record of one office is; where no framework runs, there is none to fill."""
    if not found.frameworks:
        return of_part(name, _("No framework runs"))
    words = ngettext(
        "%(name)s: a line is on record for %(n)s of %(all)s framework",
        "%(name)s: a line is on record for %(n)s of %(all)s frameworks",
        found.frameworks,
    )
    facts = {"n": number(found.recorded), "all": number(found.frameworks)}
    return words % {"name": name, **facts}
