"""What a person may be told by mail, and when a day that comes near is worth a word."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from accounts.models import User


@dataclass(frozen=True)
class Fact:
    """Something that happened or comes near; each of its `keys` is told to a person once.

    `say` gets the number of keys that are new to the person, and is called, as `path` is,
    in the person's language.
    """

    keys: tuple[str, ...]
    heading: Any
    say: Callable[[int], str]
    path: Callable[[], str]

    def line(self, new: int) -> dict[str, str]:
        """The sentence as the outbox keeps it, its address without a page around it."""
        url = f"{settings.SITE_URL}{self.path()}"
        return {"heading": str(self.heading), "words": self.say(new), "url": url}


News = Iterable[tuple[Iterable[User], Fact]]
"""Facts, each with the people whom it concerns."""


def step_before(day: date, today: date, steps: Sequence[int]) -> int | None:
    """The nearest of the days before `day` that has come; None before the first and after all.

    A day without a run loses nothing: the next run finds the same step.
    """
    left = (day - today).days
    return min((step for step in steps if 0 <= left <= step), default=None)
