"""How close a paper is set: smaller letters and less air, for those that may take few sheets."""

from dataclasses import dataclass
from typing import Final

from reporting.papers.printing.word.manners import Manner

SMALL, LEAST = 18, 16
"""Letters that are small already lose two steps later, and none is smaller than eight points."""

LARGER: Final = 4
"""Arabic letters of Times New Roman look small beside Latin ones: two points more, where there is
room."""

SINGLE: Final = 240


@dataclass(frozen=True)
class Closeness:
    """By how many half points letters are smaller, and in which part of the air they stand."""

    less: int = 0
    fifths: int = 5
    is_single: bool = False

    def size(self, size: int) -> int:
        """Letters of a size, in half points."""
        less = self.less if size >= SMALL else self.less - 2
        return min(size, max(LEAST, size - max(less, 0)))

    def arabic_size(self, size: int) -> int:
        """Arabic letters beside those of a size."""
        return self.size(size) + max(LARGER - self.less, 0)

    def distance(self, above_or_below: int) -> int:
        """What is left free."""
        return above_or_below * self.fifths // 5

    def line(self, manner: Manner) -> int:
        """The distance of lines, of which 240 is what the letters take."""
        return SINGLE if self.is_single else manner.line


FREE: Final = Closeness()
CLOSER: Final = (
    Closeness(2, 2),
    Closeness(2, 2, is_single=True),
    Closeness(3, 2, is_single=True),
    Closeness(3, 1, is_single=True),
    Closeness(4, 1, is_single=True),
)
"""The steps of a paper of so many sheets."""
