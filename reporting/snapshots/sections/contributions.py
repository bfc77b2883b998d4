"""The section of UN-Habitat's specific contribution, and its row for each country team."""

from collections.abc import Iterator
from dataclasses import asdict

from reporting.completeness import Completeness, Recorded, recorded
from reporting.deriving import NO, running_in
from reporting.selecting import UNKNOWN, engagement_of
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

ITEMS_SHOWN = 3
"""Of a work plan; the rest is counted."""


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """The completeness of the whole and of every office that answers for teams."""
    asked = {team["office"] for team in snapshot.teams.values()}
    offices = [
        {**(shared.office_names(snapshot, code) or {}), "completeness": of_office(snapshot, code)}
        for code in snapshot.offices
        if code in asked
    ]
    yield (
        "contributions",
        {
            "offices": offices,
            "completeness": of_teams(snapshot, snapshot.teams),
            "signatures": signatures(snapshot),
        },
    )


def signatures(snapshot: Snapshot) -> dict[str, int]:
    """Of the frameworks that run: those signed, those signed without a line, and the silence."""
    teams = [snapshot.running_framework(code) for code in snapshot.teams]
    running = [each for each in teams if each is not None]
    signed = [each for each in running if engagement_of(each, "signatory") == "yes"]
    return {
        "running": len(running),
        "signed": len(signed),
        "without_line": sum(recorded(each) is Recorded.NO for each in signed),
        "unknown": sum(engagement_of(each, "signatory") == UNKNOWN for each in running),
    }


def of_office(snapshot: Snapshot, code: str) -> dict[str, int]:
    """The completeness of the teams of one office."""
    teams = {key: team for key, team in snapshot.teams.items() if team["office"] == code}
    return of_teams(snapshot, teams)


def of_teams(snapshot: Snapshot, teams: dict[str, Record]) -> dict[str, int]:
    """The counts as a section keeps them."""
    return asdict(Completeness.of(recorded(snapshot.running_framework(code)) for code in teams))


def listed(snapshot: Snapshot, code: str) -> Record:
    """A team with all that is on record of UN-Habitat's part in the framework that runs."""
    framework = snapshot.running_framework(code)
    found = {**(shared.team_names(snapshot, code) or {}), "recorded": recorded(framework)}
    if framework is None:
        return {**found, "framework": None}
    kept = ("id", "kind", "starts_on", "ends_on", "original_ends_on", "engagement")
    return {
        **found,
        "framework": {name: framework[name] for name in kept},
        "given": given(snapshot, framework),
        "work_plan": work_plan(snapshot, framework),
        "documents": derived(snapshot, framework),
    }


def given(snapshot: Snapshot, framework: Record) -> list[Record]:
    """Contributions to analysis and design; those that name an earlier framework do not count."""
    starts, first = snapshot.framework_starts, framework["starts_on"]
    return [
        {**row, "country": iso3}
        for iso3 in snapshot.teams[framework["team"]]["countries"]
        for row in snapshot.countries[iso3]["contributions"]
        if starts.get(row["framework"], first) >= first
    ]


def work_plan(snapshot: Snapshot, framework: Record) -> Record | None:
    """The newest joint work plan; of the items that name UN-Habitat the first few by name."""
    plan = snapshot.work_plans.get(framework["id"])
    if plan is None:
        return None
    return {**plan, "named": plan["named"][:ITEMS_SHOWN], "naming": len(plan["named"])}


def derived(snapshot: Snapshot, framework: Record) -> list[Record]:
    """The programme documents that name this framework; those under way that name none as well."""
    kept = ("country", "framework", "starts_on", "ends_on", "stage", "source", "provenance")
    day = snapshot.records["register_as_of"]
    return [
        {name: row[name] for name in kept}
        for iso3 in snapshot.teams[framework["team"]]["countries"]
        for row in snapshot.documents_by_country.get(iso3, [])
        if row["framework"] == framework["id"]
        or (row["framework"] is None and running_in(row, day) != NO)
    ]
