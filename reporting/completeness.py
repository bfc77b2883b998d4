"""How far UN-Habitat's specific contribution is on record, framework by framework.

The African Group asked for it in March 2025: no office is to be left as a total. This is the
one place that judges whether a contribution is on record.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any, Self

Row = Mapping[str, Any]


class Recorded(StrEnum):
    """What is known of one country team; "not recorded" is not "none"."""

    YES = "yes"
    NO = "no"
    NO_FRAMEWORK = "no_framework"


def recorded(framework: Row | None) -> Recorded:
    """Whether the part in the framework that runs says in words what UN-Habitat does there."""
    if framework is None:
        return Recorded.NO_FRAMEWORK
    engagement = framework["engagement"] or {}
    is_told = engagement.get("specific_contribution", "").strip()
    return Recorded.YES if is_told else Recorded.NO


@dataclass(frozen=True)
class Completeness:
    """Of how many frameworks the contribution is on record.

    A team without a framework that runs has nothing to record: it is counted apart and
    neither fills nor empties the bar.
    """

    recorded: int = 0
    missing: int = 0
    without_framework: int = 0

    @classmethod
    def of(cls, found: Iterable[Recorded]) -> Self:
        """Counted over teams."""
        known = list(found)
        return cls(
            known.count(Recorded.YES),
            known.count(Recorded.NO),
            known.count(Recorded.NO_FRAMEWORK),
        )

    @property
    def frameworks(self) -> int:
        """Frameworks that run."""
        return self.recorded + self.missing

    @property
    def teams(self) -> int:
        """All country teams."""
        return self.frameworks + self.without_framework

    @property
    def is_complete(self) -> bool:
        """Whether every framework that runs has its line; without any, there is no such bar."""
        return bool(self.frameworks) and not self.missing
