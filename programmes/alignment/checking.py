"""All rules over all records, with what the secretariat has set and set aside."""

import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from programmes.alignment import rules
from programmes.alignment.facts import World
from programmes.alignment.outcomes import Kind, Outcome
from programmes.alignment.reading import read_world
from programmes.alignment.registry import NO_TEAM, RULES, SOURCES, Case, Found, Rule, Subject
from programmes.models import AlignmentRule, FindingDismissal

__all__ = ["Checked", "Dismissal", "check", "rules"]


@dataclass(frozen=True)
class Dismissal:
    """That a finding was set aside; `holds` while its facts are as they were."""

    reason: str
    on: date
    by: str
    holds: bool


@dataclass(frozen=True)
class Checked:
    """What one rule says of one subject, in plain values; words are made when it is shown."""

    rule: str
    outcome: Kind
    severity: str
    countries: tuple[str, ...]
    office: str | None
    subject: str
    objects: tuple[str, ...]
    says: str
    facts: Mapping[str, Any]
    missing: tuple[str, ...]
    fingerprint: str
    dismissal: Dismissal | None = None

    @property
    def country(self) -> str | None:
        """The one country it concerns; none where a framework serves many."""
        return self.countries[0] if len(self.countries) == 1 else None

    @property
    def is_open(self) -> bool:
        """A finding that nobody has set aside, or whose facts have changed since."""
        return self.outcome is Kind.FINDING and not (self.dismissal and self.dismissal.holds)


Settings = Mapping[str, AlignmentRule]
SORTED: Final = json.JSONEncoder(sort_keys=True)
NEW: Final = "new"
WITHDRAWN: Final = "withdrawn"


def check(day: date) -> list[Checked]:
    """Every rule that is on, over everything on record, in the order of the rules."""
    settings = read_settings()
    dismissed = read_dismissals()
    found = [*over_world(read_world(day), day, settings), *over_sources(day, settings)]
    checked = [completed(each, settings[each.rule], dismissed) for each in found]
    return sorted(checked, key=lambda each: (each.rule, each.countries, each.subject))


def read_settings() -> Settings:
    """The rules that are on."""
    return {each.code: each for each in AlignmentRule.objects.filter(is_on=True)}


def read_dismissals() -> dict[tuple[str, str], FindingDismissal]:
    """What was set aside, by rule and subject."""
    rows = FindingDismissal.objects.select_related("dismissed_by")
    return {(row.rule_id, row.subject): row for row in rows}


def over_world(world: World, day: date, settings: Settings) -> Iterator[Found]:
    """The rules of this room over their subjects."""
    for code, setting in settings.items():
        if code in RULES:
            for subject, case in subjects(RULES[code], world, day, setting.parameters):
                outcome = RULES[code].check(subject, case)
                if outcome is not None:
                    yield found_of(code, subject, outcome, case)


def found_of(code: str, subject: Subject, outcome: Outcome, case: Case) -> Found:
    """An outcome with whom it concerns."""
    countries = tuple(each.iso3 for each in case.countries)
    office = case.team.office or next((each.office for each in case.countries), None)
    return Found(code, subject.name, outcome, countries, office)


def over_sources(day: date, settings: Settings) -> Iterator[Found]:
    """The rules that rooms above check."""
    for codes, source in SOURCES.items():
        if any(code in settings for code in codes):
            yield from (each for each in source(day) if each.rule in settings)


def subjects(
    rule: Rule, world: World, day: date, parameters: Mapping[str, Any]
) -> Iterator[tuple[Subject, Case]]:
    """What a rule looks at: documents of the new generation, frameworks not over, countries."""
    if rule.of == "framework":
        yield from frameworks(world, day, parameters)
        return
    for country in world.countries.values():
        team = world.teams.get(country.team or "", NO_TEAM)
        case = Case(day, team, (country,), parameters)
        if rule.of == "country":
            yield country, case
        else:
            yield from ((each, case) for each in country.documents if is_checked(each))


def is_checked(document: Any) -> bool:
    """The policy is of 2024: it binds the new generation, and no document that was withdrawn."""
    return bool(document.generation == NEW and document.stage != WITHDRAWN)


def frameworks(
    world: World, day: date, parameters: Mapping[str, Any]
) -> Iterator[tuple[Subject, Case]]:
    """Frameworks that run or are to come, with their team and its countries."""
    for team in world.teams.values():
        served = tuple(world.countries[iso3] for iso3 in team.members)
        case = Case(day, team, served, parameters)
        yield from ((each, case) for each in team.frameworks if each.ends_on >= day)


def completed(
    found: Found, setting: AlignmentRule, dismissed: Mapping[tuple[str, str], FindingDismissal]
) -> Checked:
    """With the weight the secretariat gave it, and what was set aside."""
    outcome = found.outcome
    mark = fingerprint(found)
    dismissal = dismissed.get((found.rule, found.subject))
    return Checked(
        found.rule,
        outcome.kind,
        severity(outcome, setting),
        found.countries,
        found.office,
        found.subject,
        (found.subject, *outcome.others),
        outcome.says,
        outcome.facts,
        outcome.missing,
        mark,
        set_aside(dismissal, mark) if dismissal else None,
    )


def severity(outcome: Outcome, setting: AlignmentRule) -> str:
    """The weight of a finding; the milder case of a rule has a weight of its own."""
    if outcome.kind is not Kind.FINDING:
        return ""
    return (outcome.is_lesser and setting.lesser_severity) or setting.severity


def fingerprint(found: Found) -> str:
    """SHA-256 of what was said and of the facts: another fact is another finding.

    What passed or cannot be checked is never set aside, so it has none.
    """
    if found.outcome.kind is not Kind.FINDING:
        return ""
    said = [found.rule, found.subject, found.outcome.says, found.outcome.facts]
    return hashlib.sha256(SORTED.encode(said).encode()).hexdigest()


def set_aside(dismissal: FindingDismissal, mark: str) -> Dismissal:
    """A dismissal, and whether the facts are still those that were dismissed."""
    by = str(dismissal.dismissed_by)
    return Dismissal(dismissal.reason, dismissal.dismissed_on, by, dismissal.fingerprint == mark)


def of_country(checked: Iterable[Checked], iso3: str) -> list[Checked]:
    """What concerns a country, its team's frameworks included."""
    return [each for each in checked if iso3 in each.countries]
