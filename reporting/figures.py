"""Reported figures beside what the records count, and how the two compare.

A figure is never changed to fit the records, nor the records to fit the figure: both are
shown, and what lies between them is said in words (HSP/EB.2025/8, paras 12 to 15).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.charts import round_half_up
from reporting.models.figures import Measure, Qualifier
from reporting.selecting import (
    UNKNOWN,
    engagement_of,
    presence_in,
    select_countries,
    select_frameworks,
)

Register = Mapping[str, Sequence[Mapping[str, Any]]]
"""The records that can be counted: `frameworks` and `countries`, as a publication keeps them."""


class Comparison(StrEnum):
    """How a reported figure stands to the count."""

    AGREES = "agrees"
    WITHIN_HEDGE = "within_hedge"
    DIFFERS = "differs"
    NOT_COMPARABLE = "not_comparable"
    NOT_COUNTED = "not_counted"


@dataclass(frozen=True)
class Definition:
    """What a measure counts: rows of one collection that pass filters, of those that pass fewer."""

    collection: str
    filters: Mapping[str, str]
    whole: Mapping[str, str] | None = None


DEFINITIONS: Final[Mapping[str, Definition]] = {
    Measure.FRAMEWORKS_SIGNED: Definition("frameworks", {"signatory": "yes"}, {}),
    Measure.FRAMEWORKS_ACTIVE: Definition(
        "frameworks", {"signatory": "yes", "level": "active"}, {"signatory": "yes"}
    ),
    Measure.FRAMEWORKS_LIGHT: Definition("frameworks", {"level": "light"}, {}),
    Measure.COUNTRIES_ACTIVE: Definition("frameworks", {"level": "active"}, {}),
    Measure.COUNTRIES_SERVED: Definition("countries", {}),
    Measure.COUNTRIES_WITH_PRESENCE: Definition("countries", {"presence": "physical"}, {}),
}
"""Projects and support to country analyses have no records here, so they are not counted.

Countries with engagement are counted by framework: a team of many countries counts once, as
in the note, where 22 countries of Asia and the Pacific have a framework under way.
"""

DAY: Final = {"frameworks": "running_on", "countries": "covered_on"}
SELECT: Final = {"frameworks": select_frameworks, "countries": select_countries}


@dataclass(frozen=True)
class Count:
    """What the records hold: rows, of how many, and how many of those say nothing yet.

    The collection with the filters is the list of the counted rows.
    """

    value: int
    of_total: int | None
    silent: int
    collection: str
    filters: dict[str, str]


def count(measure: str, office: str, day: str, register: Register) -> Count | None:
    """Count a measure for an office on a day; none when no record can count it."""
    definition = DEFINITIONS.get(measure)
    if definition is None:
        return None
    scope = {"office": office, DAY[definition.collection]: day}
    rows = SELECT[definition.collection](register[definition.collection], scope)
    filters = {**scope, **definition.filters}
    chosen = SELECT[definition.collection](rows, filters)
    whole = SELECT[definition.collection](rows, {**scope, **(definition.whole or {})})
    silent = sum(1 for row in rows if _is_silent(row, definition, day))
    of_total = None if definition.whole is None else len(whole)
    return Count(len(chosen), of_total, silent, definition.collection, filters)


def _is_silent(row: Mapping[str, Any], definition: Definition, day: str) -> bool:
    """Whether the record does not yet say what the measure asks."""
    if definition.collection == "countries":
        return "presence" in definition.filters and presence_in(row) == UNKNOWN
    return any(engagement_of(row, fact, day) == UNKNOWN for fact in definition.filters)


def compare(qualifier: str, value: int, counted: Count | None) -> Comparison:
    """Compare with the hedge honoured: "at least 45" and a count of 47 do not differ."""
    if counted is None:
        return Comparison.NOT_COUNTED
    if counted.of_total == 0:
        return Comparison.NOT_COMPARABLE
    if counted.value == value and qualifier != Qualifier.MORE_THAN:
        return Comparison.AGREES
    within = _is_within(qualifier, value, counted.value)
    return Comparison.WITHIN_HEDGE if within else Comparison.DIFFERS


def _is_within(qualifier: str, value: int, counted: int) -> bool:
    """Whether the hedge covers the distance; "about" covers a tenth, and one at least."""
    if qualifier == Qualifier.ABOUT:
        return abs(counted - value) <= max(1, round_half_up(value, 10))
    if qualifier in {Qualifier.AT_LEAST, Qualifier.MORE_THAN}:
        return counted > value
    return qualifier == Qualifier.UP_TO and counted < value


@dataclass(frozen=True)
class ComparedFigure:
    """One figure as reported and as counted."""

    office: str
    measure: str
    unit: str
    meaning: str
    qualifier: str
    value: int
    of_total: int | None
    of_total_qualifier: str
    as_of: str
    document: str
    paragraph: str
    counted: Count | None

    @property
    def comparison(self) -> Comparison:
        """How the two compare."""
        return compare(self.qualifier, self.value, self.counted)

    @property
    def explanation(self) -> str:
        """What lies between the two, in words; nothing when nothing needs words."""
        return explain(self)


def explain(figure: ComparedFigure) -> str:
    """Say the distance and, where the records are silent, that names are still missing."""
    if figure.counted is None:
        return _("No record holds this.")
    if figure.comparison == Comparison.NOT_COMPARABLE:
        return _("The records hold nothing for that day.")
    if figure.comparison == Comparison.DIFFERS:
        least = figure.value + (figure.qualifier == Qualifier.MORE_THAN)
        return _distance(least - figure.counted.value, figure.counted.silent)
    return _other_whole(figure, figure.counted)


def _distance(missing: int, silent: int) -> str:
    if 0 < missing <= silent:
        words = ngettext("%(n)s still to be named", "%(n)s still to be named", missing)
    elif missing > 0:
        words = ngettext("%(n)s fewer in the records", "%(n)s fewer in the records", missing)
    else:
        words = ngettext("%(n)s more in the records", "%(n)s more in the records", -missing)
    return words % {"n": abs(missing)}


def _other_whole(figure: ComparedFigure, counted: Count) -> str:
    """That the count agrees and its whole does not."""
    if None in (figure.of_total, counted.of_total) or figure.of_total == counted.of_total:
        return ""
    return _("Of %(total)s in the records") % {"total": counted.of_total}
