"""An item over the rounds: each office, and how it was asked before."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from checklist.compliance import Tally
from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.parts import (
    area,
    shown_title,
    titled,
)
from reporting.pages.sheets import Sheet
from reporting.pages.trend_breaks import asked_anew
from reporting.pages.trends import Series, Trend, drawn, sheet_of
from reporting.scorecards import from_record

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Wording:
    """The item as a round asked it, where the words were others."""

    round: str
    title: str


def trends_title(reading: Reading) -> str:
    """How the offices moved since the item was last asked in the same words."""
    points = reading.section["trend"]
    if len(points) < 2:
        return ""
    code = reading.section["item"]["code"]
    before, now = (sum_of(point["whole"], code) for point in points[-2:])
    is_broken = any(points[-1]["breaks"]["whole"])
    words = headlines.over_rounds(before, now, points[-2]["round"], is_broken=is_broken)
    return reading.says("rounds", words)


def sum_of(rows: Sequence[Row], code: str) -> Tally:
    """All answers to the item in a round."""
    return sum((from_record(row["tally"]) for row in rows if row["item"] == code), Tally())


def office_trends(reading: Reading) -> list[Trend]:
    """A chart for each office that was asked; two rounds at least, or there is none."""
    points, code = reading.section["trend"], reading.section["item"]["code"]
    if len(points) < 2:
        return []
    whole = Series.of(points, "whole", "item", code)
    found = [
        drawn(
            area(office),
            points,
            Series.of(points, "offices", "office", office["code"]),
            whole,
            rtl=reading.rtl,
            url=reading.to("item", {"office": office["code"]}, code=code),
            says=asked_anew,
        )
        for office in reading.section["offices"]
    ]
    return [each for each in found if each.dots]


def wordings(reading: Reading) -> Iterator[Wording]:
    """How the item read in the rounds that asked it in other words."""
    for point in reading.section["trend"]:
        if point["titles"]:
            yield Wording(point["round"], shown_title(point))


def rounds_sheet(reading: Reading) -> Sheet:
    """The offices over the rounds as data."""
    offices = reading.section["offices"]
    groups = [(area(row), "offices", "office", row["code"]) for row in offices]
    return sheet_of(titled(reading.section["item"]), reading.section["trend"], groups)
