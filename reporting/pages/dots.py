"""Constraints as pairs of dots: how many answers named each before, and now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from regions.charts import Scale, Tick
from reporting.changes import Change
from reporting.headlines import constraint
from reporting.pages.editions import Reading

Row = Mapping[str, Any]


@dataclass(frozen=True)
class DotRow:
    """One constraint."""

    name: str
    url: str
    now: int
    before: int | None
    now_x: str
    before_x: str
    change: Change | None


@dataclass(frozen=True)
class Dots:
    """The table with its plot; without rows there is nothing to draw."""

    caption: str
    head: str
    measure: str
    now_name: str
    before_name: str
    ticks: list[Tick]
    rows: list[DotRow]


def constraint_dots(reading: Reading, rows: Sequence[Row], office: str = "", **at: str) -> Dots:
    """The constraints on one scale; each leads to the answers that name it."""
    place = {**at, **({"office": office} if office else {})}
    highest = max((max(row["answers"], row["before"] or 0) for row in rows), default=0)
    scale = Scale.up_to(max(highest, 1), rtl=reading.rtl)
    return Dots(
        caption=_("Constraints named for answers that are not full"),
        head=_("Constraint"),
        measure=_("Answers naming it"),
        now_name=reading.round,
        before_name=reading.round_before,
        ticks=scale.ticks(),
        rows=[dot_row(reading, row, scale, place) for row in rows],
    )


def dot_row(reading: Reading, row: Row, scale: Scale, place: Mapping[str, str]) -> DotRow:
    """One constraint; more answers naming it is neither better nor worse by itself."""
    now, before = row["answers"], row["before"]
    query = {"constraint": row["constraint"], **place}
    step = None
    if before is not None:
        step = Change(now - before, is_points=False, is_of_full=False)
    return DotRow(
        name=constraint(row["constraint"]),
        url=reading.to("answers", query),
        now=now,
        before=before,
        now_x=scale.position(now),
        before_x=scale.position(before) if before is not None else "",
        change=step,
    )
