"""Facts for the rules, as small as they can be."""

from datetime import date
from typing import Any

from programmes.alignment.facts import (
    Contribution,
    Country,
    Document,
    Framework,
    Goal,
    Result,
    Team,
)
from programmes.alignment.registry import RULES, Case

DAY = date(2026, 5, 5)
TEAM = "KEN"


def a_framework(**facts: Any) -> Framework:
    """A framework for 2023 to 2027."""
    said: dict[str, Any] = {
        "pk": 1,
        "team": TEAM,
        "kind": "cooperation_framework",
        "place": "running",
        "starts_on": date(2023, 1, 1),
        "ends_on": date(2027, 12, 31),
    }
    unknown = ("original_ends_on", "signed_on", "extended_on", "evaluated_on", "predecessor")
    return Framework(**{**dict.fromkeys(unknown), **said, **facts})


def a_document(**facts: Any) -> Document:
    """A document of the new generation of which nothing else is on record."""
    said: dict[str, Any] = {
        "pk": 7,
        "country": TEAM,
        "generation": "new",
        "kind": "full",
        "is_interim": False,
        "stage": "unknown",
        "prc_decision": "unknown",
        "derivation": "unknown",
        "no_framework_reason": "",
        "replacement_plan": "",
        "extension_citation": "",
    }
    days = ("starts_on", "ends_on", "rc_consulted_on", "prc_reviewed_on", "government_signed_on")
    days += ("approved_on", "interim_until", "rechecked_on", "framework")
    sections = ("south_south_section", "results_section", "lessons_section")
    nothing = {**dict.fromkeys(days), **dict.fromkeys(sections, "unknown")}
    return Document(**{**nothing, **said, **facts})


def a_goal(pk: int = 11, level: str = "outcome", statement: str = "Homes for all") -> Goal:
    """A result of the framework."""
    return Goal(pk, level, str(pk), statement)


def a_result(goal: Goal | None = None, **facts: Any) -> Result:
    """An outcome of the document, derived from a result of its framework, with nothing else."""
    said: dict[str, Any] = {
        "pk": 21,
        "level": "outcome",
        "code": "1",
        "statement": "Homes for all",
        "goal": goal,
        "goal_framework": 1 if goal else None,
        "outside_rc_noted_on": None,
        "parent": None,
    }
    texts = ("strategic_plan_result", "indicator", "baseline", "target", "outside_justification")
    return Result(**{**dict.fromkeys(texts, ""), **said, **facts})


def a_case(*frameworks: Framework, day: date = DAY, **facts: Any) -> Case:
    """A country with its team; `team`, `documents`, `contributions`, `presence`, `parameters`."""
    country = Country(
        facts.get("country", TEAM),
        "ROAF",
        facts.get("team", TEAM),
        facts.get("presence"),
        tuple(facts.get("documents", ())),
        tuple(facts.get("contributions", ())),
    )
    team = Team(facts.get("team", TEAM), "ROAF", facts.get("members", (TEAM,)), frameworks)
    return Case(day, team, (country,), facts.get("parameters", {}))


def judged(code: str, subject: Any, case: Case | None = None) -> Any:
    """`passed`, the words of a finding, or what is missing; None where it is not due."""
    outcome = RULES[code].check(subject, case or a_case())
    if outcome is None:
        return None
    return outcome.says or outcome.missing or outcome.kind.value


__all__ = [
    "DAY",
    "Contribution",
    "a_case",
    "a_document",
    "a_framework",
    "a_goal",
    "a_result",
    "judged",
]
