"""Facts are read whole, in a set number of queries, and the same for one team as for all."""

from datetime import date
from decimal import Decimal

import pytest

from programmes.alignment.of_team import read_team
from programmes.alignment.reading import read_world
from programmes.models import (
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    Presence,
    ProgrammeResult,
    WorkPlanItem,
)
from regions.models import OfficeCoverage
from tests.factories import make_office, make_team
from tests.programmes.alignment.world import DAY

pytestmark = pytest.mark.django_db


def fill(code, office):
    """One of everything, for a team of one country."""
    team = make_team(code, office)
    country = team.countries.get()
    framework = CooperationFramework.objects.create(
        team=team,
        kind="cooperation_framework",
        place_in_sequence="running",
        starts_on=date(2023, 1, 1),
        ends_on=date(2027, 12, 31),
        original_ends_on=date(2025, 12, 31),
    )
    OfficeCoverage.objects.create(country=country, office=office, certainty="proposed")
    FrameworkEngagement.objects.create(framework=framework, valid_from=DAY, level="light")
    goal = FrameworkResult.objects.create(
        framework=framework, code="1", level="outcome", statement="Homes"
    )
    WorkPlanItem.objects.create(
        framework=framework,
        country=country,
        year=2026,
        code="1.1.1",
        names_un_habitat=True,
        required=Decimal("1000000.50"),
    )
    document = CountryProgrammeDocument.objects.create(
        country=country, generation="new", kind="full", framework=framework, approved_on=DAY
    )
    ProgrammeResult.objects.create(
        document=document, code="1", level="outcome", statement="Homes", derived_from=goal
    )
    AnalysisContribution.objects.create(country=country, given_on=DAY)
    Presence.objects.create(country=country, kind="limited")
    return team


def test_the_facts_of_one_team_are_those_of_the_world():
    for code in ("KEN", "UGA"):
        fill(code, make_office("ROAF"))

    world = read_world(DAY)

    read = read_team("KEN", DAY)
    assert (read.team, read.countries) == (world.teams["KEN"], (world.countries["KEN"],))
    assert world.countries["KEN"].documents[0].results[0].goal.statement == "Homes"


def test_as_many_queries_for_one_team_as_for_five(django_assert_num_queries):
    office = make_office("ROAF")
    for code in ("KEN", "UGA", "TZA", "RWA", "BDI"):
        fill(code, office)
        with django_assert_num_queries(12):
            read_world(DAY)
        with django_assert_num_queries(1):
            read_team(code, DAY)
