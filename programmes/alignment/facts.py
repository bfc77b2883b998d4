"""The facts that the rules read: plain values, gathered once for all rules."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from decimal import Decimal


@dataclass(frozen=True)
class Part:
    """UN-Habitat's part in a framework during a period; an open end is no end."""

    signatory: str
    level: str
    valid_from: date | None
    valid_to: date | None
    as_of: date | None

    def holds(self, day: date) -> bool:
        """Whether it is the part of a day; the last day counts."""
        begun = self.valid_from is None or self.valid_from <= day
        return begun and (self.valid_to is None or day <= self.valid_to)


@dataclass(frozen=True)
class Goal:
    """A result of a framework: the yardstick."""

    pk: int
    level: str
    code: str
    statement: str


@dataclass(frozen=True)
class Item:
    """An item of a joint work plan; an amount that is not stated is None."""

    pk: int
    year: int
    country: str | None
    code: str
    names_un_habitat: bool
    required: Decimal | None
    available: Decimal | None
    spent: Decimal | None


@dataclass(frozen=True)
class Framework:
    """A framework with all that is on record of UN-Habitat's part in it."""

    pk: int
    team: str
    kind: str
    place: str
    starts_on: date
    ends_on: date
    original_ends_on: date | None
    signed_on: date | None
    extended_on: date | None
    evaluated_on: date | None
    predecessor: int | None
    parts: tuple[Part, ...] = ()
    goals: tuple[Goal, ...] = ()
    items: tuple[Item, ...] = ()

    @property
    def name(self) -> str:
        """How findings refer to it."""
        return f"frameworks/{self.pk}"

    def runs(self, day: date) -> bool:
        """Whether it is in force; the last day counts."""
        return self.starts_on <= day <= self.ends_on

    def part(self, day: date) -> Part | None:
        """UN-Habitat's part on a day."""
        return next((part for part in self.parts if part.holds(day)), None)


@dataclass(frozen=True)
class Result:
    """A result of a programme document; `goal` is the framework's result it is derived from.

    `parent` is the result of the same document that it is part of.
    """

    pk: int
    level: str
    code: str
    statement: str
    goal: Goal | None
    goal_framework: int | None
    strategic_plan_result: str
    indicator: str
    baseline: str
    target: str
    outside_justification: str
    outside_rc_noted_on: date | None
    parent: int | None


@dataclass(frozen=True)
class Document:
    """A Habitat Country Programme Document."""

    pk: int
    country: str
    generation: str
    kind: str
    is_interim: bool
    stage: str
    starts_on: date | None
    ends_on: date | None
    framework: Framework | None
    no_framework_reason: str
    derivation: str
    rc_consulted_on: date | None
    prc_reviewed_on: date | None
    prc_decision: str
    government_signed_on: date | None
    approved_on: date | None
    south_south_section: str
    results_section: str
    lessons_section: str
    interim_until: date | None
    replacement_plan: str
    extension_citation: str
    rechecked_on: date | None
    results: tuple[Result, ...] = ()

    @property
    def name(self) -> str:
        """How findings refer to it."""
        return f"programme-documents/{self.pk}"


@dataclass(frozen=True)
class Contribution:
    """What UN-Habitat gave to a country analysis or to a framework's design."""

    kind: str
    given_on: date | None
    framework: int | None


@dataclass(frozen=True)
class Country:
    """A country with its office, its team and UN-Habitat's work there on the day."""

    iso3: str
    office: str | None
    team: str | None
    presence: str | None
    documents: tuple[Document, ...] = ()
    contributions: tuple[Contribution, ...] = ()

    @property
    def name(self) -> str:
        """How findings refer to it."""
        return f"countries/{self.iso3}"


@dataclass(frozen=True)
class Team:
    """A country team with its frameworks, oldest first; none for a country without a team."""

    code: str
    office: str
    members: tuple[str, ...] = ()
    frameworks: tuple[Framework, ...] = ()

    def running(self, day: date) -> Framework | None:
        """The framework in force on a day: at most one."""
        return next((each for each in self.frameworks if each.runs(day)), None)


@dataclass(frozen=True)
class World:
    """Everything the rules look at, as it was on record when it was read."""

    countries: Mapping[str, Country]
    teams: Mapping[str, Team]
