"""The years of the calendar: how many frameworks end in each, as bars and as data."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from regions.charts import WHOLE, Scale, extent, round_half_up
from reporting.framework_ends import YearOfEnds, without_gap
from reporting.headlines import frameworks as headlines
from reporting.pages.editions import Reading
from reporting.pages.sheets import Column, Sheet


@dataclass(frozen=True)
class YearBar:
    """The ends of a year as a bar, and how many of them are followed."""

    year: str
    ends: int
    followed: int
    x: str
    width: str
    url: str = ""


def years_of(reading: Reading) -> list[YearOfEnds]:
    """The ends of each year without a gap, of the chosen office or of all."""
    office = reading.filters.get("office")
    rows = [row for row in reading.section["years"] if office in (None, row["office"])]
    return without_gap(rows)


def year_address(reading: Reading, year: int) -> str:
    """The rows that a bar counts."""
    office = reading.filters.get("office")
    narrowed = {"office": office} if office else {}
    return reading.to("framework-calendar", {**narrowed, "year": str(year)})


def peak(counted: Sequence[YearOfEnds]) -> str:
    """The year in which most end."""
    most = max(counted, key=lambda each: each.ends, default=None)
    found = sum(each.ends for each in counted)
    return headlines.peak(most.year if most else 0, most.ends if most else 0, found)


def drawn(
    counted: Sequence[YearOfEnds], *, rtl: bool, address: Callable[[int], str] = lambda _year: ""
) -> dict[str, Any]:
    """The years as bars on one scale."""
    scale = Scale.up_to(max((each.ends for each in counted), default=1), rtl=rtl)
    bars = [year_bar(each, scale, address(each.year), rtl=rtl) for each in counted]
    return {"bars": bars, "ticks": scale.ticks()}


def year_bar(each: YearOfEnds, scale: Scale, url: str, *, rtl: bool) -> YearBar:
    """One year; a year without an end leads nowhere."""
    x, width = extent(0, round_half_up(WHOLE * each.ends, scale.top), rtl=rtl)
    return YearBar(str(each.year), each.ends, each.followed, x, width, url if each.ends else "")


def years_sheet(reading: Reading) -> Sheet:
    """The ends of each year as data."""
    columns = [
        Column(_("Year"), "#date+year"),
        Column(_("Frameworks that end"), "#indicator+num+framework+ends"),
        Column(_("Next on record"), "#indicator+num+framework+followed"),
    ]
    rows = [(str(each.year), each.ends, each.followed) for each in years_of(reading)]
    return Sheet(_("Framework ends by year"), columns, rows)
