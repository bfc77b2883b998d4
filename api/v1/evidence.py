"""`evidence/`: put on file first, referred to by id in answers later."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes
from api.frames import Frame, Row, Shape
from api.idempotency import once
from api.records import Listing, Records, Single
from api.requests import body_object, office_named
from api.rights import WRITE_EVIDENCE
from api.v1.described import KEY, Described
from checklist.actions.evidence import put_on_file
from checklist.models import Evidence
from regions.models import RegionalOffice


class EvidenceDescription(Described):
    id = serializers.UUIDField()
    office = serializers.CharField()
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    title = serializers.CharField()
    link = serializers.CharField(help_text="The web address, for a link; never fetched here.")
    reference = serializers.CharField(help_text="Symbol or file reference, for a document.")
    dated_on = serializers.DateField(allow_null=True)


class NewEvidenceDescription(serializers.Serializer[object]):
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    title = serializers.CharField(max_length=200)
    link = serializers.URLField(max_length=500, required=False, help_text="Also taken as `url`.")
    reference = serializers.CharField(max_length=200, required=False)
    dated_on = serializers.DateField(required=False, allow_null=True)
    office = serializers.CharField(
        required=False, help_text="Needed only by callers of several offices or of none."
    )


def shape_evidence(row: Row, frame: Frame) -> Shape:
    """Evidence as a client gets it: `url` is its address here, `link` where it stands."""
    return {
        "url": frame.link("evidence", row["pk"]),
        "display": row["title"],
        "updated_at": row["created_at"],
        "provenance": frame.origin(),
        "id": str(row["pk"]),
        "office": row["office__code"],
        "kind": row["kind"],
        "title": row["title"],
        "link": row["url"],
        "reference": row["reference"],
        "dated_on": row["dated_on"],
    }


class EvidenceFilters(FilterSet):
    office = OneOf("office__code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: Evidence.Kind.values)
    q = Search("title", "reference", "url")
    updated_since = UpdatedSince("created_at")


class EvidenceRecords(Records):
    serializer_class = EvidenceDescription
    columns = ("office__code", "kind", "title", "url", "reference", "dated_on", "created_at")

    def rows(self) -> QuerySet[Any, Any]:
        """An office sees its own."""
        return Evidence.objects.visible_to(self.actor)

    def shape(self, row: Row) -> Shape:
        """One piece."""
        return shape_evidence(row, self.frame)


class EvidenceOnFile(EvidenceRecords, Listing):
    """Evidence on file: links and references of documents."""

    filterset_class = EvidenceFilters
    order = ("-created_at",)
    orders: ClassVar = {"title": "title", "dated_on": "dated_on", "updated_at": "created_at"}

    @extend_schema(
        request=NewEvidenceDescription, responses={201: EvidenceDescription}, parameters=[KEY]
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Put a link or the reference of a document on file; its id goes into answers."""
        self.require(WRITE_EVIDENCE)
        return once(request, self.actor, self.create)

    def create(self) -> Response:
        """The evidence put on file."""
        values = body_object(self.request)
        if "url" in values:
            values.setdefault("link", values.pop("url"))
        office = office_named(values.pop("office", None), self.actor)
        evidence = put_on_file(office, values, by=self.actor)
        row = self.get_queryset().get(pk=evidence.pk)
        shape = self.shape(row)
        return Response(shape, 201, headers={"Location": shape["url"]})


class OneEvidence(EvidenceRecords, Single):
    """One piece of evidence."""

    lookup_field = "id"
