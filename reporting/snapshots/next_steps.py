"""Next steps: what an answer that is not full promises, and by when."""

from datetime import date
from typing import Final

from reporting.snapshots.plain import Record

SOON: Final = 183
"""A next step is due soon when it is due within half a year."""


def due(answer: Record, day: str) -> str:
    """When the next step of an answer is due, seen from the day of the register."""
    ends_on = answer.get("next_step_due")
    if not ends_on:
        return "undated" if answer.get("next_step") else "none"
    days = (date.fromisoformat(ends_on) - date.fromisoformat(day)).days
    if days < 0:
        return "overdue"
    return "soon" if days <= SOON else "later"
