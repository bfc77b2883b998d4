"""`figures/`: what a document reports beside what the records count; neither is made to fit."""

from collections.abc import Iterable
from typing import Any, ClassVar
from urllib.parse import urlencode

from django.db.models import QuerySet
from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import policy
from api.filters import FilterSet, OneOf, UpdatedSince, codes
from api.frames import Frame, Shape, action, document
from api.idempotency import once
from api.records import Listing, Records
from api.requests import body_object
from api.rights import KEEP_FIGURES
from api.v1.described import KEY, ActionDescription, Described
from checklist.models import ReportingRound
from regions.models import RegionalOffice
from reporting import figure_blockers
from reporting.actions.figures import enter_figure
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


class ReconciliationDescription(serializers.Serializer[object]):
    reason = serializers.CharField()
    on = serializers.DateField()
    counted = serializers.IntegerField(help_text="As it was counted then.")
    holds = serializers.BooleanField(
        help_text="False once another number is counted or reported: the difference is back."
    )
    words = serializers.CharField()


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
    explanation = serializers.CharField(help_text="What lies between them, in a sentence.")
    reconciliation = ReconciliationDescription(allow_null=True)
    allowed_actions = ActionDescription(many=True)


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
        "reconciliation": shape_reconciliation(figure),
        "allowed_actions": allowed_actions(figure, frame),
    }


def shape_reconciliation(figure: ComparedFigure) -> Shape | None:
    """What a person said of the difference, and whether it still holds."""
    said = figure.reconciled
    if said is None:
        return None
    return {
        "reason": said.reason,
        "on": said.on,
        "counted": said.counted,
        "holds": figure.is_reconciled,
        "words": figure.reconciliation,
    }


def allowed_actions(figure: ComparedFigure, frame: Frame) -> list[Shape]:
    """What the secretariat may do with it, and what stands in the way."""
    if not policy.may_keep_figures(frame.actor):
        return []
    return [
        action("change", []),
        action("reconcile", figure_blockers.to_reconcile(figure)),
        action("undo-reconciliation", figure_blockers.to_undo(figure)),
    ]


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


class NewFigureDescription(serializers.Serializer[object]):
    round = serializers.CharField(
        required=False, help_text="Left out: the round that reports to the document’s session."
    )
    office = serializers.CharField()
    measure = serializers.ChoiceField(Measure.choices)
    qualifier = serializers.ChoiceField(
        Qualifier.choices, help_text="As the document says it; “exactly” where it does not hedge."
    )
    value = serializers.IntegerField(min_value=0)
    of_total_qualifier = serializers.ChoiceField(
        ["", *Qualifier.values], required=False, help_text="Needed with a total."
    )
    of_total = serializers.IntegerField(min_value=0, required=False, allow_null=True)
    as_of = serializers.DateField()
    document = serializers.CharField(help_text="Its symbol; the document is on record.")
    paragraph = serializers.CharField(max_length=10)
    meaning = serializers.CharField(max_length=300, required=False)


class FigureFilters(FilterSet):
    round = OneOf("round__code", codes(ReportingRound))
    office = OneOf("office__code", codes(RegionalOffice))
    measure = OneOf("measure", lambda: Measure.values)
    updated_since = UpdatedSince()


class FigureRecords(Records):
    serializer_class = FigureDescription

    def get_queryset(self) -> QuerySet[Any, Any]:
        """Figures are known to all staff."""
        return ReportedFigure.objects.with_sources()

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

    @extend_schema(
        request=NewFigureDescription, responses={201: FigureDescription}, parameters=[KEY]
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Put a figure on record as its document states it."""
        self.require(KEEP_FIGURES)
        return once(request, self.actor, self.create)

    def create(self) -> Response:
        """The figure with its count."""
        figure = enter_figure(body_object(self.request), by=self.actor)
        shape = self.shapes([self.get_queryset().get(pk=figure.pk)])[0]
        return Response(shape, 201, headers={"Location": shape["url"]})
