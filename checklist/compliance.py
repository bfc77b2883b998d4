"""Compliance judged once: plain Python that knows no database.

Formulas: share = full ÷ (full + partial + not started + not assessed); not applicable is
left out. Under ten answers a reader is told "5 of 8", not a share.
"""

from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

ENOUGH_FOR_A_SHARE = 10


class Verdict(StrEnum):
    """The five kinds of answer; also the verdict of a group of them."""

    FULL = "full"
    PARTIAL = "partial"
    NOT_STARTED = "not_started"
    NOT_ASSESSED = "not_assessed"
    NOT_APPLICABLE = "not_applicable"


HELD_BACK = (Verdict.PARTIAL, Verdict.NOT_STARTED)
"""Assessed and not full: the answers that must say why (rule A28). Not assessed says nothing."""


@dataclass(frozen=True)
class Tally:
    """How many answers of each kind; tallies add, in any order."""

    full: int = 0
    partial: int = 0
    not_started: int = 0
    not_assessed: int = 0
    not_applicable: int = 0

    def __add__(self, other: "Tally") -> "Tally":
        # Spelled out: a publication adds a hundred thousand of them.
        return Tally(
            self.full + other.full,
            self.partial + other.partial,
            self.not_started + other.not_started,
            self.not_assessed + other.not_assessed,
            self.not_applicable + other.not_applicable,
        )

    @property
    def total(self) -> int:
        """All answers."""
        return self.counted + self.not_applicable

    @property
    def counted(self) -> int:
        """Answers that count in shares: all but the not applicable."""
        return self.full + self.partial + self.not_started + self.not_assessed

    @property
    def assessed(self) -> int:
        """Answers that say something: full, partial or not started."""
        return self.full + self.partial + self.not_started

    @property
    def held_back(self) -> int:
        """Answers that are assessed and not full: partial or not started."""
        return self.partial + self.not_started

    @property
    def share(self) -> Fraction | None:
        """Full ÷ counted, exactly; None when nothing counts."""
        return Fraction(self.full, self.counted) if self.counted else None

    @property
    def is_enough_for_a_share(self) -> bool:
        """Under ten answers counts stand in for shares."""
        return self.counted >= ENOUGH_FOR_A_SHARE

    @property
    def verdict(self) -> Verdict:
        """The verdict of the group."""
        if not self.counted:
            return Verdict.NOT_APPLICABLE
        if not self.assessed:
            return Verdict.NOT_ASSESSED
        if self.full == self.counted:
            return Verdict.FULL
        return Verdict.NOT_STARTED if self.not_started == self.assessed else Verdict.PARTIAL
