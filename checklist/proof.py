"""Rules A28 and A29: whether an answer is proven, and by evidence of what age.

The one place that judges it, for the answer sheet, the review, the checks before publishing
and the rules of alignment.
"""

from collections.abc import Collection, Iterable
from datetime import date
from enum import StrEnum
from typing import Any

from checklist.compliance import Verdict


class Age(StrEnum):
    """Of all evidence of an answer, measured by the day on which the last round was frozen."""

    NEWER = "newer"
    OLDER = "older"
    UNDATED = "undated"


def lacks_evidence(kind: str, evidence: Collection[Any] | int | None) -> bool:
    """Rule A28: “full” needs evidence; of the other answers it is welcome."""
    return kind == Verdict.FULL and not evidence


def age_of(days: Iterable[date | None], last_frozen_on: date) -> Age:
    """Rule A29: something is dated after the last round was frozen, or nothing is.

    Evidence without a day proves nothing, and disproves nothing either.
    """
    known = list(days)
    if any(day is not None and day > last_frozen_on for day in known):
        return Age.NEWER
    return Age.UNDATED if None in known else Age.OLDER
