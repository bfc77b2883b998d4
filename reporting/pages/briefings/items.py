"""Items as the briefings of an office and of a pillar list them."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from reporting.headlines.briefings import more_full
from reporting.pages.briefings.parts import Line
from reporting.pages.parts import shown_title, standing

Row = Mapping[str, Any]


def step_lines(items: Sequence[Row]) -> Iterator[Line]:
    """The items whose full answers changed most, those that fell before those that rose."""
    found = [(row, standing(row, rtl=False).step) for row in items]
    moved = [(row, step.delta) for row, step in found if step is not None and step.delta]
    for row, delta in sorted(moved, key=lambda each: (each[1] > 0, -abs(each[1]))):
        yield Line(shown_title(row), more_full(delta))
