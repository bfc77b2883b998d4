"""Method: how much is asked, how much is real, how sure the words are."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def asked(asked: int, items: int, *, is_reconstruction: bool) -> str:
    """How much of the checklist is asked, and whether the wording is the official one."""
    facts = {"n": number(asked), "all": number(items)}
    if is_reconstruction:
        words = ngettext(
            "%(n)s of %(all)s item is asked; the wording is a working reconstruction",
            "%(n)s of %(all)s items are asked; the wording is a working reconstruction",
            items,
        )
        return words % facts
    words = ngettext(
        "%(n)s of %(all)s item of the checklist is asked",
        "%(n)s of %(all)s items of the checklist are asked",
        items,
    )
    return words % facts


def invented(invented: int, records: int) -> str:
    """How many records were made up for a demonstration."""
    if not invented:
        return _("No record of this publication is invented")
    words = ngettext(
        "%(n)s of %(all)s record is invented for the demonstration",
        "%(n)s of %(all)s records are invented for the demonstration",
        records,
    )
    return words % {"n": number(invented), "all": number(records)}


def low_certainty(low: int, items: int) -> str:
    """How many items are present and off, for want of certainty."""
    words = ngettext(
        "%(n)s of %(all)s item is present and not asked, each with its reason",
        "%(n)s of %(all)s items are present and not asked, each with its reason",
        items,
    )
    return words % {"n": number(low), "all": number(items)}


def rules(on: int, found: int) -> str:
    """How many rules are checked."""
    words = ngettext(
        "%(n)s of %(all)s rule is switched on",
        "%(n)s of %(all)s rules are switched on",
        found,
    )
    return words % {"n": number(on), "all": number(found)}


def official(official: int, terms: int) -> str:
    """How many terms were read in a document of the United Nations."""
    words = ngettext(
        "%(n)s of %(all)s term was read in a document or on a page of the United Nations",
        "%(n)s of %(all)s terms were read in documents or on pages of the United Nations",
        terms,
    )
    return words % {"n": number(official), "all": number(terms)}
