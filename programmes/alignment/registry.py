"""The rules by their code, and who checks what only rooms above can see."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, Literal

from programmes.alignment.facts import Country, Document, Framework, Team
from programmes.alignment.outcomes import Outcome

Of = Literal["document", "framework", "country"]
NO_TEAM: Final = Team("", "")


@dataclass(frozen=True)
class Case:
    """One subject in its surroundings, on a day, with the thresholds of the rule.

    `country` is that of a document or country; `team` is the team's (of no members where a
    country has none). A rule on a framework sees its team and the countries it serves.
    """

    day: date
    team: Team
    countries: tuple[Country, ...]
    parameters: Mapping[str, Any]

    @property
    def country(self) -> Country:
        """The country of a document, or the country itself."""
        return self.countries[0]


Check = Callable[[Any, Case], Outcome | None]


@dataclass(frozen=True)
class Rule:
    """A rule: the subjects it looks at, and the function that judges one."""

    code: str
    of: Of
    check: Check


@dataclass(frozen=True)
class Found:
    """What a source above found: a subject with its outcome and whom it concerns."""

    rule: str
    subject: str
    outcome: Outcome
    countries: tuple[str, ...] = ()
    office: str | None = None


Source = Callable[[date], Iterable[Found]]
RULES: Final[dict[str, Rule]] = {}
SOURCES: Final[dict[tuple[str, ...], Source]] = {}
Subject = Document | Framework | Country


def rule(code: str, *, of: Of) -> Callable[[Check], Check]:
    """Register a rule: `None` means that it does not apply to the subject, or not yet."""

    def register(check: Check) -> Check:
        RULES[code] = Rule(code, of, check)
        return check

    return register


def add_source(*codes: str, source: Source) -> None:
    """Rules that need answers or figures are checked by the rooms that have them."""
    SOURCES[codes] = source
