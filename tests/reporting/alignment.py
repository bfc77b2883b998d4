"""A country on which one rule finds something, whatever the day of the test."""

from datetime import date
from typing import Any

from django.utils import timezone

from programmes.models import AlignmentRule, CooperationFramework, CountryProgrammeDocument
from regions.models import CountryTeam, RegionalOffice
from tests import factories as make
from tests.reporting.world import make_coverage, make_engagement, make_framework


def this_year(plus: int = 0, month: int = 1, day: int = 1) -> date:
    """A day of this year or of one near it: pages ask the clock."""
    return date(timezone.localdate().year + plus, month, day)


def make_rule(code: str, severity: str = "warning", **fields: Any) -> AlignmentRule:
    said = {"condition": f"What {code} compares.", "basis": "HSP/EB.2025/8, para 16"}
    return AlignmentRule.objects.create(code=code, severity=severity, **{**said, **fields})


def make_running(code: str, office: RegionalOffice) -> CooperationFramework:
    """A framework of a team that runs for three years more; the office serves its country."""
    team = CountryTeam.objects.filter(code=code).first() or make.make_team(code, office)
    make_coverage(team.countries.get(), office)
    return make_framework(team, starts_on=this_year(-2), ends_on=this_year(3, 12, 31))


def make_finding(code: str, office: RegionalOffice) -> CooperationFramework:
    """Signed, and no programme document on record: rule A25."""
    make_rule("A25", "info")
    framework = make_running(code, office)
    make_engagement(framework)
    return framework


def make_gap(code: str, office: RegionalOffice, **fields: Any) -> CountryProgrammeDocument:
    """A document that ends two years before its framework: rule A05."""
    AlignmentRule.objects.filter(code="A05").exists() or make_rule("A05", parameters={"months": 6})
    framework = make_running(code, office)
    said = {"starts_on": this_year(-2), "ends_on": this_year(1, 12, 31), "framework": framework}
    return CountryProgrammeDocument.objects.create(
        country=make.make_country(code),
        generation="new",
        kind="full",
        **{**said, **fields},
    )
