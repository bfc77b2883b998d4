"""What rooms above this one have to say on its pages: they register, for it cannot ask them.

Open requests of the Board belong on “My work” and on the page of a round, the note that is being
written on “My work”; the room that keeps them is above (see docs/architecture.md).
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.policy import Actor
from checklist.models import ReportingRound


@dataclass(frozen=True)
class Waiting:
    """One thing that waits: its name, where it is, how long it may take."""

    label: str
    url: str
    note: str
    is_late: bool = False


@dataclass(frozen=True)
class Part:
    """A part of a page: what it is about, what it says, the first few things, the way to all."""

    label: str
    title: str
    text: str
    rows: Sequence[Waiting]
    link: str
    url: str


OnWork = Callable[[Actor, date], Part | None]
OnRound = Callable[[ReportingRound, date], Part | None]

ON_WORK: Final[list[OnWork]] = []
ON_ROUND: Final[list[OnRound]] = []


def parts_of_work(actor: Actor, today: date) -> list[Part]:
    """What else waits for a person."""
    return [part for source in ON_WORK if (part := source(actor, today))]


def parts_of_round(round_: ReportingRound, today: date) -> list[Part]:
    """What else belongs to a round."""
    return [part for source in ON_ROUND if (part := source(round_, today))]
