"""What the lists of all countries and of all country teams say."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from reporting.covering import Cover
from reporting.pages.words import number


def covered(counts: Mapping[str, int]) -> str:
    """In how many countries with a framework a programme document is on record, and reaches
    as far; a document whose period is not stated is not known to.
    """
    whole = sum(counts[cover] for cover in Cover if cover is not Cover.NO_FRAMEWORK)
    if not whole:
        return _("No framework runs in any country on record")
    facts = {"all": number(whole), "on": number(whole - counts[Cover.NONE])}
    if not counts[Cover.WHOLE]:
        words = ngettext(
            "%(on)s of %(all)s country with a framework has a programme document on record; "
            "none is known to reach its end",
            "%(on)s of %(all)s countries with a framework have a programme document on record; "
            "none is known to reach its end",
            whole,
        )
        return words % facts
    words = ngettext(
        "%(on)s of %(all)s country with a framework has a programme document on record; "
        "documents that reach its end: %(n)s",
        "%(on)s of %(all)s countries with a framework have a programme document on record; "
        "documents that reach its end: %(n)s",
        whole,
    )
    return words % {**facts, "n": number(counts[Cover.WHOLE])}


def most_frequent(counts: Mapping[str, int]) -> str:
    """What is found most often where the programme document does not reach so far."""
    rest = {cover: counts[cover] for cover in FREQUENT if counts[cover]}
    if not rest:
        return _("Every programme document reaches to the end of its framework")
    cover = max(rest, key=rest.__getitem__)
    return FREQUENT[cover] % {"n": number(rest[cover])}


FREQUENT: Final = {
    Cover.NONE: gettext_lazy("Most often no programme document is on record: %(n)s"),
    Cover.SHORT: gettext_lazy("Most often the programme document ends earlier: %(n)s"),
    Cover.ENDED: gettext_lazy("Most often the programme document has ended: %(n)s"),
    Cover.UNSTATED: gettext_lazy("Most often the period of the document is not stated: %(n)s"),
    Cover.INTERIM: gettext_lazy("Most often an interim document stands instead: %(n)s"),
}


def served(countries: Sequence[Mapping[str, Any]]) -> str:
    """How many countries one team serves."""
    words = ngettext(
        "One framework for %(n)s country", "One framework for %(n)s countries", len(countries)
    )
    return words % {"n": number(len(countries))}


def teams_passing(total: int) -> str:
    """How many country teams pass the filters."""
    words = ngettext(
        "%(n)s country team passes the filters", "%(n)s country teams pass the filters", total
    )
    return words % {"n": number(total)}


def teams_moved(moves: Mapping[str, int], round_before: str) -> str:
    """How many country teams answer more in full than in the round before, and how many less."""
    total = sum(moves.values())
    if not round_before:
        words = ngettext("%(n)s country team", "%(n)s country teams", total)
        return words % {"n": number(total)}
    facts = {"all": number(total), "round": round_before}
    facts |= {name: number(moves[name]) for name in ("up", "down")}
    words = ngettext(
        "%(up)s of %(all)s country team has more full answers than in %(round)s, %(down)s fewer",
        "%(up)s of %(all)s country teams have more full answers than in %(round)s, %(down)s fewer",
        total,
    )
    return words % facts
