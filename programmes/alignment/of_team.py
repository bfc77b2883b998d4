"""The facts of one team in one query, for a page that is about one answer."""

from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from decimal import Decimal
from typing import Any, Final, TypeVar

from django.contrib.postgres.expressions import ArraySubquery
from django.db.models import F, OuterRef, QuerySet
from django.db.models.functions import JSONObject

from programmes.alignment.facts import (
    Contribution,
    Country,
    Document,
    Framework,
    Goal,
    Item,
    Part,
    Result,
    Team,
)
from programmes.alignment.reading import PATHS
from programmes.models import (
    AlignmentRule,
    AnalysisContribution,
    CooperationFramework,
    CountryProgrammeDocument,
    FrameworkEngagement,
    FrameworkResult,
    ProgrammeResult,
    WorkPlanItem,
)
from regions.models import CountryTeam, OfficeCoverage, TeamMembership

Fact = TypeVar("Fact")
Row = Mapping[str, Any]
MONEY: Final = frozenset({"required", "available", "spent"})
DAYS: Final = frozenset({"valid_from", "valid_to", "as_of"})


@dataclass(frozen=True)
class Surroundings:
    """A team with its countries, and the thresholds of the rules that are on."""

    team: Team
    countries: tuple[Country, ...]
    parameters: Mapping[str, Row]


def read_team(code: str, day: date) -> Surroundings:
    """A team and its countries, as `read_world` has them."""
    rows = CountryTeam.objects.filter(code=code).annotate(
        found_frameworks=frameworks(), found_countries=countries(day), found_rules=rules()
    )
    names = ("office__code", "found_frameworks", "found_countries", "found_rules")
    office, found, served, on = rows.values_list(*names).get()
    known = {row["pk"]: framework_of(row) for row in found}
    read = tuple(country_of(row, code, known) for row in served)
    team = Team(code, office, tuple(each.iso3 for each in read), tuple(known.values()))
    return Surroundings(team, read, {row["code"]: row["parameters"] for row in on})


def rules() -> ArraySubquery:
    """The rules that are on, with their thresholds."""
    rows = AlignmentRule.objects.filter(is_on=True)
    return ArraySubquery(rows.values_list(JSONObject(code=F("code"), parameters=F("parameters"))))


def each(rows: QuerySet[Any], kind: type[Any], **parts: Any) -> ArraySubquery:
    """Rows below the outer one as objects, the fields of a kind of fact as its reader has them."""
    paths = {**{x.name: x.name for x in fields(kind)}, **PATHS.get(kind, {})}
    plain = {name: F(path) for name, path in paths.items() if path}
    return ArraySubquery(rows.values_list(JSONObject(**plain, **parts)))


def below(model: Any, field: str, *order: str) -> QuerySet[Any]:
    """The records that refer to the outer one, in their order."""
    rows: QuerySet[Any] = model.objects.filter(**{field: OuterRef("pk")}).order_by(*order)
    return rows


def frameworks() -> ArraySubquery:
    """Frameworks with parts, results and work plan."""
    return each(
        below(CooperationFramework, "team", "starts_on"),
        Framework,
        parts=each(below(FrameworkEngagement, "framework", "valid_from"), Part),
        goals=each(below(FrameworkResult, "framework", "position", "code"), Goal),
        items=each(below(WorkPlanItem, "framework", "year", "code", "pk"), Item),
    )


def countries(day: date) -> ArraySubquery:
    """Countries with presence, programme documents and contributions."""
    members = TeamMembership.objects.filter(team=OuterRef("pk")).order_by("country__iso3")
    served = OfficeCoverage.objects.on(day).filter(country=OuterRef("country"))
    documents = CountryProgrammeDocument.objects.filter(country=OuterRef("country"))
    given = AnalysisContribution.objects.filter(country=OuterRef("country"))
    results = below(ProgrammeResult, "document", "position", "code")
    return ArraySubquery(
        members.values_list(
            JSONObject(
                iso3=F("country__iso3"),
                offices=ArraySubquery(served.values_list("office__code")),
                presence=F("country__presence__kind"),
                documents=each(
                    documents.order_by("starts_on", "pk"),
                    Document,
                    results=each(results, Result, goal=F("derived_from_id")),
                ),
                contributions=each(given.order_by("given_on"), Contribution),
            )
        )
    )


def framework_of(row: Row) -> Framework:
    """A framework with its parts, from JSON."""
    parts = tuple(fact_of(Part, x) for x in row["parts"])
    goals = tuple(fact_of(Goal, x) for x in row["goals"])
    items = tuple(fact_of(Item, x) for x in row["items"])
    return fact_of(Framework, {**row, "parts": parts, "goals": goals, "items": items})


def country_of(row: Row, team: str, known: Mapping[int, Framework]) -> Country:
    """A country with its documents, from JSON.

    A document that names a framework of another team (rule A02) is read as naming none.
    """
    goals = {goal.pk: (goal, x.pk) for x in known.values() for goal in x.goals}
    documents = tuple(document_of(x, row["iso3"], known, goals) for x in row["documents"])
    given = tuple(fact_of(Contribution, x) for x in row["contributions"])
    office = next(iter(row["offices"]), None)
    return Country(row["iso3"], office, team, row["presence"], documents, given)


def document_of(
    row: Row, iso3: str, known: Mapping[int, Framework], goals: Mapping[int, tuple[Goal, int]]
) -> Document:
    """A programme document with its results, from JSON."""
    results = tuple(result_of(x, goals) for x in row["results"])
    named = known.get(row["framework"])
    return fact_of(Document, {**row, "country": iso3, "framework": named, "results": results})


def result_of(row: Row, goals: Mapping[int, tuple[Goal, int]]) -> Result:
    """A result with what it is derived from, from JSON."""
    goal, framework = goals.get(row["goal"], (None, None))
    return fact_of(Result, {**row, "goal": goal, "goal_framework": framework})


def fact_of(kind: type[Fact], row: Row) -> Fact:
    """A fact from JSON: days and amounts get their types back."""
    names = [x.name for x in fields(kind)]  # type: ignore[arg-type]
    return kind(**{name: typed(name, row[name]) for name in names})


def typed(name: str, value: Any) -> Any:
    """A day from ISO text, an amount from a number."""
    if not isinstance(value, str | int | float) or isinstance(value, bool):
        return value
    if name in MONEY:
        return Decimal(str(value))
    is_day = name in DAYS or name.endswith("_on") or name == "interim_until"
    return date.fromisoformat(str(value)) if is_day else value
