"""`measures/`: what can be counted, and the records behind each count."""

from django.core.exceptions import ValidationError
from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request

from api.errors import not_found
from api.fields import DayField, FlagField
from api.frames import Frame, Shape
from api.pagination import envelope, refuse_parameter
from api.v1.described import Described
from api.v1.scorecards import chosen
from api.views import ApiView
from regions.models import RegionalOffice
from reporting.counted_rows import CountedRow, rows_of_measure
from reporting.measures import DEFINITIONS
from reporting.models.figures import Measure


class CountedRowDescription(Described):
    collection = serializers.ChoiceField(["frameworks", "countries", "programme-documents"])
    code = serializers.CharField(help_text="Of the country team, or of the country.")
    starts_on = serializers.DateField(allow_null=True)
    ends_on = serializers.DateField(allow_null=True)


class CountedRowPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField()
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = CountedRowDescription(many=True)


def shape_row(row: CountedRow, frame: Frame) -> Shape:
    """A counted record as a client gets it, with its own address."""
    return {
        "url": frame.link(row.collection, row.key),
        "display": row.name,
        "updated_at": row.updated_at,
        "provenance": {"kind": row.provenance, "source": row.source},
        "collection": row.collection,
        "code": row.code,
        "starts_on": row.starts_on,
        "ends_on": row.ends_on,
    }


class CountedRecords(ApiView):
    """The records that a measure counts at an office on a day."""

    parameters = ("office", "day", "silent")

    @extend_schema(
        operation_id="measure_rows_list",
        responses=CountedRowPageDescription,
        parameters=[
            OpenApiParameter("measure", str, OpenApiParameter.PATH, enum=Measure.values),
            OpenApiParameter("office", str, required=True),
            OpenApiParameter("day", OpenApiTypes.DATE, description="Today when left out."),
            OpenApiParameter(
                "silent",
                bool,
                description="True: the records that could count and do not say yet.",
            ),
        ],
    )
    def get(self, request: Request, measure: str) -> HttpResponseBase:
        """All of them at once: an office has never more than its countries."""
        if measure not in DEFINITIONS:
            raise not_found()
        offices = list(RegionalOffice.objects.order_by("code").values_list("code", flat=True))
        office = chosen("office", request.query_params.get("office", ""), offices)
        found = rows_of_measure(measure, office, day_asked(request))
        rows = found.silent if is_flagged(request) else found.counted
        shapes = [shape_row(row, self.frame) for row in rows]
        return envelope(len(shapes), None, None, shapes)


def day_asked(request: Request) -> str:
    """The day of the count; one that is none is refused."""
    try:
        day = DayField(required=False).clean(request.query_params.get("day"))
    except ValidationError as fault:
        raise refuse_parameter("day", "bad_value", str(fault.message)) from fault
    return str((day or timezone.localdate()).isoformat())


def is_flagged(request: Request) -> bool:
    """Whether the silent records are asked for."""
    try:
        return bool(FlagField(required=False).clean(request.query_params.get("silent")))
    except ValidationError as fault:
        raise refuse_parameter("silent", "bad_value", str(fault.message)) from fault
