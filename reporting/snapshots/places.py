"""Offices, countries and teams as a publication keeps them: every name in every language."""

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
    """The countries with their team, the offices that serve them, and UN-Habitat's presence."""
    coverage = read_coverage()
    rows = records(
        Country.objects.order_by("iso3"),
        *("iso3", "m49", "status", "names", "designation_note"),
        team="membership__team__code",
        presence_kind="presence__kind",
        presence_as_of="presence__as_of",
        presence_source="presence__source",
        presence_is_invented="presence__is_invented",
    )
    return [
        {**row, "presence": _presence(row), "coverage": coverage.get(row["iso3"], [])}
        for row in rows
    ]


def _presence(row: Record) -> Record | None:
    presence = taken(row, "presence_")
    return with_provenance(presence) if presence["kind"] else None


def read_coverage() -> dict[str, list[Record]]:
    """The offices that served each country, from when to when."""
    rows = records(
        OfficeCoverage.objects.order_by("country__iso3", "starts_on"),
        *("starts_on", "ends_on", "certainty", "source", "is_invented"),
        country="country__iso3",
        office="office__code",
    )
    return grouped((row.pop("country"), with_provenance(row)) for row in rows)
