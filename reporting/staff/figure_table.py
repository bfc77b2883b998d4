"""Figures as a table to take away: the reported words whole, the count beside them."""

from collections.abc import Iterable, Iterator
from typing import Any, Final

from reporting.models import ReportedFigure
from reporting.staff.figures import ShownFigure

HEADINGS: Final = (
    *("round", "office", "measure", "unit", "qualifier", "value", "of_total_qualifier"),
    *("of_total", "as_of", "document", "paragraph", "meaning", "counted", "counted_of_total"),
    *("silent", "comparison", "explanation", "reconciled_on", "reconciliation"),
)
"""The first twelve are those of the file that is loaded, under the same names."""


def table_of(rows: Iterable[tuple[ReportedFigure, ShownFigure]]) -> Iterator[list[Any]]:
    """The headings, then a line for each figure; nothing recorded is an empty cell."""
    yield list(HEADINGS)
    for row, shown in rows:
        yield [*_reported(row, shown), *_counted(shown)]


def _reported(row: ReportedFigure, shown: ShownFigure) -> list[Any]:
    figure = shown.figure
    return [
        *(row.round.code, figure.office, figure.measure, figure.unit, figure.qualifier),
        *(figure.value, figure.of_total_qualifier, figure.of_total, figure.as_of),
        *(figure.document, figure.paragraph, figure.meaning),
    ]


def _counted(shown: ShownFigure) -> list[Any]:
    figure, count, said = shown.figure, shown.figure.counted, shown.figure.reconciled
    numbers = (count.value, count.of_total, count.silent) if count else (None, None, None)
    reconciled = (said.on, figure.reconciliation) if said else (None, None)
    return [*numbers, str(figure.comparison), figure.explanation, *reconciled]
