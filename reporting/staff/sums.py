"""The checks between the figures of an office, in words (rule A27)."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from regions.templatetags.figures import hedged_text
from reporting.figures import ComparedFigure
from reporting.models.figures import Measure
from reporting.pages.words import capital, number
from reporting.staff.figures import ShownFigure
from reporting.sum_checks import Check, Fit, SumCheck, sum_checks


@dataclass(frozen=True)
class ShownCheck:
    """One check: of which office, what was compared, and whether it fits."""

    area: str
    compared: str
    numbers: str
    result: str
    is_finding: bool


def shown_checks(figures: Sequence[ShownFigure]) -> list[ShownCheck]:
    """Every check that the figures allow; those that do not fit come first."""
    areas = {each.figure.office: each.area for each in figures}
    checks = sum_checks(each.figure for each in figures)
    ordered = sorted(checks, key=lambda each: not each.is_finding)
    return [_shown(each, areas[each.whole.office]) for each in ordered]


def _shown(check: SumCheck, area: str) -> ShownCheck:
    words = {
        Fit.FITS: _("Fits"),
        Fit.WARNING: _("To note: it does not fit as reported"),
        Fit.ERROR: _("Does not fit"),
    }
    return ShownCheck(area, _compared(check), _numbers(check), words[check.fit], check.is_finding)


def _compared(check: SumCheck) -> str:
    """Which measures stand against each other."""
    parts = " + ".join(capital(_measure(part)) for part in check.parts)
    facts = {"whole": capital(_measure(check.whole)), "parts": parts}
    if check.check == Check.SUM:
        return _("%(parts)s, against %(whole)s") % facts
    return _("%(parts)s, no more than %(whole)s") % facts


def _numbers(check: SumCheck) -> str:
    """The numbers with their hedges, without the totals they are parts of."""
    parts = " + ".join(_hedged(part) for part in check.parts)
    facts = {"parts": parts, "sum": number(check.sum), "whole": _hedged(check.whole)}
    if check.check == Check.SUM:
        return _("%(parts)s = %(sum)s, against %(whole)s") % facts
    return _("%(parts)s, against %(whole)s") % facts


def _hedged(figure: ComparedFigure) -> str:
    return hedged_text(figure.value, figure.qualifier)


def _measure(figure: ComparedFigure) -> str:
    return str(Measure(figure.measure).label)
