"""The figures that documents state, each beside what the records count."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from regions.templatetags.figures import figure_text
from reporting import headlines
from reporting.models.figures import Measure
from reporting.pages.figures import ShownFigure, shown
from reporting.pages.parts import area
from reporting.pages.words import capital
from reporting.papers.blocks import Table, TableColumn
from reporting.papers.exhibits.cells import Cells, cells
from reporting.papers.meanings import cited_at
from reporting.papers.reading import Source


def figures(source: Source) -> Table:
    """Both side by side: neither is changed to fit the other (HSP/EB.2025/8, paras 12 to 15)."""
    reading = source.section("overview")
    areas = {row["code"]: area(row) for row in reading.section["offices"]}
    found = shown(reading, reading.section["figures"], areas)
    columns = (
        TableColumn(_("Office"), 3),
        TableColumn(_("Measure"), 4),
        TableColumn(_("Reported"), 3),
        TableColumn(_("Counted"), 3),
        TableColumn(_("What lies between"), 5),
        TableColumn(_("Document"), 4),
    )
    title = headlines.agreement([each.comparison for each in found])
    rows = tuple(figure_cells(each) for each in found)
    return Table(title, columns, rows)


def figure_cells(each: ShownFigure) -> Cells:
    """One figure."""
    figure = each.figure
    reported = (figure.value, figure.qualifier, figure.of_total, figure.of_total_qualifier)
    counted = figure.counted and figure_text(figure.counted.value, "", figure.counted.of_total)
    return cells(
        each.area,
        capital(Measure(figure.measure).label),
        figure_text(*reported),
        counted,
        each.explanation or None,
        cited_at(as_cited(figure)),
    )


def as_cited(figure: Any) -> Mapping[str, str]:
    """Document and paragraph of a figure."""
    return {"document": figure.document, "paragraph": figure.paragraph}
