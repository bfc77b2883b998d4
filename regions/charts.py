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


LETTERED = 120
"""A word with its share needs about twelve per cent of a wide page."""


@dataclass(frozen=True)
class Lettered(Segment):
    """A segment with the words above it."""

    start: str
    anchor: str
    label: str


def lettered(counts: Mapping[str, int], labels: Mapping[str, str], *, rtl: bool) -> list[Lettered]:
    """The parts of a bar with their words; a part too narrow for words has none.

    The last part is named from the end of the bar, so that a narrow one can be named too. All
    numbers stand in the table under the bar.
    """
    plain = segments(counts, rtl=False)
    begins = [tenths_of(part.x) for part in plain]
    ends = [*begins[1:], WHOLE]
    return [
        with_letters(part.kind, begin, end, labels.get(part.kind, ""), rtl=rtl)
        for part, begin, end in zip(plain, begins, ends, strict=True)
    ]


def with_letters(kind: str, begin: int, end: int, label: str, *, rtl: bool) -> Lettered:
    """One part with its words at its beginning or, at the end of the bar, at its end."""
    is_narrow = end - begin < LETTERED
    at_end = is_narrow and end == WHOLE
    start = place(end if at_end else begin, rtl=rtl)
    shown = label if at_end or not is_narrow else ""
    anchor = "end" if at_end else "start"
    return Lettered(kind, *extent(begin, end, rtl=rtl), start, anchor, shown)


def tenths_of(position: str) -> int:
    """A position read back."""
    whole, _, tenth = position.removesuffix("%").partition(".")
    return int(whole) * 10 + int(tenth or 0)


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
