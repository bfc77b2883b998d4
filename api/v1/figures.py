"""`figures/`: what a document reports beside what the records count; neither is made to fit."""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponseBase
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import not_found
from api.filters import FilterSet, OneOf, UpdatedSince, codes
from api.frames import Frame, Shape, document
from api.records import Listing, Records
from api.v1.described import Described
from checklist.models import ReportingRound
from regions.models import RegionalOffice
from reporting.comparing import Comparison
from reporting.figures import ComparedFigure
from reporting.models import ReportedFigure
from reporting.models.figures import Measure, Qualifier
from reporting.reconciling import compared, read_register


class ReportedDescription(serializers.Serializer[object]):
    qualifier = serializers.ChoiceField(Qualifier.choices, help_text="The hedge; never dropped.")
    value = serializers.IntegerField()
    of_total = serializers.IntegerField(allow_null=True)
    of_total_qualifier = serializers.CharField()
    as_of = serializers.DateField()
    document = serializers.CharField()
    paragraph = serializers.CharField()


class CountedDescription(serializers.Serializer[object]):
    value = serializers.IntegerField()
    of_total = serializers.IntegerField(allow_null=True)
    rows = serializers.URLField(help_text="The records that were counted.")
    silent = serializers.IntegerField(
        help_text="Records that could count and do not say yet, which is not “no”."
    )
    silent_rows = serializers.URLField(help_text="Those records.")


class FigureDescription(Described):
    id = serializers.IntegerField()
    round = serializers.CharField()
    office = serializers.CharField()
    measure = serializers.ChoiceField(Measure.choices)
    unit = serializers.CharField()
    meaning = serializers.CharField()
    reported = ReportedDescription()
    counted = CountedDescription(allow_null=True)
    comparison = serializers.ChoiceField([each.value for each in Comparison])
    explanation = serializers.CharField()


def shape_figure(row: ReportedFigure, figure: ComparedFigure, frame: Frame) -> Shape:
    """A figure as a client gets it, both values side by side."""
    return {
        "url": frame.link("figures", row.pk),
        "display": f"{figure.office} · {row.get_measure_display()}",
        "updated_at": row.updated_at,
        "provenance": document(f"{figure.document}, para {figure.paragraph}"),
        "id": row.pk,
        "round": row.round.code,
        "office": figure.office,
        "measure": figure.measure,
        "unit": figure.unit,
        "meaning": figure.meaning,
        "reported": {
            "qualifier": figure.qualifier,
            "value": figure.value,
            "of_total": figure.of_total,
            "of_total_qualifier": figure.of_total_qualifier,
            "as_of": figure.as_of,
            "document": figure.document,
            "paragraph": figure.paragraph,
        },
        "counted": shape_count(figure, frame),
        "comparison": figure.comparison.value,
        "explanation": figure.explanation,
    }


def shape_count(figure: ComparedFigure, frame: Frame) -> Shape | None:
    """The count, with the list of what was counted and of what does not say yet."""
    counted = figure.counted
    if counted is None:
        return None
    scope = urlencode({"office": figure.office, "day": figure.as_of})
    rows = f"{frame.link('measures', figure.measure, 'rows')}?{scope}"
    return {
        "value": counted.value,
        "of_total": counted.of_total,
        "rows": rows,
        "silent": counted.silent,
        "silent_rows": f"{rows}&silent=true",
    }


class FigureFilters(FilterSet):
    round = OneOf("round__code", codes(ReportingRound))
    office = OneOf("office__code", codes(RegionalOffice))
    measure = OneOf("measure", lambda: Measure.values)
    updated_since = UpdatedSince()


class FigureRecords(Records):
    serializer_class = FigureDescription

    def get_queryset(self) -> QuerySet[Any, Any]:
        """Figures are known to all staff."""
        return ReportedFigure.objects.select_related("round", "office", "document")

    def shapes(self, rows: Iterable[Any]) -> list[Shape]:
        """Each figure with its count; the records are read once for all of them."""
        figures = list(rows)
        pairs = zip(figures, compared(figures, read_register()), strict=True)
        return [shape_figure(row, figure, self.frame) for row, figure in pairs]


class Figures(FigureRecords, Listing):
    """Reported figures beside their counts."""

    filterset_class = FigureFilters
    order = ("office__position", "pk")
    orders: ClassVar = {
        "office": "office__code",
        "measure": "measure",
        "updated_at": "updated_at",
    }


class Figure(FigureRecords):
    """One reported figure beside its count."""

    lookup_field = "id"

    def get(self, request: Request, id: int) -> HttpResponseBase:
        """The figure."""
        found = list(self.get_queryset().filter(pk=id))
        if not found:
            raise not_found()
        return Response(self.shapes(found)[0])
