"""`teams/`: United Nations country teams, each of which may serve many countries."""

from typing import Any, ClassVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import OuterRef, QuerySet
from rest_framework import serializers

from api.filters import FilterSet, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Row, Shape, document
from api.records import Listing, Records, Single, last_change
from api.v1.described import Described, NamesField
from regions.languages import in_language
from regions.models import CountryTeam, RegionalOffice, TeamMembership
from regions.provenance import Certainty

SOURCE = "UNSDG, list of country teams"


class TeamDescription(Described):
    code = serializers.CharField()
    name = serializers.CharField()
    names = NamesField()
    unsdg_region = serializers.ChoiceField(CountryTeam.UnsdgRegion.choices)
    office = serializers.CharField()
    office_certainty = serializers.ChoiceField(Certainty.choices)
    countries = serializers.ListField(child=serializers.CharField())


def shape_team(row: Row, frame: Frame) -> Shape:
    """A team as a client gets it."""
    return {
        "url": frame.link("teams", row["code"]),
        "display": in_language(row["names"]),
        "updated_at": row["updated_at"],
        "provenance": document(SOURCE),
        "code": row["code"],
        "name": in_language(row["names"]),
        "names": row["names"],
        "unsdg_region": row["unsdg_region"],
        "office": row["office__code"],
        "office_certainty": row["office_certainty"],
        "countries": row["members"],
    }


class TeamFilters(FilterSet):
    office = OneOf("office__code", codes(RegionalOffice))
    unsdg_region = OneOf("unsdg_region", lambda: CountryTeam.UnsdgRegion.values)
    q = Search("code", *in_languages("names"))
    updated_since = UpdatedSince()


class TeamRecords(Records):
    serializer_class = TeamDescription
    columns = (
        "code",
        "names",
        "unsdg_region",
        "office__code",
        "office_certainty",
        "members",
        "updated_at",
    )

    def rows(self) -> QuerySet[Any, Any]:
        """Teams are known to all staff."""
        served = TeamMembership.objects.filter(team=OuterRef("pk")).order_by("country__iso3")
        return CountryTeam.objects.annotate(
            members=ArraySubquery(served.values("country__iso3")),
            updated_at=last_change(CountryTeam),
        )

    def shape(self, row: Row) -> Shape:
        """One team."""
        return shape_team(row, self.frame)


class Teams(TeamRecords, Listing):
    """Country teams with the countries they serve and the office responsible."""

    filterset_class = TeamFilters
    order = ("code",)
    orders: ClassVar = {"code": "code", "updated_at": "updated_at"}


class Team(TeamRecords, Single):
    """One team."""
