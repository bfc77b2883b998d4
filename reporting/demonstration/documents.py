"""Invented programme documents, so that workflow and rules have something to show.

They stand in countries that have none on record, beside facts that stay as they are. No past
publication knows of them: they are made when all rounds are.
"""

from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any

from accounts.models import User
from programmes.criteria import asked_of
from programmes.models import CooperationFramework, CountryProgrammeDocument, CriterionJudgement
from regions.models import Country
from reporting.demonstration.aims import invent_results
from reporting.demonstration.contributions import invent_contributions
from reporting.demonstration.plans import IN_FORCE, Plan, framework_for, period_of, plans
from reporting.demonstration.programmes import SOURCE

Made = list[tuple[Plan, CountryProgrammeDocument]]


def invent_programmes(day: date, reviewer: User) -> int:
    """Documents with results, contributions to country analyses, a sheet half filled in."""
    made = invent_documents(day)
    invent_results(made)
    invent_contributions(day, without=without_contribution())
    invent_judgements(made, day, reviewer)
    return len(made)


def without_contribution() -> set[str]:
    """Where an invented document lacks its contribution to the analysis: a fault to be found."""
    return {plan.country for plan in plans() if plan.has("no_contribution")}


def invent_documents(day: date) -> Made:
    """Each document of the data file, unless the country has one on record."""
    found = list(_documents(day))
    CountryProgrammeDocument.objects.bulk_create(document for _plan, document in found)
    return found


def _documents(day: date) -> Iterator[tuple[Plan, CountryProgrammeDocument]]:
    free = Country.objects.filter(programme_documents=None)
    countries = free.in_bulk([plan.country for plan in plans()], field_name="iso3")
    by_team: dict[str, list[CooperationFramework]] = {}
    for each in CooperationFramework.objects.filter(team__code__in=countries).order_by("starts_on"):
        by_team.setdefault(each.team.code, []).append(each)
    for plan in plans():
        framework = framework_for(by_team.get(plan.country, []), day)
        if plan.country in countries and framework is not None:
            yield plan, _document(plan, countries[plan.country], framework, day)


def _document(
    plan: Plan, country: Country, framework: CooperationFramework, day: date
) -> CountryProgrammeDocument:
    first, last = period_of(plan, framework, day)
    return CountryProgrammeDocument(
        country=country,
        generation="new",
        kind="short" if plan.has("short") else "full",
        stage=plan.stage,
        starts_on=first,
        ends_on=last,
        framework=framework,
        source=SOURCE,
        is_invented=True,
        **_facts(plan, min(first - timedelta(days=30), day - timedelta(days=14)), day),
    )


def _facts(plan: Plan, approved: date, day: date) -> dict[str, Any]:
    """What a document of this stage has on record; a fault leaves something out."""
    if plan.stage == "launching":
        return {}
    facts: dict[str, Any] = {"derivation": _derivation(plan)}
    if not plan.has("not_consulted"):
        facts["rc_consulted_on"] = approved - timedelta(days=60)
    if plan.stage in {"prc_review", *IN_FORCE}:
        facts |= _sections(plan)
    if plan.stage in IN_FORCE:
        facts |= _approval(plan, approved, day)
    return facts


def _derivation(plan: Plan) -> str:
    if plan.has("not_derived"):
        return "unknown"
    return "C" if plan.has("outside") else "B"


def _sections(plan: Plan) -> dict[str, Any]:
    return {
        "results_section": "yes",
        "lessons_section": "no" if plan.has("no_lessons") else "yes",
        "south_south_section": "no" if plan.has("no_south") else "yes",
    }


def _approval(plan: Plan, approved: date, day: date) -> dict[str, Any]:
    facts: dict[str, Any] = {"approved_on": approved}
    if not plan.has("unreviewed"):
        facts |= {"prc_reviewed_on": approved - timedelta(days=20), "prc_decision": "approved"}
    if not plan.has("not_signed"):
        facts["government_signed_on"] = min(approved + timedelta(days=10), day)
    return facts


def invent_judgements(made: Made, day: date, reviewer: User) -> None:
    """The sheet of what is before the committee: most is judged, some is left to judge."""
    rows = []
    for plan, document in made:
        if plan.stage == "prc_review":
            for place, criterion in enumerate(asked_of(document)[:-3]):
                verdict, note = ("met", "") if place != 2 else ("partly", "No joint programme yet.")
                rows.append(
                    CriterionJudgement(
                        document=document,
                        criterion=criterion,
                        verdict=verdict,
                        note=note,
                        judged_on=day - timedelta(days=3),
                        judged_by=reviewer,
                    )
                )
    CriterionJudgement.objects.bulk_create(rows)
