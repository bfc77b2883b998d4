"""Reported figures beside their counts, as the staff's pages print them."""

from collections.abc import Iterable
from dataclasses import dataclass
from urllib.parse import urlencode

from django.urls import reverse

from checklist.models import ReportingRound
from reporting.figures import ComparedFigure
from reporting.models import ReportedFigure
from reporting.models.figures import Measure
from reporting.reconciling import compared, last_reported, read_register


@dataclass(frozen=True)
class ShownFigure:
    """A figure with the area of its office and the words of its measure."""

    area: str
    measure: str
    figure: ComparedFigure

    @property
    def differs(self) -> bool:
        """Whether the records do not bear it out, and nobody has said why."""
        return self.figure.differs and not self.figure.is_reconciled

    @property
    def result(self) -> str:
        """The code of the comparison."""
        return str(self.figure.comparison)

    @property
    def rows_url(self) -> str:
        """The page of exactly the rows that were counted."""
        return measure_url(self.figure.measure, self.figure.office, self.figure.as_of)


def measure_url(measure: str, office: str, day: str) -> str:
    """The page of the rows that a measure counts for an office on a day."""
    query = urlencode({"office": office, "day": day})
    return f"{reverse('measure', args=[measure])}?{query}"


def shown(figures: Iterable[ReportedFigure]) -> list[ShownFigure]:
    """Figures in words, each beside what the records of now count."""
    rows = list(figures)
    return [
        ShownFigure(row.office.area, str(Measure(row.measure).label), figure)
        for row, figure in zip(rows, compared(rows, read_register()), strict=True)
    ]


def figures_of(round_: ReportingRound) -> list[ShownFigure]:
    """The figures that a publication of the round will carry, the last reported ones."""
    return shown(last_reported(round_))
