"""Where the marks of a chart stand, in per cent of its width.

Charts are drawn by the server as SVG that stretches with the page, so a position is a text
such as ``54.2%``: never a number, which a template would print with the comma of the reader's
language. SVG does not mirror by itself; under a right-to-left language positions are mirrored
here, once, and the text of a chart follows the direction of the page.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from itertools import accumulate, pairwise

WHOLE = 1000
"""Positions are counted in tenths of a per cent, so that the parts of a bar meet exactly."""

SHARED_KINDS = ("full", "partial", "not_started", "not_assessed")
"""The verdicts that a share counts, in the one order in which every chart shows them."""


def per_cent(tenths: int) -> str:
    """A position as SVG wants it, in every language with a point."""
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


@dataclass(frozen=True)
class Segment:
    """One verdict's part of a stacked bar."""

    kind: str
    x: str
    width: str


def segments(counts: Mapping[str, int], *, rtl: bool) -> list[Segment]:
    """The parts of a stacked bar; a verdict nobody gave has no part.

    Not applicable is left out, as it is of every share.
    """
    numbers = [counts.get(kind, 0) for kind in SHARED_KINDS]
    total = sum(numbers)
    if not total:
        return []
    edges = [round_half_up(WHOLE * upto, total) for upto in accumulate(numbers, initial=0)]
    return [
        Segment(kind, *extent(begin, end, rtl=rtl))
        for kind, number, (begin, end) in zip(SHARED_KINDS, numbers, pairwise(edges), strict=True)
        if number
    ]


def round_half_up(numerator: int, denominator: int) -> int:
    """Round as a reader does on paper; Python rounds a half to the even number."""
    return (2 * numerator + denominator) // (2 * denominator)


def extent(begin: int, end: int, *, rtl: bool) -> tuple[str, str]:
    """Where a bar begins in the drawing and how wide it is."""
    return per_cent(WHOLE - end if rtl else begin), per_cent(end - begin)


def place(tenths: int, *, rtl: bool) -> str:
    """Where a point stands in the drawing."""
    return per_cent(WHOLE - tenths if rtl else tenths)


@dataclass(frozen=True)
class Tick:
    """A line of a scale with the word or number that belongs to it."""

    x: str
    label: str


@dataclass(frozen=True)
class Scale:
    """A scale of counts from nought to a round number."""

    top: int
    steps: int
    rtl: bool = False

    @classmethod
    def up_to(cls, highest: int, *, rtl: bool = False) -> "Scale":
        """The smallest scale with round ticks that holds the highest value."""
        size = 10 ** max(len(str(highest)) - 1, 0)
        step = next(s for s in (size // 5, size // 2, size, 2 * size) if s and 5 * s >= highest)
        steps = max(-(-highest // step), 1)
        return cls(step * steps, steps, rtl)

    def position(self, value: int) -> str:
        """Where a value stands; what lies outside the scale stands at its end."""
        inside = min(max(value, 0), self.top)
        return place(round_half_up(WHOLE * inside, self.top), rtl=self.rtl)

    def ticks(self) -> list[Tick]:
        """The lines of the scale."""
        values: Iterable[int] = range(0, self.top + 1, self.top // self.steps)
        return [Tick(self.position(value), str(value)) for value in values]
