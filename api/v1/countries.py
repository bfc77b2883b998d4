"""`countries/`: Member States, observer States and the territories that a team serves."""

from typing import Any, ClassVar

import django_filters
from django.db.models import OuterRef, QuerySet, Subquery
from django.utils import timezone
from rest_framework import serializers

from api.filters import OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, document
from api.records import Listing, Records, Single, last_change
from api.v1.described import Described, NamesField
from regions.languages import in_language
from regions.models import Country, CountryTeam, OfficeCoverage, RegionalOffice

SOURCE = "M49, UNTERM"


class CountryDescription(Described):
    code = serializers.CharField(help_text="ISO 3166-1 alpha-3; XKX is the project's own.")
    iso2 = serializers.CharField(help_text="ISO 3166-1 alpha-2, or empty.")
    m49 = serializers.CharField(help_text="Code of the M49 standard, or empty.")
    name = serializers.CharField()
    names = NamesField()
    status = serializers.ChoiceField(Country.Status.choices)
    designation_note = serializers.CharField()
    office = serializers.CharField(allow_null=True, help_text="The office that serves it today.")
    team = serializers.CharField(allow_null=True)


def shape_country(row: Row, frame: Frame) -> Shape:
    """A country as a client gets it."""
    return {
        "url": frame.link("countries", row["iso3"]),
        "display": in_language(row["names"]),
        "updated_at": row["updated_at"],
        "provenance": document(SOURCE),
        "code": row["iso3"],
        "iso2": row["iso2"],
        "m49": row["m49"],
        "name": in_language(row["names"]),
        "names": row["names"],
        "status": row["status"],
        "designation_note": row["designation_note"],
        "office": row["office"],
        "team": row["membership__team__code"],
    }


class CountryFilters(django_filters.FilterSet):
    office = OneOf("office", codes(RegionalOffice))
    team = OneOf("membership__team__code", codes(CountryTeam))
    status = OneOf("status", lambda: Country.Status.values)
    q = Search("iso3", *in_languages("names"))
    updated_since = UpdatedSince()


class CountryRecords(Records):
    serializer_class = CountryDescription
    columns = (
        "iso3",
        "iso2",
        "m49",
        "names",
        "status",
        "designation_note",
        "office",
        "membership__team__code",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Countries are known to all staff; the office is that of today."""
        today = OfficeCoverage.objects.on(timezone.localdate()).filter(country=OuterRef("pk"))
        office = Subquery(today.values("office__code")[:1])
        return Country.objects.annotate(office=office, updated_at=last_change(Country))

    def shape(self, row: Row) -> Shape:
        """One country."""
        return shape_country(row, self.frame)


class Countries(CountryRecords, Listing):
    """Countries and territories under their United Nations names."""

    filterset_class = CountryFilters
    order = ("iso3",)
    orders: ClassVar = {"code": "iso3", "updated_at": "updated_at"}


class OneCountry(CountryRecords, Single):
    """One country."""

    lookup_column = "iso3"
