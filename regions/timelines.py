"""Periods on one axis: the framework above, the programme document below.

What was signed is solid, an extension dashed, a gap is drawn and named. A period's last day
belongs to it: a framework to 31 December touches one that begins on 1 January.
"""

from dataclasses import dataclass, field
from datetime import date, timedelta

from regions.charts import WHOLE, extent, place, round_half_up


@dataclass(frozen=True)
class Year:
    """One year of the axis: its line, and the place of its number."""

    label: str
    x: str
    middle: str


@dataclass(frozen=True)
class Period:
    """A bar of the time line: ``framework``, ``extension``, ``next``, ``document`` or ``gap``."""

    kind: str
    x: str
    width: str
    start: str
    end: str
    middle: str
    label: str = ""
    short: str = ""


@dataclass(frozen=True)
class Event:
    """A day on the time line: ``report`` is a square, ``session`` a circle, ``other`` hollow."""

    kind: str
    x: str
    label: str = ""


@dataclass(frozen=True)
class Row:
    """One line of the time line with its name beside it."""

    name: str
    note: str = ""
    periods: list[Period] = field(default_factory=list)
    events: list[Event] = field(default_factory=list)


@dataclass(frozen=True)
class Axis:
    """Whole days from the first to the last, both included."""

    first: date
    last: date
    rtl: bool = False

    @classmethod
    def of_years(cls, first: int, last: int, *, rtl: bool = False) -> "Axis":
        """An axis of whole years."""
        return cls(date(first, 1, 1), date(last, 12, 31), rtl)

    def tenths(self, day: date) -> int:
        """How far along the axis the beginning of a day lies; outside it, the nearer end."""
        length = (self.last - self.first).days + 1
        passed = min(max((day - self.first).days, 0), length)
        return round_half_up(WHOLE * passed, length)

    def position(self, day: date) -> str:
        """Where a day stands in the drawing."""
        return place(self.tenths(day), rtl=self.rtl)

    def holds(self, day: date) -> bool:
        """Whether the day can be drawn at its own place."""
        return self.first <= day <= self.last

    def period(
        self, kind: str, first: date, last: date, *, label: str = "", short: str = ""
    ) -> Period:
        """A bar from the first to the last day, both included, cut at the ends of the axis."""
        begin, end = self.tenths(first), self.tenths(after(last))
        x, width = extent(begin, end, rtl=self.rtl)
        middle = place((begin + end) // 2, rtl=self.rtl)
        edges = place(begin, rtl=self.rtl), place(end, rtl=self.rtl)
        return Period(kind, x, width, *edges, middle, label, short)

    def event(self, kind: str, day: date, *, label: str = "") -> Event:
        """A mark at a day."""
        return Event(kind, self.position(day), label)

    def years(self) -> list[Year]:
        """The years of the axis, with the number in the middle of what is shown of each."""
        return [self.year(year) for year in range(self.first.year, self.last.year + 1)]

    def year(self, year: int) -> Year:
        """One year as it is drawn."""
        shown = self.period("year", date(year, 1, 1), date(year, 12, 31))
        return Year(str(year), shown.start, shown.middle)


def after(day: date) -> date:
    """The next day; the last day of the calendar stays itself."""
    return day if day == date.max else day + timedelta(days=1)
