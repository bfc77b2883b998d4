"""The headline of a country: what its framework and its programme document say together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from regions.days import months_begun
from reporting.covering import Cover, cover_in, newest, running
from reporting.pages.words import day

Row = Mapping[str, Any]


def country_headline(frameworks: Sequence[Row], documents: Sequence[Row], today: str) -> str:
    """One finding, the weightiest that the dates hold; no date is guessed."""
    framework, document = running(frameworks, today), newest(documents)
    cover = cover_in(frameworks, documents, today)
    if framework is None:
        return _without_framework(frameworks, today)
    if cover is Cover.SHORT and document is not None:
        return _ends_early(months_short(document, framework))
    return TOGETHER[cover] % {"year": framework["ends_on"][:4]}


TOGETHER: Final = {
    Cover.NONE: gettext_lazy("The framework runs to %(year)s; no programme document is on record"),
    Cover.INTERIM: gettext_lazy("A short programme document stands as an interim solution"),
    Cover.UNSTATED: gettext_lazy("A programme document is on record; its period is not stated"),
    Cover.ENDED: gettext_lazy("The programme document has ended; the framework runs on"),
    Cover.WHOLE: gettext_lazy("Framework and programme document run together"),
}


def months_short(document: Row, framework: Row) -> int:
    """The months of the framework after the programme document, as rule A05 counts them."""
    days = [date.fromisoformat(row["ends_on"]) for row in (document, framework)]
    return months_begun(*days)


def _without_framework(frameworks: Sequence[Row], today: str) -> str:
    if any(row["starts_on"] > today for row in frameworks):
        return _("No framework runs now; the next one is on record")
    if frameworks:
        return _("The framework has ended; no next one is on record")
    return _("No Cooperation Framework is on record")


def _ends_early(months: int) -> str:
    if months % 12 == 0:
        words = ngettext(
            "The programme document ends a year before the framework it serves",
            "The programme document ends %(n)s years before the framework it serves",
            months // 12,
        )
        return words % {"n": months // 12}
    words = ngettext(
        "The programme document ends a month before the framework it serves",
        "The programme document ends %(n)s months before the framework it serves",
        months,
    )
    return words % {"n": months}


def framework_sentence(frameworks: Sequence[Row], today: str) -> str:
    """The framework that runs, and whether it was extended."""
    row = running(frameworks, today)
    if row is None:
        return ""
    facts = {
        "first": day(row["starts_on"]),
        "last": day(row["ends_on"]),
        "original": day(row["original_ends_on"]),
    }
    if row["original_ends_on"]:
        words = _("The framework of %(first)s was agreed to %(original)s; it now runs to %(last)s.")
        return words % facts
    return _("The framework runs from %(first)s to %(last)s.") % facts


def document_sentence(documents: Sequence[Row]) -> str:
    """The programme document and its period, as far as it is known."""
    row = newest(documents)
    if row is None:
        return ""
    facts = {"first": day(row["starts_on"]), "last": day(row["ends_on"])}
    if row["starts_on"] and row["ends_on"]:
        return _("The programme document is for %(first)s to %(last)s.") % facts
    return _("The period of the programme document is not stated.")
