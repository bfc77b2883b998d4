"""`countries/`: Member States, observer States and the territories that a team serves."""

from datetime import date
from typing import Any, ClassVar

from django.db.models import OuterRef, QuerySet, Subquery, Value
from django.db.models.functions import Coalesce
from django.utils import timezone
from django.utils.dateparse import parse_date
from rest_framework import serializers

from api.filters import Day, FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, document
from api.records import Listing, Records, Single, last_change
from api.v1.described import Described, NamesField
from programmes.models import Presence
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
    office = serializers.CharField(
        allow_null=True, help_text="The office that serves it (today, or on `covered_on`)."
    )
    team = serializers.CharField(allow_null=True)
    presence = serializers.ChoiceField([*Presence.Kind.values, "unknown"])


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
        "presence": row["present"],
    }


class CoveredOn(Day):
    """Countries that an office serves on a day."""

    def filter(self, qs: QuerySet[Any], value: date | None) -> QuerySet[Any]:
        """The day itself is where the office is looked up."""
        return qs.filter(office__isnull=False) if value else qs


class CountryFilters(FilterSet):
    office = OneOf("office", codes(RegionalOffice))
    team = OneOf("membership__team__code", codes(CountryTeam))
    status = OneOf("status", lambda: Country.Status.values)
    presence = OneOf("present", lambda: [*Presence.Kind.values, "unknown"])
    covered_on = CoveredOn(help_text="Served by an office on this day; `office` is that day's.")
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
        "present",
        "membership__team__code",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Countries are known to all staff; the office is that of the day asked for."""
        serving = OfficeCoverage.objects.on(self.day()).filter(country=OuterRef("pk"))
        return Country.objects.annotate(
            office=Subquery(serving.values("office__code")[:1]),
            present=Coalesce("presence__kind", Value("unknown")),
            updated_at=last_change(Country),
        )

    def day(self) -> date:
        """Today, or the day in the query (one that is none is refused by its filter)."""
        try:
            asked = parse_date(self.request.query_params.get("covered_on", ""))
        except ValueError:
            asked = None
        return asked or timezone.localdate()

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
