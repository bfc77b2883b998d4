"""Reported figures beside what the records count, and how the two compare.

A figure is never changed to fit the records, nor the records to fit the figure: both are
shown, and what lies between them is said in words (HSP/EB.2025/8, paras 12 to 15).
"""

from collections.abc import Iterable
from dataclasses import dataclass

from reporting.comparing import Comparison, compare
from reporting.counting import Count
from reporting.explaining import explain, explain_reconciliation


@dataclass(frozen=True)
class Reconciled:
    """That a person looked at a difference, found why it is there, and said so.

    It holds for the numbers as they were then: another count or another reported value
    brings the difference back.
    """

    reason: str
    on: str
    comparison: str
    counted: int | None
    value: int
    qualifier: str
    of_total: int | None
    of_total_qualifier: str


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
    reconciled: Reconciled | None = None

    @property
    def comparison(self) -> Comparison:
        """How the two compare."""
        return compare(self.qualifier, self.value, self.counted)

    @property
    def difference(self) -> int | None:
        """How many more the records hold, or fewer; nothing where the two do not compare."""
        if self.counted is None or self.comparison == Comparison.NOT_COMPARABLE:
            return None
        return self.counted.value - self.value

    @property
    def differs(self) -> bool:
        """Whether the records do not bear it out."""
        return self.comparison == Comparison.DIFFERS

    @property
    def is_reconciled(self) -> bool:
        """Whether the difference that stands is the one a person has reconciled."""
        return self.differs and self.reconciled is not None and _holds(self.reconciled, self)

    @property
    def explanation(self) -> str:
        """What lies between the two, in words; nothing when nothing needs words."""
        return explain(self)

    @property
    def reconciliation(self) -> str:
        """That it was reconciled, why, and whether that still holds; nothing if it never was."""
        return explain_reconciliation(self)


def _holds(reconciled: Reconciled, figure: ComparedFigure) -> bool:
    """The same number counted, the same words reported."""
    then = (reconciled.value, reconciled.qualifier, reconciled.of_total)
    reported = (figure.value, figure.qualifier, figure.of_total)
    same_total = reconciled.of_total_qualifier == figure.of_total_qualifier
    counted = figure.counted.value if figure.counted else None
    return then == reported and same_total and counted == reconciled.counted


def differing(figures: Iterable[ComparedFigure]) -> list[ComparedFigure]:
    """Rule A26: the figures that the records do not bear out and nobody has reconciled."""
    return [figure for figure in figures if figure.differs and not figure.is_reconciled]
