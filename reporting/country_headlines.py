"""The headline of a country: what its framework and its programme document say together."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.days import months_begun
from reporting.pages.words import day, months_between
from reporting.selecting import runs_on

Row = Mapping[str, Any]
CLOSED = {"ended", "withdrawn"}


def country_headline(frameworks: Sequence[Row], documents: Sequence[Row], today: str) -> str:
    """One finding, the weightiest that the dates hold; no date is guessed."""
    framework = next((row for row in frameworks if runs_on(row, today)), None)
    if framework is None:
        return _without_framework(frameworks, today)
    document = _latest(documents)
    if document is None:
        words = _("The framework runs to %(year)s; no programme document is on record")
        return words % {"year": framework["ends_on"][:4]}
    return _together(framework, document, today)


def _without_framework(frameworks: Sequence[Row], today: str) -> str:
    if any(row["starts_on"] > today for row in frameworks):
        return _("No framework runs now; the next one is on record")
    if frameworks:
        return _("The framework has ended; no next one is on record")
    return _("No Cooperation Framework is on record")


def _latest(documents: Sequence[Row]) -> Row | None:
    """The newest programme document; one of the new generation before any other."""
    return max(
        documents,
        key=lambda row: (row["generation"] == "new", row["starts_on"] or ""),
        default=None,
    )


def _together(framework: Row, document: Row, today: str) -> str:
    ends_on = document["ends_on"]
    if document["is_interim"]:
        return _("A short programme document stands as an interim solution")
    if ends_on is None:
        return _("A programme document is on record; its period is not stated")
    if ends_on < today or document["stage"] in CLOSED:
        return _("The programme document has ended; the framework runs on")
    short = months_between(ends_on, framework["ends_on"])
    begun = months_begun(date.fromisoformat(ends_on), date.fromisoformat(framework["ends_on"]))
    return _ends_early(begun) if short > 0 else _("Framework and programme document run together")


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
    row = next((row for row in frameworks if runs_on(row, today)), None)
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
    row = _latest(documents)
    if row is None:
        return ""
    facts = {"first": day(row["starts_on"]), "last": day(row["ends_on"])}
    if row["starts_on"] and row["ends_on"]:
        return _("The programme document is for %(first)s to %(last)s.") % facts
    return _("The period of the programme document is not stated.")
