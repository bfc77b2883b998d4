"""Reported figures beside their counts, as the staff's pages print them."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.models import ReportingRound
from reporting.figures import ComparedFigure, Comparison
from reporting.models import ReportedFigure
from reporting.models.figures import Measure
from reporting.reconciling import compared, last_reported
from reporting.snapshots.places import read_countries
from reporting.snapshots.programmes import read_frameworks


@dataclass(frozen=True)
class ShownFigure:
    """A figure with the area of its office and the words of its measure."""

    area: str
    measure: str
    figure: ComparedFigure

    @property
    def differs(self) -> bool:
        """Whether the records do not bear it out."""
        return self.figure.comparison == Comparison.DIFFERS

    @property
    def result(self) -> str:
        """The code of the comparison."""
        return str(self.figure.comparison)


def shown(figures: Iterable[ReportedFigure]) -> list[ShownFigure]:
    """Figures in words, each beside what the records of now count."""
    rows = list(figures)
    register = {"frameworks": read_frameworks(), "countries": read_countries()}
    return [
        ShownFigure(row.office.area, str(Measure(row.measure).label), figure)
        for row, figure in zip(rows, compared(rows, register), strict=True)
    ]


def figures_of(round_: ReportingRound) -> list[ShownFigure]:
    """The figures that a publication of the round will carry, the last reported ones."""
    return shown(last_reported(round_))
