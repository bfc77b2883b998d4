"""Shares over the last rounds as small multiples on one scale, rounds at the days of sessions."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import pairwise
from typing import Any

from checklist.compliance import Tally
from regions.charts import place, round_half_up
from reporting.changes import percent
from reporting.pages.editions import Reading
from reporting.pages.parts import titled
from reporting.pages.verdicts import share_text
from reporting.scorecards import from_record

Row = Mapping[str, Any]
FIRST, LAST = 30, 790
"""Where the first and the last round stand, in tenths of a per cent of the width."""
TOP, BASE = 10, 100
"""Where a share of 100 and of nought stand, in pixels."""


@dataclass(frozen=True)
class Dot:
    """A round's share."""

    x: str
    y: int
    label_y: int
    round: str
    share: str
    is_end: bool
    anchor: str


@dataclass(frozen=True)
class Stroke:
    """A line from one round to the next."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True)
class Trend:
    """One pillar over the rounds, here and everywhere."""

    name: str
    dots: list[Dot]
    strokes: list[Stroke]
    everywhere: list[Stroke]
    shares: list[str]
    first: Dot | None
    now: str
    now_x: str
    now_y: int
    everywhere_now: str


def trends(reading: Reading, pillars: Sequence[Row]) -> list[Trend]:
    """A chart for each pillar that this office answers; two rounds at least, or there is none."""
    points = reading.section["trend"]
    if len(points) < 2:
        return []
    found = [trend(reading, pillar, points) for pillar in pillars]
    return [each for each in found if each.dots]


def trend(reading: Reading, pillar: Row, points: Sequence[Row]) -> Trend:
    """One pillar's chart."""
    days = [date.fromisoformat(point["day"]) for point in points]
    here = [tally(point["here"], pillar["code"]) for point in points]
    everywhere = [tally(point["everywhere"], pillar["code"]) for point in points]
    marks = dots(points, days, here, rtl=reading.rtl)
    return Trend(
        name=titled(pillar),
        dots=marks,
        strokes=strokes(marks),
        everywhere=strokes(dots(points, days, everywhere, rtl=reading.rtl)),
        shares=[share_text(each.full, each.counted) for each in here],
        first=marks[0] if len(marks) > 1 else None,
        now=share_text(here[-1].full, here[-1].counted),
        now_x=place(LAST + 30, rtl=reading.rtl),
        now_y=height(here[-1]) + 4,
        everywhere_now=share_text(everywhere[-1].full, everywhere[-1].counted),
    )


def tally(rows: Sequence[Row], pillar: str) -> Tally:
    """The answers to one pillar."""
    return sum((from_record(row["tally"]) for row in rows if row["pillar"] == pillar), Tally())


def dots(
    points: Sequence[Row], days: Sequence[date], tallies: Sequence[Tally], *, rtl: bool
) -> list[Dot]:
    """The rounds in which anything counted."""
    last = len(points) - 1
    return [
        Dot(
            x=place(along(day, days), rtl=rtl),
            y=height(each),
            label_y=height(each) - 9,
            round=point["round"],
            share=share_text(each.full, each.counted),
            is_end=number in (0, last),
            anchor=anchor(number, last),
        )
        for number, (point, day, each) in enumerate(zip(points, days, tallies, strict=True))
        if each.counted
    ]


def along(day: date, days: Sequence[date]) -> int:
    """How far along the axis a session lies."""
    length = max((days[-1] - days[0]).days, 1)
    return FIRST + round_half_up((LAST - FIRST) * (day - days[0]).days, length)


def height(each: Tally) -> int:
    """How high a share stands; drawings count from the top."""
    return BASE - round_half_up((BASE - TOP) * (percent(each) or 0), 100)


def anchor(number: int, last: int) -> str:
    """The first round is named to its end side, so that it stays inside the drawing."""
    return "start" if number == 0 else "end" if number == last else "middle"


def strokes(marks: Sequence[Dot]) -> list[Stroke]:
    """Lines between neighbouring rounds."""
    return [Stroke(a.x, a.y, b.x, b.y) for a, b in pairwise(marks)]
