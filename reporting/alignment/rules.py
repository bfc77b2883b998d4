"""A26 and A27 over the figures last reported: beside their counts, and beside each other."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from checklist.alignment.answers import round_of_now
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Found
from reporting.comparing import Comparison
from reporting.counting import Count
from reporting.figures import ComparedFigure, differing
from reporting.models import ReportedFigure
from reporting.reconciling import compared, last_reported, read_register
from reporting.sum_checks import Fit, SumCheck, sum_checks

Key = tuple[str, str, str]
UNCOUNTED = {Comparison.NOT_COUNTED, Comparison.NOT_COMPARABLE}


def check_figures(day: date) -> Iterator[Found]:
    """Both rules; each figure is counted on its own day, not on this one."""
    round_ = round_of_now()
    rows = last_reported(round_) if round_ else []
    if not rows:
        return
    figures = compared(rows, read_register())
    names = {key_of(figure): name_of(row) for row, figure in zip(rows, figures, strict=True)}
    for figure in figures:
        yield Found("A26", names[key_of(figure)], agreeing(figure), office=figure.office)
    for check in sum_checks(figures):
        whole = check.whole
        yield Found("A27", names[key_of(whole)], fitting(check, names), office=whole.office)


def name_of(row: ReportedFigure) -> str:
    """A figure as the API addresses it."""
    return f"figures/{row.pk}"


def key_of(figure: ComparedFigure) -> Key:
    """What a figure of a round is known by."""
    return figure.office, figure.measure, figure.document


def agreeing(figure: ComparedFigure) -> Outcome:
    """A26: the records bear a figure out, hedge honoured, or a person has reconciled the two."""
    if figure.counted is None or figure.comparison in UNCOUNTED:
        return not_checkable("counted")
    return differs(figure, figure.counted) if differing([figure]) else PASSED


def differs(figure: ComparedFigure, counted: Count) -> Outcome:
    """Both numbers are shown, and how many records do not say yet."""
    return finding(
        "A26.differs",
        measure=figure.measure,
        qualifier=figure.qualifier,
        value=figure.value,
        of_total=figure.of_total,
        of_total_qualifier=figure.of_total_qualifier,
        counted=counted.value,
        counted_of=counted.of_total,
        silent=counted.silent,
        document=figure.document,
        as_of=figure.as_of,
    )


def fitting(check: SumCheck, names: Mapping[Key, str]) -> Outcome:
    """A27: parts against their whole, or a step that must not rise; milder where one is hedged."""
    if not check.is_finding:
        return PASSED
    return finding(
        f"A27.{check.check}",
        is_lesser=check.fit is Fit.WARNING,
        others=tuple(names[key_of(each)] for each in check.parts),
        figures=told(check.figures),
        sum=check.sum,
        document=check.whole.document,
    )


def told(figures: Sequence[ComparedFigure]) -> list[list[object]]:
    """What each figure counts, its hedge and its number."""
    return [[each.measure, each.qualifier, each.value] for each in figures]
