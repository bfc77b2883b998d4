"""The calendar of framework ends: by quarter, who must act in the next eighteen months."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from babel.dates import format_date
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.charts import WHOLE, Scale, Tick, extent, round_half_up
from reporting.framework_ends import End, YearOfEnds, by_year, ends_soon
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.findings import words_of
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, trail
from reporting.pages.tiles import team_address, team_name
from reporting.pages.words import babel_locale, day, number, years

Row = Mapping[str, Any]
Address = Callable[[Row], str]


@dataclass(frozen=True)
class Due:
    """What is to be done, by which rule."""

    rule: str
    words: str
    closes: str


@dataclass(frozen=True)
class EndRow:
    """A framework that ends, with what is on record for the time after."""

    name: str
    url: str
    office: str
    period: str
    ends_on: str
    note: str
    successor: str
    documents: list[str]
    due: list[Due]
    is_told: bool


@dataclass(frozen=True)
class Quarter:
    """The ends of a quarter."""

    name: str
    rows: list[EndRow]


@dataclass(frozen=True)
class YearBar:
    """The ends of a year as a bar, and how many of them are followed."""

    year: str
    ends: int
    followed: int
    x: str
    width: str


@dataclass(frozen=True)
class Calendar:
    """The ends by quarter, and those of all years as bars."""

    title: str
    quarters: list[Quarter]
    bars: list[YearBar]
    ticks: list[Tick]
    number: int
    unfollowed: int


@dataclass(frozen=True)
class CalendarPage:
    """The Board's page."""

    head: Head
    filters: FilterBar
    calendar: Calendar


def calendar_page(reading: Reading) -> CalendarPage:
    """From the frameworks of a publication, as of the day of its register."""
    chosen = reading.filters.get("office")
    rows = [row for row in reading.section["frameworks"] if chosen in (None, row["office"])]
    areas = {row["code"]: area(row) for row in reading.section["offices"]}
    today = date.fromisoformat(reading.register_day)
    found = calendar(rows, areas, today, lambda row: team_address(reading, row), rtl=reading.rtl)
    head = Head(
        title=_("Calendar of framework ends"),
        headline=found.title,
        lead=lead(found),
        eyebrow=for_session(reading),
        crumbs=trail(
            reading, Crumb(_("Frameworks"), reading.to("frameworks")), Crumb(_("Calendar"))
        ),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return CalendarPage(head, office_filter(reading), found)


def office_filter(reading: Reading) -> FilterBar:
    """By office."""
    offices = [
        Option(row["code"], area(row))
        for row in reading.section["offices"]
        if row["kind"] != "headquarters"
    ]
    return filter_bar(reading, "framework-calendar", office=(_("Office"), offices))


def calendar(
    frameworks: Sequence[Row],
    areas: Mapping[str, str],
    today: date,
    address: Address,
    *,
    rtl: bool,
) -> Calendar:
    """The ends that lie ahead of a day."""
    ends = ends_soon(frameworks, today)
    years_ahead = by_year(frameworks, today)
    scale = Scale.up_to(max((each.ends for each in years_ahead), default=1), rtl=rtl)
    return Calendar(
        title=title(len(ends)),
        quarters=quarters(ends, areas, address),
        bars=[year_bar(each, scale, rtl=rtl) for each in years_ahead],
        ticks=scale.ticks(),
        number=len(ends),
        unfollowed=sum(end.successor is None for end in ends),
    )


def title(found: int) -> str:
    """How many end in the time to come."""
    words = ngettext(
        "%(n)s framework ends in the next 18 months",
        "%(n)s frameworks end in the next 18 months",
        found,
    )
    return words % {"n": number(found)} if found else _("No framework ends in the next 18 months")


def lead(found: Calendar) -> str:
    """For how many nothing follows on record; which is not that nothing is prepared."""
    if not found.number:
        return ""
    words = ngettext(
        "For %(n)s of them no next framework is on record; that one is being prepared is "
        "not known from the published list.",
        "For %(n)s of them no next framework is on record; that one is being prepared is "
        "not known from the published list.",
        found.unfollowed,
    )
    return words % {"n": number(found.unfollowed)}


def year_bar(each: YearOfEnds, scale: Scale, *, rtl: bool) -> YearBar:
    """One year."""
    x, width = extent(0, round_half_up(WHOLE * each.ends, scale.top), rtl=rtl)
    return YearBar(str(each.year), each.ends, each.followed, x, width)


def quarters(ends: Iterable[End], areas: Mapping[str, str], address: Address) -> list[Quarter]:
    """The ends by quarter, in their order."""
    grouped = groupby(ends, lambda end: (end.day.year, (end.day.month - 1) // 3))
    return [
        Quarter(quarter_name(year, place), [end_row(end, areas, address) for end in found])
        for (year, place), found in grouped
    ]


def quarter_name(year: int, place: int) -> str:
    """A quarter as the language names it."""
    return str(format_date(date(year, 3 * place + 1, 1), "QQQQ y", locale=babel_locale()))


def end_row(end: End, areas: Mapping[str, str], address: Address) -> EndRow:
    """One framework."""
    row = end.framework
    team = {**row, "code": row["team"]}
    return EndRow(
        name=team_name(team),
        url=address(team),
        office=areas.get(row["office"], row["office"]),
        period=years(row["starts_on"], row["ends_on"]),
        ends_on=day(row["ends_on"]),
        note=extension_note(end),
        successor=years(end.successor["starts_on"], end.successor["ends_on"])
        if end.successor
        else "",
        documents=[document_end(each) for each in end.documents or ()],
        due=[due_words(each) for each in end.due or ()],
        is_told=end.due is not None,
    )


def extension_note(end: End) -> str:
    """The end that was signed, where it was moved."""
    if not end.is_extended:
        return ""
    return _("extended; signed to %(day)s") % {"day": day(end.framework["original_ends_on"])}


def document_end(row: Row) -> str:
    """When a programme document ends, by its country."""
    ends_on = day(row["ends_on"]) if row["ends_on"] else _("period not stated")
    return f"{row['country']}: {ends_on}"


def due_words(row: Row) -> Due:
    """A finding as something to do."""
    words = words_of(row, {})
    return Due(row["rule"], words.title, words.closes)
