"""Rule A27: whether the reported figures of an office fit each other.

Parts make up their whole only where every number is exact. Where the whole is a minimum, a
sum below it is to note, for parts may be left out (Africa: 25 and 20 of at least 45 are equal,
HSP/EB.2025/8, para 12). And an office has projects in no more countries than it serves, and
presence in no more than it has projects (Arab States: 18, 16, 14, para 13).
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import pairwise
from typing import Final

from reporting.comparing import Span, span
from reporting.figures import ComparedFigure
from reporting.models.figures import Measure, Qualifier


class Fit(StrEnum):
    """What a check found: it fits, it must be looked at, or it cannot be."""

    FITS = "fits"
    WARNING = "warning"
    ERROR = "error"


class Check(StrEnum):
    """Which check: parts against their whole, or a step that must not rise."""

    SUM = "sum"
    ORDER = "order"


@dataclass(frozen=True)
class SumCheck:
    """One check with the figures concerned: of a sum the whole first, of a step the greater."""

    check: Check
    fit: Fit
    figures: tuple[ComparedFigure, ...]

    @property
    def whole(self) -> ComparedFigure:
        """What the others are parts of, or must not exceed."""
        return self.figures[0]

    @property
    def parts(self) -> tuple[ComparedFigure, ...]:
        """The others."""
        return self.figures[1:]

    @property
    def sum(self) -> int:
        """What the parts come to, each as reported."""
        return sum(part.value for part in self.parts)

    @property
    def is_finding(self) -> bool:
        """Whether somebody must look at it."""
        return self.fit != Fit.FITS


PARTS: Final[Mapping[str, Sequence[str]]] = {
    Measure.FRAMEWORKS_SIGNED: (Measure.FRAMEWORKS_ACTIVE, Measure.FRAMEWORKS_LIGHT),
}
"""Whole and parts: of the signed frameworks some are active, the others light."""

STEPS: Final[Sequence[Sequence[str]]] = (
    (
        Measure.COUNTRIES_SERVED,
        Measure.COUNTRIES_WITH_PROJECTS,
        Measure.COUNTRIES_WITH_PRESENCE,
    ),
    (Measure.DOCUMENTS_NEW, Measure.DOCUMENTS_DERIVED),
)
"""Each measure counts no more than the one before it."""

EXACT: Final = frozenset({Qualifier.EXACTLY, Qualifier.ALL})
MINIMUM: Final = frozenset({Qualifier.AT_LEAST, Qualifier.MORE_THAN})

Together = Mapping[str, ComparedFigure]
"""The figures of one office, one day and one document, by measure."""


def sum_checks(figures: Iterable[ComparedFigure]) -> list[SumCheck]:
    """Every check that the figures allow, those that fit among them."""
    found: dict[tuple[str, str, str], dict[str, ComparedFigure]] = {}
    for figure in figures:
        found.setdefault((figure.office, figure.as_of, figure.document), {})[figure.measure] = (
            figure
        )
    return [check for group in found.values() for check in (*_sums(group), *_orders(group))]


def _sums(group: Together) -> Iterator[SumCheck]:
    """A sum is checked where the whole and every part are reported."""
    for whole, parts in PARTS.items():
        if whole in group and all(part in group for part in parts):
            figures = (group[whole], *(group[part] for part in parts))
            yield SumCheck(Check.SUM, fit_of_sum(figures[0], figures[1:]), figures)


def fit_of_sum(whole: ComparedFigure, parts: Sequence[ComparedFigure]) -> Fit:
    """All exact: an error unless equal. A hedge anywhere: to note where it does not cover it."""
    bottom, top = span(whole.qualifier, whole.value)
    if whole.qualifier in MINIMUM:
        return Fit.WARNING if sum(part.value for part in parts) < bottom else Fit.FITS
    lowest, highest = span_of_sum(parts)
    if (highest is None or highest >= bottom) and (top is None or lowest <= top):
        return Fit.FITS
    return _weight(whole, *parts)


def _weight(*figures: ComparedFigure) -> Fit:
    """What does not fit is an error where all are exact, else to note."""
    return Fit.ERROR if all(figure.qualifier in EXACT for figure in figures) else Fit.WARNING


def _orders(group: Together) -> Iterator[SumCheck]:
    """Neighbours among those that are reported: a step left out is passed over."""
    for steps in STEPS:
        reported = [group[measure] for measure in steps if measure in group]
        for greater, less in pairwise(reported):
            yield SumCheck(Check.ORDER, fit_of_order(greater, less), (greater, less))


def fit_of_order(greater: ComparedFigure, less: ComparedFigure) -> Fit:
    """The less must not exceed the greater, as far as both hedges say."""
    _lowest, top = span(greater.qualifier, greater.value)
    bottom, _highest = span(less.qualifier, less.value)
    return Fit.FITS if top is None or bottom <= top else _weight(greater, less)


def span_of_sum(parts: Iterable[ComparedFigure]) -> Span:
    """What the parts come to at the lowest, and at the highest if that is bounded."""
    spans = [span(part.qualifier, part.value) for part in parts]
    tops = [top for _, top in spans]
    highest = None if None in tops else sum(top for top in tops if top is not None)
    return sum(bottom for bottom, _ in spans), highest
