"""`offices/`: who answers."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from rest_framework import serializers

from api.filters import FilterSet, OneOf, Search, UpdatedSince, in_languages
from api.frames import Frame, Row, Shape, document
from api.records import Listing, Records, Single, last_change
from api.v1.described import Described, NamesField
from regions.languages import in_language
from regions.models import RegionalOffice

SOURCE = "HSP/EB.2025/8, paras 7 to 15"


class OfficeDescription(Described):
    code = serializers.CharField()
    kind = serializers.ChoiceField(RegionalOffice.Kind.choices)
    name = serializers.CharField()
    names = NamesField()
    area = serializers.CharField()
    city = serializers.CharField()


def shape_office(row: Row, frame: Frame) -> Shape:
    """An office as a client gets it."""
    return {
        "url": frame.link("offices", row["code"]),
        "display": in_language(row["names"]),
        "updated_at": row["updated_at"],
        "provenance": document(SOURCE),
        "code": row["code"],
        "kind": row["kind"],
        "name": in_language(row["names"]),
        "names": row["names"],
        "area": in_language(row["area_names"]),
        "city": row["city"],
    }


class OfficeFilters(FilterSet):
    kind = OneOf("kind", lambda: RegionalOffice.Kind.values)
    q = Search("code", "city", *in_languages("names"))
    updated_since = UpdatedSince()


class OfficeRecords(Records):
    serializer_class = OfficeDescription
    columns = ("code", "kind", "names", "area_names", "city", "updated_at")

    def rows(self) -> QuerySet[Any, Any]:
        """Offices are known to all staff."""
        return RegionalOffice.objects.annotate(updated_at=last_change(RegionalOffice))

    def shape(self, row: Row) -> Shape:
        """One office."""
        return shape_office(row, self.frame)


class Offices(OfficeRecords, Listing):
    """Regional offices, the grouping without one, and headquarters."""

    filterset_class = OfficeFilters
    order = ("position", "code")
    orders: ClassVar = {"code": "code", "updated_at": "updated_at"}


class Office(OfficeRecords, Single):
    """One office."""
