"""Every figure of a round beside its count, in as many queries for one as for a hundred."""

from collections.abc import Iterable, Mapping
from dataclasses import asdict
from typing import Any

from django.utils import timezone

from checklist.models import ReportingRound
from reporting.counting import Count, Register, count
from reporting.figures import ComparedFigure, Reconciled
from reporting.models import FigureReconciliation, ReportedFigure
from reporting.snapshots.places import read_countries
from reporting.snapshots.programmes import read_frameworks, read_programme_documents


def reconciled(round_: ReportingRound) -> list[ComparedFigure]:
    """The figures of a round as they compare with the records of now."""
    figures = ReportedFigure.objects.filter(round=round_).with_sources()
    return compared(figures, read_register())


def read_register() -> Register:
    """The records of now that can be counted, read as a publication reads them."""
    return {
        "frameworks": read_frameworks(),
        "countries": read_countries(),
        "programme_documents": read_programme_documents(),
    }


def last_reported(round_: ReportingRound) -> list[ReportedFigure]:
    """The figures of the round or, when none were reported, of the last round that has some.

    Each keeps its day and its document, so that no reader takes it for a newer one.
    """
    earlier = ReportedFigure.objects.filter(round__code__lte=round_.code)
    newest = earlier.order_by("-round__code").values("round")[:1]
    return list(ReportedFigure.objects.filter(round__in=newest).with_sources())


def compared(figures: Iterable[ReportedFigure], register: Register) -> list[ComparedFigure]:
    """Each figure with its count on its own day."""
    return [_compared(figure, register) for figure in figures]


def compared_now(figure: ReportedFigure) -> ComparedFigure:
    """One figure beside the count from the records of now."""
    return _compared(figure, read_register())


def _compared(figure: ReportedFigure, register: Register) -> ComparedFigure:
    day = figure.as_of.isoformat()
    return ComparedFigure(
        office=figure.office.code,
        measure=figure.measure,
        unit=figure.unit,
        meaning=figure.meaning,
        qualifier=figure.qualifier,
        value=figure.value,
        of_total=figure.of_total,
        of_total_qualifier=figure.of_total_qualifier,
        as_of=day,
        document=figure.document.symbol,
        paragraph=figure.paragraph,
        counted=count(figure.measure, figure.office.code, day, register),
        reconciled=_reconciled(getattr(figure, "reconciliation", None)),
    )


def _reconciled(record: FigureReconciliation | None) -> Reconciled | None:
    """What was said of the difference; the person stays in the history of the house."""
    if record is None:
        return None
    return Reconciled(
        reason=record.reason,
        on=timezone.localdate(record.reconciled_at).isoformat(),
        comparison=record.comparison,
        counted=record.counted,
        value=record.value,
        qualifier=record.qualifier,
        of_total=record.of_total,
        of_total_qualifier=record.of_total_qualifier,
    )


def as_record(figure: ComparedFigure) -> dict[str, Any]:
    """A figure as a publication keeps it."""
    return {**asdict(figure), "comparison": str(figure.comparison)}


def from_record(record: Mapping[str, Any]) -> ComparedFigure:
    """A figure that a publication kept; its comparison follows from its numbers."""
    fields = {name: value for name, value in record.items() if name != "comparison"}
    counted, reconciled = fields.pop("counted"), fields.pop("reconciled", None)
    return ComparedFigure(
        **fields,
        counted=Count(**counted) if counted else None,
        reconciled=Reconciled(**reconciled) if reconciled else None,
    )
