"""A small world of programmes: two offices, a team and a country each, and a row of each kind."""

from datetime import date

from programmes.models import CooperationFramework, CountryProgrammeDocument, FrameworkResult
from regions.models import OfficeCoverage, RegionalMechanism
from tests.factories import make_country, make_office, make_team


def set_up():
    """Kenya with the office ROAF, Jordan with ROAS."""
    for code, place in (("ROAF", "KEN"), ("ROAS", "JOR")):
        office = make_office(code)
        team = make_team(place, office)
        country = make_country(place)
        OfficeCoverage.objects.create(country=country, office=office, certainty="published")
        framework = CooperationFramework.objects.create(
            team=team,
            kind="cooperation_framework",
            place_in_sequence="running",
            starts_on=date(2022, 1, 1),
            ends_on=date(2026, 12, 31),
        )
        FrameworkResult.objects.create(
            framework=framework, code="1", level="outcome", statement="Homes for all"
        )
        CountryProgrammeDocument.objects.create(
            country=country,
            generation="new",
            kind="full",
            starts_on=date(2023, 1, 1),
            ends_on=date(2026, 12, 31),
            framework=framework,
        )
        mechanism = {"code": f"{code.lower()}-rcp", "kind": "platform", "office": office}
        RegionalMechanism.objects.create(names={"en": f"Platform {code}"}, **mechanism)


def rows(place="KEN", office="ROAF"):
    """For each kind a whole row that would make a new record, of the office's own."""
    framework = f"{place} 2022-01-01"
    return {
        "frameworks": {
            "team": place,
            "kind": "cooperation_framework",
            "place_in_sequence": "next",
            "starts_on": "2027-01-01",
            "ends_on": "2030-12-31",
            "predecessor": framework,
        },
        "engagements": {
            "framework": framework,
            "valid_from": "2024-01-01",
            "signatory": "yes",
            "level": "active",
        },
        "contributions": {"country": place, "given_on": "2024-05-01", "topic": "Land"},
        "presence": {"country": place, "kind": "physical", "projects": "yes"},
        "programme-documents": {
            "country": place,
            "generation": "earlier",
            "kind": "short",
            "is_interim": True,
            "stage": "approved",
            "starts_on": "2018-01-01",
            "ends_on": "2022-12-31",
        },
        "framework-results": {
            "framework": framework,
            "code": "1.1",
            "level": "output",
            "parent": "1",
            "statement": "Plans are made",
        },
        "programme-results": {
            "document": f"{place} new 2023-01-01",
            "code": "1",
            "level": "outcome",
            "statement": "Homes for all",
            "derived_from": "1",
        },
        "mechanisms": {
            "code": f"{office.lower()}-forum",
            "kind": "forum",
            "names": {"en": "Forum", "fr": "Forum régional"},
            "office": office,
        },
        "mechanism-roles": {
            "mechanism": f"{office.lower()}-rcp",
            "role": "member",
            "countries": [place],
        },
        "work-plan-items": {
            "framework": framework,
            "country": place,
            "year": 2025,
            "code": "1.1.1",
            "plan": "Joint work plan 2025",
            "name": "Train city planners",
            "agencies": ["UN-Habitat", "UNDP"],
            "names_un_habitat": True,
            "required": "1250000.50",
        },
    }
