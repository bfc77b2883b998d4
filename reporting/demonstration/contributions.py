"""Invented contributions to country analyses and to the design of next frameworks."""

from collections.abc import Collection, Iterator
from datetime import date, timedelta

from programmes.models import AnalysisContribution, CooperationFramework
from regions.models import Country
from reporting.demonstration.chance import drawn, happens, pick
from reporting.demonstration.plans import plans, read_file
from reporting.demonstration.programmes import SOURCE


def invent_contributions(day: date, *, without: Collection[str] = ()) -> int:
    """Where UN-Habitat takes an active part, and to the frameworks of invented documents.

    Called again for a later day it adds only what is not on record yet.
    """
    made = list(_contributions(day, without))
    AnalysisContribution.objects.bulk_create(made, ignore_conflicts=True)
    return len(made)


def _contributions(day: date, without: Collection[str]) -> Iterator[AnalysisContribution]:
    """One before a framework began, to those countries that are a team of their own."""
    planned = {plan.country for plan in plans()}
    active = set(_active_teams())
    countries = Country.objects.in_bulk(planned | active, field_name="iso3")
    frameworks = CooperationFramework.objects.filter(team__code__in=countries)
    for framework in frameworks.select_related("team").order_by("team__code", "starts_on"):
        code = framework.team.code
        is_next = framework.starts_on > day
        if code not in without and (code in planned or happens(0.6, "analysis", code)):
            given_on = framework.starts_on - timedelta(days=200 + int(drawn("given", code) * 200))
            if given_on <= day:
                yield _contribution(countries[code], framework, given_on, is_next=is_next)


def _active_teams() -> Iterator[str]:
    active = CooperationFramework.objects.filter(engagements__level="active")
    yield from active.order_by().values_list("team__code", flat=True).distinct()


def _contribution(
    country: Country, framework: CooperationFramework, given_on: date, *, is_next: bool
) -> AnalysisContribution:
    kinds = AnalysisContribution.Kind
    return AnalysisContribution(
        country=country,
        kind=kinds.DESIGN if is_next else kinds.ANALYSIS,
        framework=framework,
        given_on=given_on,
        topic=pick(read_file()["contributions"]["topics"], "topic", country.iso3),
        source=SOURCE,
        is_invented=True,
    )
