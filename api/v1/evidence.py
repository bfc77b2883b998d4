"""`evidence/`: put on file first, referred to by id in answers later."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.bodies import StrictJSONParser
from api.errors import not_found
from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes
from api.forms import FormParser, file_in, form_values, is_form
from api.frames import Frame, Row, Shape
from api.idempotency import once
from api.records import Listing, Records, Single
from api.requests import body_object, office_named
from api.rights import WRITE_EVIDENCE
from api.v1.described import KEY, Described
from api.views import LARGE, ApiView
from checklist.actions.evidence import KINDS, put_file, put_on_file
from checklist.filing.sending import send_file
from checklist.filing.types import allowed_endings
from checklist.models import Evidence
from regions.models import RegionalOffice

NEW_FILE = ("file", "title", "dated_on", "office", "sha256")
FILE_COLUMNS = ("file_name", "media_type", "size", "sha256")


class FileDescription(serializers.Serializer[object]):
    url = serializers.URLField(help_text="Where its bytes are.")
    name = serializers.CharField()
    media_type = serializers.CharField()
    size = serializers.IntegerField(help_text="Bytes.")
    sha256 = serializers.CharField()


class EvidenceDescription(Described):
    id = serializers.UUIDField()
    office = serializers.CharField()
    kind = serializers.ChoiceField(Evidence.Kind.choices)
    title = serializers.CharField()
    link = serializers.CharField(help_text="The web address, for a link; never fetched here.")
    reference = serializers.CharField(help_text="Symbol or file reference, for a document.")
    dated_on = serializers.DateField(allow_null=True)
    file = FileDescription(allow_null=True)


class NewEvidenceDescription(serializers.Serializer[object]):
    kind = serializers.ChoiceField(KINDS)
    title = serializers.CharField(max_length=200)
    link = serializers.URLField(max_length=500, required=False, help_text="Also taken as `url`.")
    reference = serializers.CharField(max_length=200, required=False)
    dated_on = serializers.DateField(required=False, allow_null=True)
    office = serializers.CharField(
        required=False, help_text="Needed only by callers of several offices or of none."
    )


class NewFileDescription(serializers.Serializer[object]):
    file = serializers.FileField(help_text=f"Up to 10 MB: {allowed_endings()}.")
    title = serializers.CharField(
        max_length=200, required=False, help_text="Left out: the name of the file."
    )
    dated_on = serializers.DateField(required=False)
    office = serializers.CharField(
        required=False, help_text="Needed only by callers of several offices or of none."
    )
    sha256 = serializers.CharField(
        required=False, help_text="Of the file; refused when something else arrives."
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
        "file": shape_file(row, frame) if row["kind"] == Evidence.Kind.FILE else None,
    }


def shape_file(row: Row, frame: Frame) -> Shape:
    """The file of a piece of evidence, where it is one."""
    return {
        "url": frame.link("evidence", row["pk"], "file"),
        "name": row["file_name"],
        "media_type": row["media_type"],
        "size": row["size"],
        "sha256": row["sha256"],
    }


class EvidenceFilters(FilterSet):
    office = OneOf("office__code", codes(RegionalOffice))
    kind = OneOf("kind", lambda: Evidence.Kind.values)
    q = Search("title", "reference", "url")
    updated_since = UpdatedSince("created_at")


class EvidenceRecords(Records):
    serializer_class = EvidenceDescription
    columns = (
        *("office__code", "kind", "title", "url", "reference", "dated_on", "created_at"),
        *FILE_COLUMNS,
    )

    def rows(self) -> QuerySet[Any, Any]:
        """An office sees its own."""
        return Evidence.objects.visible_to(self.actor)

    def shape(self, row: Row) -> Shape:
        """One piece."""
        return shape_evidence(row, self.frame)


class EvidenceOnFile(EvidenceRecords, Listing):
    """Evidence on file: links, references of documents, and files."""

    parser_classes = (StrictJSONParser, FormParser)
    largest_body = LARGE
    filterset_class = EvidenceFilters
    order = ("-created_at",)
    orders: ClassVar = {"title": "title", "dated_on": "dated_on", "updated_at": "created_at"}

    @extend_schema(
        request={
            "application/json": NewEvidenceDescription,
            "multipart/form-data": NewFileDescription,
        },
        responses={201: EvidenceDescription},
        parameters=[KEY],
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Put a link, the reference of a document or a file on file; its id goes into answers."""
        self.require(WRITE_EVIDENCE)
        return once(request, self.actor, self.create)

    def create(self) -> Response:
        """The evidence put on file."""
        evidence = self.take_file() if is_form(self.request) else self.take_reference()
        row = self.get_queryset().get(pk=evidence.pk)
        shape = self.shape(row)
        return Response(shape, 201, headers={"Location": shape["url"]})

    def take_reference(self) -> Evidence:
        """A link or the reference of a document."""
        values = body_object(self.request)
        if "url" in values:
            values.setdefault("link", values.pop("url"))
        office = office_named(values.pop("office", None), self.actor)
        return put_on_file(office, values, by=self.actor)

    def take_file(self) -> Evidence:
        """A file; one that the office has on file already keeps its id."""
        values = form_values(self.request, NEW_FILE)
        return put_file(
            office_named(values.get("office") or None, self.actor),
            file_in(values),
            title=values.get("title", ""),
            dated_on=values.get("dated_on"),
            sha256=values.get("sha256", ""),
            by=self.actor,
        )


class OneEvidence(EvidenceRecords, Single):
    """One piece of evidence."""

    lookup_field = "id"


class EvidenceFile(ApiView):
    """The file of a piece of evidence, byte for byte."""

    @extend_schema(responses={(200, "*/*"): OpenApiTypes.BINARY})
    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """An attachment under its own name."""
        found = Evidence.objects.visible_to(self.actor).filter(pk=keys["id"]).first()
        if found is None:
            raise not_found()
        return send_file(found)
