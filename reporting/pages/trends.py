"""Shares over the last rounds as small multiples on one scale, rounds at the days of sessions.

A line joins two rounds only where both asked the same items in the same words. Elsewhere it is
broken, with a mark and the words, and the share over what was asked in the same words beside it.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Tally
from regions.charts import place, round_half_up
from reporting.changes import percent
from reporting.pages.editions import Reading
from reporting.pages.parts import titled
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.trend_breaks import break_words
from reporting.pages.verdicts import share_text
from reporting.scorecards import from_record

Row = Mapping[str, Any]
BreakWords = Callable[[str, Row], str]
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
    place: int = 0
    at: int = 0


@dataclass(frozen=True)
class Stroke:
    """A line from one round to the next."""

    x1: str
    y1: int
    x2: str
    y2: int


@dataclass(frozen=True)
class Break:
    """Where two rounds are not joined, and why, in words."""

    x: str
    round: str
    words: str


@dataclass(frozen=True)
class Share:
    """A round in the table; `is_break` where other words were asked than in the round before."""

    text: str
    is_break: bool = False


@dataclass(frozen=True)
class Trend:
    """One pillar over the rounds, here and everywhere."""

    name: str
    dots: list[Dot]
    strokes: list[Stroke]
    everywhere: list[Stroke]
    shares: list[Share]
    first: Dot | None
    now: str
    now_x: str
    now_y: int
    everywhere_now: str
    breaks: list[Break] = field(default_factory=list)
    url: str = ""


@dataclass(frozen=True)
class Series:
    """The tallies of a group in each round, and its breaks by the place of the round."""

    tallies: list[Tally]
    breaks: Mapping[int, Row]

    @classmethod
    def of(cls, points: Sequence[Row], scope: str, key: str, code: str) -> "Series":
        """A group of a section's trend."""
        tallies = [
            sum((from_record(row["tally"]) for row in point[scope] if row[key] == code), Tally())
            for point in points
        ]
        found = [[row for row in point["breaks"][scope] if row[key] == code] for point in points]
        return cls(tallies, {number: rows[0] for number, rows in enumerate(found) if rows})


def trends(reading: Reading, pillars: Sequence[Row]) -> list[Trend]:
    """A chart for each pillar that this office answers; two rounds at least, or there is none."""
    points = reading.section["trend"]
    if len(points) < 2:
        return []
    found = [
        drawn(
            titled(pillar),
            points,
            Series.of(points, "here", "pillar", pillar["code"]),
            Series.of(points, "everywhere", "pillar", pillar["code"]),
            rtl=reading.rtl,
        )
        for pillar in pillars
    ]
    return [each for each in found if each.dots]


def drawn(
    name: str,
    points: Sequence[Row],
    here: Series,
    everywhere: Series,
    *,
    rtl: bool,
    url: str = "",
    says: BreakWords | None = None,
) -> Trend:
    """One chart; `says` puts a break into words, where it is not one of several items."""
    marks = dots(points, here.tallies, rtl=rtl)
    last = here.tallies[-1]
    return Trend(
        name=name,
        dots=marks,
        strokes=strokes(marks, here.breaks),
        everywhere=strokes(dots(points, everywhere.tallies, rtl=rtl), everywhere.breaks),
        shares=[
            Share(share_text(each.full, each.counted), number in here.breaks)
            for number, each in enumerate(here.tallies)
        ],
        first=marks[0] if len(marks) > 1 else None,
        now=share_text(last.full, last.counted),
        now_x=place(LAST + 30, rtl=rtl),
        now_y=height(last) + 4,
        everywhere_now=share_text(everywhere.tallies[-1].full, everywhere.tallies[-1].counted),
        breaks=list(breaks(points, marks, here.breaks, says or break_words, rtl=rtl)),
        url=url,
    )


def dots(points: Sequence[Row], tallies: Sequence[Tally], *, rtl: bool) -> list[Dot]:
    """The rounds in which anything counted."""
    days, last = [date.fromisoformat(point["day"]) for point in points], len(points) - 1
    return [
        Dot(
            x=place(along(days[number], days), rtl=rtl),
            y=height(each),
            label_y=height(each) - 9,
            round=points[number]["round"],
            share=share_text(each.full, each.counted),
            is_end=number in (0, last),
            anchor=anchor(number, last),
            place=number,
            at=along(days[number], days),
        )
        for number, each in enumerate(tallies)
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


def strokes(marks: Sequence[Dot], broken: Mapping[int, Row]) -> list[Stroke]:
    """Lines between neighbouring rounds that asked the same words."""
    return [
        Stroke(a.x, a.y, b.x, b.y)
        for a, b in pairwise(marks)
        if not breaks_between(a.place, b.place, broken)
    ]


def breaks_between(first: int, last: int, broken: Mapping[int, Row]) -> list[int]:
    """The places after one round and up to another at which other words were asked."""
    return [number for number in range(first + 1, last + 1) if number in broken]


def breaks(
    points: Sequence[Row],
    marks: Sequence[Dot],
    broken: Mapping[int, Row],
    says: BreakWords,
    *,
    rtl: bool,
) -> Iterator[Break]:
    """A mark half-way between the rounds that are not joined."""
    for a, b in pairwise(marks):
        for number in breaks_between(a.place, b.place, broken):
            half_way = place((a.at + b.at) // 2, rtl=rtl)
            round_ = points[number]["round"]
            yield Break(half_way, round_, says(round_, broken[number]))


def sheet_of(
    title: str, points: Sequence[Row], groups: Sequence[tuple[str, str, str, str]]
) -> Sheet:
    """One row for each group and round in which anything counted."""
    columns = [
        Column(_("Name"), "#group+name"),
        Column(_("Round"), "#date+round"),
        Column(_("Checklist"), "#meta+version"),
        Column(_("Full"), "#indicator+num+full"),
        Column(_("Counted"), "#indicator+num+counted"),
        Column(_("Not comparable with the round before"), "#meta+break"),
    ]
    rows = (row for group in groups for row in cells(points, *group))
    return Sheet(title, columns, rows)


def cells(
    points: Sequence[Row], name: str, scope: str, key: str, code: str
) -> Iterator[list[Cell]]:
    """The rounds of one group."""
    series = Series.of(points, scope, key, code)
    for number, (point, tally) in enumerate(zip(points, series.tallies, strict=True)):
        if tally.counted:
            words = break_words(point["round"], series.breaks.get(number))
            known = (point["round"], point["checklist"], tally.full, tally.counted)
            yield [name, *known, words]
