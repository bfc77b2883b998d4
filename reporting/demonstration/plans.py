"""What the data file says of the invented programme documents, and their days."""

import tomllib
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache
from pathlib import Path
from typing import Any, Final

from programmes.models import CooperationFramework

DATA: Final = Path(__file__).parent / "data" / "programmes.toml"
IN_FORCE: Final = frozenset({"approved", "running"})


@dataclass(frozen=True)
class Plan:
    """An invented document: its country, its stage, and the faults it is to show."""

    country: str
    stage: str
    faults: frozenset[str] = frozenset()

    def has(self, fault: str) -> bool:
        """Whether the document is to show a fault."""
        return fault in self.faults


@cache
def read_file() -> dict[str, Any]:
    """The whole file."""
    return tomllib.loads(DATA.read_text(encoding="utf-8"))


def plans() -> list[Plan]:
    """Every document, in the order of the file."""
    return [
        Plan(row["country"], row["stage"], frozenset(row.get("faults", ())))
        for row in read_file()["documents"]
    ]


def framework_for(frameworks: list[CooperationFramework], day: date) -> CooperationFramework | None:
    """The framework that runs, else the last there was."""
    running = [each for each in frameworks if each.starts_on <= day <= each.ends_on]
    return next(iter(running or frameworks[-1:]), None)


def period_of(plan: Plan, framework: CooperationFramework, day: date) -> tuple[date, date]:
    """The days of a document: those of the framework, unless it comes later or has a fault."""
    first, last = framework.starts_on, framework.ends_on
    if plan.stage not in {"running", "withdrawn"}:
        first = min(date(day.year + 1, 1, 1), last - timedelta(days=364))
    if plan.has("beyond_the_framework"):
        last = years_later(last, 1)
    if plan.has("ends_early"):
        last = years_later(last, -1)
    return first, last


def years_later(day: date, years: int) -> date:
    """The same day of another year; 29 February becomes the 28th."""
    if (day.month, day.day) == (2, 29):
        day = day.replace(day=28)
    return day.replace(year=day.year + years)
