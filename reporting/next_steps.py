"""The next steps that answers promise, with the day by which each is due."""

from collections.abc import Iterable, Mapping
from typing import Any

Row = Mapping[str, Any]


def due_steps(answers: Iterable[Row], day: str) -> list[Row]:
    """The answers whose next step is due on a day or later, the first due first.

    A step without a day is not on the calendar, and one whose day has passed is no next step.
    """
    dated = [row for row in answers if row.get("next_step") and (row.get("next_step_due") or "")]
    ahead = [row for row in dated if row["next_step_due"] >= day]
    return sorted(ahead, key=lambda row: (row["next_step_due"], row["item"], row["subject"]))
