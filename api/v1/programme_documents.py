"""`programme-documents/`: Habitat Country Programme Documents (HCPDs)."""

from typing import Any, ClassVar

from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from rest_framework import serializers

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, sourced
from api.records import Listing, Records, Single
from api.v1.described import Described
from api.v1.document_standing import StepDescription, allowed_actions
from programmes.models import CooperationFramework, CountryProgrammeDocument
from regions.languages import in_language
from regions.models import Country, OfficeCoverage, RegionalOffice


class ProgrammeDocumentDescription(Described):
    id = serializers.IntegerField()
    country = serializers.CharField()
    office = serializers.CharField(allow_null=True)
    generation = serializers.ChoiceField(CountryProgrammeDocument.Generation.choices)
    kind = serializers.ChoiceField(CountryProgrammeDocument.Kind.choices)
    is_interim = serializers.BooleanField()
    stage = serializers.ChoiceField(CountryProgrammeDocument.Stage.choices)
    starts_on = serializers.DateField(allow_null=True, help_text="Null where it is not known.")
    ends_on = serializers.DateField(allow_null=True)
    framework = serializers.URLField(allow_null=True)
    note = serializers.CharField()


class WholeProgrammeDocumentDescription(ProgrammeDocumentDescription):
    allowed_actions = StepDescription(many=True)


def shape_programme_document(row: Row, frame: Frame) -> Shape:
    """An HCPD as a client gets it; an empty period is not known, never assumed."""
    framework = row["framework_id"]
    return {
        "url": frame.link("programme-documents", row["pk"]),
        "display": f"{in_language(row['country__names'])} · {period(row)}".rstrip(" ·"),
        "updated_at": row["updated_at"],
        "provenance": sourced(row),
        "id": row["pk"],
        "country": row["country__iso3"],
        "office": row["office"],
        "generation": row["generation"],
        "kind": row["kind"],
        "is_interim": row["is_interim"],
        "stage": row["stage"],
        "starts_on": row["starts_on"],
        "ends_on": row["ends_on"],
        "framework": frame.link("frameworks", framework) if framework else None,
        "note": row["note"],
    }


def period(row: Row) -> str:
    """The years, as far as they are known."""
    years = [f"{day:%Y}" if day else "" for day in (row["starts_on"], row["ends_on"])]
    return "–".join(years) if any(years) else ""


class ProgrammeDocumentFilters(FilterSet):
    country = OneOf("country__iso3", codes(Country, "iso3"))
    office = OneOf("office", codes(RegionalOffice))
    stage = OneOf("stage", lambda: CountryProgrammeDocument.Stage.values)
    generation = OneOf("generation", lambda: CountryProgrammeDocument.Generation.values)
    framework = OneOf(
        "framework_id", codes(CooperationFramework, "pk"), help_text="Ids of frameworks."
    )
    q = Search("country__iso3", "note", *in_languages("country__names"))
    updated_since = UpdatedSince()


class ProgrammeDocumentRecords(Records):
    serializer_class = ProgrammeDocumentDescription
    columns = (
        "country__iso3",
        "country__names",
        "office",
        "generation",
        "kind",
        "is_interim",
        "stage",
        "starts_on",
        "ends_on",
        "framework_id",
        "note",
        "is_invented",
        "source",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Programme documents are known to all staff; the office is that of today."""
        today = OfficeCoverage.objects.on(timezone.localdate())
        served = today.filter(country=OuterRef("country")).values("office__code")[:1]
        return CountryProgrammeDocument.objects.annotate(office=Subquery(served))

    def shape(self, row: Row) -> Shape:
        """One document."""
        return shape_programme_document(row, self.frame)


class ProgrammeDocuments(ProgrammeDocumentRecords, Listing):
    """Country programme documents that are known."""

    filterset_class = ProgrammeDocumentFilters
    order = ("country__iso3", "starts_on")
    orders: ClassVar = {
        "country": "country__iso3",
        "starts_on": "starts_on",
        "ends_on": "ends_on",
        "updated_at": "updated_at",
    }


class ProgrammeDocument(ProgrammeDocumentRecords, Single):
    """One country programme document, with what can be done with it."""

    serializer_class = WholeProgrammeDocumentDescription
    lookup_field = "id"

    def shape(self, row: Row) -> Shape:
        """The document and the acts of this caller."""
        acts = allowed_actions(row["pk"], self.actor, timezone.localdate())
        return {**super().shape(row), "allowed_actions": acts}
