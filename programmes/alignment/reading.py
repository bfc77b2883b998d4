"""All facts read at once: as many queries for one country as for two hundred."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import fields
from datetime import date
from typing import Any, Final, TypeVar

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
    World,
)
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
from regions.models import Country as CountryRecord
from regions.models import CountryTeam, OfficeCoverage, TeamMembership

PATHS: Final[dict[type[Any], dict[str, str]]] = {
    Framework: {
        "team": "team__code",
        "place": "place_in_sequence",
        "predecessor": "predecessor_id",
        **dict.fromkeys(("parts", "goals", "items"), ""),
    },
    Document: {"country": "country__iso3", "framework": "framework_id", "results": ""},
    Item: {"country": "country__iso3"},
    Contribution: {"framework": "framework_id"},
    Result: {"goal": "", "goal_framework": "", "parent": "parent_id"},
}
"""Where a fact stands in its record, where not under its own name; nowhere for what is below it."""

Fact = TypeVar("Fact")
Groups = Mapping[Any, tuple[Fact, ...]]


def read_world(day: date) -> World:
    """The facts on record, offices as of the day: eleven queries."""
    frameworks = read_frameworks()
    documents = read_documents(frameworks)
    return World(read_countries(day, documents), read_teams(frameworks.values()))


def named_rows(rows: Any, kind: type[Any]) -> Iterator[dict[str, Any]]:
    """The fields of a kind of fact that stand in its own record."""
    paths = {**{each.name: each.name for each in fields(kind)}, **PATHS.get(kind, {})}
    names = [name for name, path in paths.items() if path]
    for row in rows.values_list(*(paths[name] for name in names)):
        yield dict(zip(names, row, strict=True))


def grouped(pairs: Iterable[tuple[Any, Fact]]) -> dict[Any, tuple[Fact, ...]]:
    """Facts by their key, in their order; nothing for a key without any."""
    groups: dict[Any, list[Fact]] = defaultdict(list)
    for key, fact in pairs:
        groups[key].append(fact)
    return {key: tuple(found) for key, found in groups.items()}


def read_frameworks() -> dict[int, Framework]:
    """Every framework with its parts, results and work plan: four queries."""
    parts, goals, items = read_parts(), read_goals(), read_items()
    rows = named_rows(CooperationFramework.objects.order_by("team__code", "starts_on"), Framework)
    found = (
        Framework(
            **row,
            parts=parts.get(row["pk"], ()),
            goals=goals.get(row["pk"], ()),
            items=items.get(row["pk"], ()),
        )
        for row in rows
    )
    return {each.pk: each for each in found}


def read_parts() -> Groups[Part]:
    """UN-Habitat's parts by framework."""
    rows = FrameworkEngagement.objects.order_by("framework", "valid_from")
    keys = rows.values_list("framework_id", *(each.name for each in fields(Part)))
    return grouped((row[0], Part(*row[1:])) for row in keys)


def read_goals() -> Groups[Goal]:
    """Results of frameworks."""
    rows = FrameworkResult.objects.order_by("framework", "position", "code")
    keys = rows.values_list("framework_id", "pk", "level", "code", "statement")
    return grouped((row[0], Goal(*row[1:])) for row in keys)


def read_items() -> Groups[Item]:
    """Items of joint work plans by framework."""
    rows = WorkPlanItem.objects.order_by("framework", "year", "code", "pk")
    names = ("pk", "year", "country__iso3", "code", "names_un_habitat")
    money = ("required", "available", "spent")
    keys = rows.values_list("framework_id", *names, *money)
    return grouped((row[0], Item(*row[1:])) for row in keys)


def read_documents(frameworks: Mapping[int, Framework]) -> Groups[Document]:
    """Programme documents by country: two queries."""
    results = read_results(frameworks)
    rows = named_rows(
        CountryProgrammeDocument.objects.order_by("country__iso3", "starts_on", "pk"), Document
    )
    found = (
        Document(
            **{**row, "framework": frameworks.get(row["framework"])},
            results=results.get(row["pk"], ()),
        )
        for row in rows
    )
    return grouped((document.country, document) for document in found)


def read_results(frameworks: Mapping[int, Framework]) -> Groups[Result]:
    """Results of programme documents, each with the framework's result it is derived from."""
    goals = {
        goal.pk: (goal, framework.pk)
        for framework in frameworks.values()
        for goal in framework.goals
    }
    rows = ProgrammeResult.objects.order_by("document", "position", "code")
    texts = ("indicator", "baseline", "target", "outside_justification", "outside_rc_noted_on")
    keys = rows.values_list(
        *("document_id", "derived_from_id", "pk", "level", "code", "statement"),
        *("strategic_plan_result", *texts, "parent_id"),
    )
    return grouped(
        (row[0], Result(*row[2:6], *goals.get(row[1], (None, None)), *row[6:])) for row in keys
    )


def read_countries(day: date, documents: Groups[Document]) -> dict[str, Country]:
    """Countries that have a team or an office: three queries, and those of what they hold."""
    offices = dict(OfficeCoverage.objects.on(day).values_list("country__iso3", "office__code"))
    presence = dict(Presence.objects.values_list("country__iso3", "kind"))
    given = read_contributions()
    rows = CountryRecord.objects.order_by("iso3").values_list("iso3", "membership__team__code")
    return {
        iso3: Country(
            iso3,
            offices.get(iso3),
            team,
            presence.get(iso3),
            documents.get(iso3, ()),
            given.get(iso3, ()),
        )
        for iso3, team in rows
    }


def read_contributions() -> Groups[Contribution]:
    """Contributions to analyses and designs by country."""
    rows = AnalysisContribution.objects.order_by("country__iso3", "given_on")
    keys = rows.values_list("country__iso3", "kind", "given_on", "framework_id")
    return grouped((row[0], Contribution(*row[1:])) for row in keys)


def read_teams(frameworks: Iterable[Framework]) -> dict[str, Team]:
    """Country teams with their members and frameworks: two queries."""
    members = TeamMembership.objects.order_by("country__iso3")
    served = grouped(members.values_list("team__code", "country__iso3"))
    of_team = grouped((each.team, each) for each in frameworks)
    rows = CountryTeam.objects.order_by("code").values_list("code", "office__code")
    return {
        code: Team(code, office, served.get(code, ()), of_team.get(code, ()))
        for code, office in rows
    }
