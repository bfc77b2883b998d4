"""Offices, countries and teams as a publication keeps them: every name in every language."""

from typing import Final

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef
from django.db.models.functions import JSONObject

from programmes.models import AnalysisContribution
from regions.models import Country, CountryTeam, OfficeCoverage, RegionalOffice, TeamMembership
from reporting.snapshots.plain import Record, grouped, records, taken, with_provenance


def read_offices() -> list[Record]:
    """The offices in their order."""
    rows = RegionalOffice.objects.order_by("position", "code")
    return records(rows, "code", "kind", "names", "area_names", "city")


def read_teams() -> list[Record]:
    """The country teams with their office and the countries they serve."""
    members = TeamMembership.objects.order_by("country__iso3")
    countries = grouped(members.values_list("team__code", "country__iso3"))
    columns = ("code", "names", "unsdg_region", "office_certainty")
    rows = records(CountryTeam.objects.order_by("code"), *columns, office="office__code")
    return [{**row, "countries": countries.get(row["code"], [])} for row in rows]


def read_countries() -> list[Record]:
    """The countries with their team, the offices that served them, UN-Habitat's presence and
    what it gave to their analysis: one query.
    """
    rows = records(
        Country.objects.annotate(served=_coverage(), given=_contributions()).order_by("iso3"),
        *("iso3", "m49", "status", "names", "designation_note"),
        team="membership__team__code",
        presence_kind="presence__kind",
        presence_projects="presence__projects",
        presence_as_of="presence__as_of",
        presence_source="presence__source",
        presence_is_invented="presence__is_invented",
        coverage="served",
        contributions="given",
    )
    return [
        {
            **row,
            "presence": _presence(row),
            "coverage": [with_provenance(each) for each in row["coverage"]],
            "contributions": [with_provenance(each) for each in row["contributions"]],
        }
        for row in rows
    ]


def _presence(row: Record) -> Record | None:
    presence = taken(row, "presence_")
    return with_provenance(presence) if presence["kind"] else None


SERVED: Final = ("starts_on", "ends_on", "certainty", "source", "is_invented")
GIVEN: Final = ("kind", "given_on", "topic", "unit", "note", "source", "is_invented")


def _coverage() -> ArraySubquery:
    """The offices that served a country, from when to when."""
    served = OfficeCoverage.objects.filter(country=OuterRef("pk")).order_by("starts_on", "pk")
    columns = {name: name for name in SERVED}
    return ArraySubquery(served.values_list(JSONObject(office="office__code", **columns)))


def _contributions() -> ArraySubquery:
    """What was given to a country's analysis and to its next framework; the undated come last."""
    given = AnalysisContribution.objects.filter(country=OuterRef("pk"))
    ordered = given.order_by(F("given_on").asc(nulls_last=True), "kind", "topic", "pk")
    columns = {name: name for name in GIVEN}
    return ArraySubquery(ordered.values_list(JSONObject(framework="framework_id", **columns)))
