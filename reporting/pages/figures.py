"""Hedged figures as the component prints them, each leading to the rows that were counted."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reporting.comparing import Comparison
from reporting.figures import ComparedFigure
from reporting.models.figures import Measure
from reporting.pages.editions import Reading
from reporting.pages.words import capital, day, sentences
from reporting.reconciling import from_record


@dataclass(frozen=True)
class ShownFigure:
    """One figure as reported and as counted, under the area or the measure it is of."""

    area: str
    url: str
    figure: ComparedFigure
    document_url: str
    counted_url: str

    @property
    def value(self) -> int:
        """The number, as reported."""
        return self.figure.value

    @property
    def qualifier(self) -> str:
        """Its hedge."""
        return self.figure.qualifier

    @property
    def of_total(self) -> int | None:
        """What it is a part of."""
        return self.figure.of_total

    @property
    def of_total_qualifier(self) -> str:
        """The hedge of that."""
        return self.figure.of_total_qualifier

    @property
    def what(self) -> str:
        """What is counted, where the heading does not say it, and as of when."""
        facts = {
            "measure": capital(Measure(self.figure.measure).label),
            "day": day(self.figure.as_of),
        }
        return (_("%(measure)s, as of %(day)s") if self.url else _("As of %(day)s")) % facts

    @property
    def document(self) -> str:
        """Where it stands."""
        return self.figure.document

    @property
    def paragraph(self) -> str:
        """In which paragraph."""
        return self.figure.paragraph

    @property
    def counted(self) -> int | None:
        """What the records hold."""
        return self.figure.counted.value if self.figure.counted else None

    @property
    def counted_of(self) -> str:
        """Of how many."""
        if self.figure.counted is None or self.figure.counted.of_total is None:
            return ""
        return _("of %(total)s") % {"total": self.figure.counted.of_total}

    @property
    def comparison(self) -> Comparison:
        """How the two compare."""
        return self.figure.comparison

    @property
    def explanation(self) -> str:
        """What lies between them, and what a person found when looking into it."""
        return sentences(self.figure.explanation, self.figure.reconciliation)


def shown(
    reading: Reading, records: Iterable[Mapping[str, Any]], areas: Mapping[str, str]
) -> list[ShownFigure]:
    """The figures of several offices, each under the area of its office."""
    return [_shown(reading, from_record(row), areas) for row in records]


def _shown(reading: Reading, figure: ComparedFigure, areas: Mapping[str, str]) -> ShownFigure:
    """On the page of one office the measure stands where the area would."""
    heading = areas.get(figure.office)
    return ShownFigure(
        area=heading or capital(Measure(figure.measure).label),
        url=reading.to("office", code=figure.office) if heading else "",
        figure=figure,
        document_url=reading.to("documents"),
        counted_url=counted_address(reading, figure),
    )


def counted_address(reading: Reading, figure: ComparedFigure) -> str:
    """The list of exactly the rows that were counted."""
    if figure.counted is None:
        return ""
    return reading.to(figure.counted.collection, figure.counted.filters)


def headline_figures(records: Iterable[Mapping[str, Any]]) -> list[Mapping[str, Any]]:
    """One figure of each office for the overview: the first its document states."""
    first: dict[str, Mapping[str, Any]] = {}
    for row in records:
        is_engagement = row["measure"] in HEADLINE
        if row["office"] not in first or (is_engagement and _is_plain(first[row["office"]])):
            first[row["office"]] = row
    return list(first.values())


HEADLINE = {Measure.FRAMEWORKS_SIGNED, Measure.COUNTRIES_ACTIVE}


def _is_plain(row: Mapping[str, Any]) -> bool:
    return row["measure"] not in HEADLINE
