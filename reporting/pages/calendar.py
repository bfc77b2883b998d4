"""The calendar of framework ends: by quarter, who must act before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.charts import Tick
from reporting.framework_ends import (
    HORIZONS,
    MONTHS,
    by_horizon,
    by_year,
    ends_ahead,
    ends_soon,
    without_gap,
)
from reporting.headlines import frameworks as headlines
from reporting.pages.calendar_ends import Address, Quarter, published_end, quarters
from reporting.pages.calendar_years import YearBar, drawn, peak, year_address, years_of
from reporting.pages.editions import Reading
from reporting.pages.filtering import ANSWERS, FilterBar, Option, filter_bar, office_options
from reporting.pages.framework_ends import ends_headline, horizon_total
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, trail
from reporting.pages.tiles import team_address
from reporting.pages.words import capital, number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Calendar:
    """The ends by quarter, and those of all years as bars, each part with its title."""

    years_title: str
    ends_title: str
    quarters: list[Quarter]
    bars: list[YearBar]
    ticks: list[Tick]
    title: str = ""


@dataclass(frozen=True)
class CalendarPage:
    """The Board's page."""

    head: Head
    filters: FilterBar
    calendar: Calendar
    part: Page


def calendar_page(reading: Reading) -> CalendarPage:
    """The ends that lie ahead, the nearest first, as of the day of the register."""
    head = Head(
        title=_("Calendar of framework ends"),
        headline=ends_headline(reading, MONTHS),
        lead=_(
            "That no next framework is on record does not say that none is being prepared: the "
            "published list does not tell."
        ),
        eyebrow=for_session(reading),
        crumbs=trail(
            reading, Crumb(_("Frameworks"), reading.to("frameworks")), Crumb(_("Calendar"))
        ),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return CalendarPage(head, calendar_filters(reading), published_calendar(reading), reading.page)


def published_calendar(reading: Reading) -> Calendar:
    """The rows of this part by quarter; the bars are of all ends that lie ahead."""
    areas = {row["code"]: area(row) for row in reading.section["offices"]}
    found = [published_end(row) for row in reading.rows]
    counted = years_of(reading)
    return Calendar(
        years_title=reading.says("years", peak(counted)),
        ends_title=reading.says("ends", due_title(reading)),
        quarters=quarters(found, areas, lambda row: team_address(reading, row)),
        **drawn(counted, rtl=reading.rtl, address=lambda year: year_address(reading, year)),
    )


def due_title(reading: Reading) -> str:
    """Before how many ends a rule asks for an act."""
    office = reading.filters.get("office")
    ends = horizon_total(reading.section["horizons"], office, MONTHS)
    return headlines.due(ends["due"], ends["ends"], MONTHS)


def calendar_filters(reading: Reading) -> FilterBar:
    """By office, year and horizon, by what follows and what is due."""
    years_ahead = sorted({str(row["year"]) for row in reading.section["years"]})
    horizons = [Option(str(each), months_word(each)) for each in HORIZONS]
    answers = [Option(code, capital(ANSWERS[code])) for code in ("yes", "unknown")]
    return filter_bar(
        reading,
        "framework-calendar",
        office=(_("Office"), office_options(reading)),
        within=(_("In the next"), horizons),
        year=(_("Year"), [Option(each, each) for each in years_ahead]),
        successor=(_("Next on record"), answers),
        act=(_("Due"), [Option("yes", _("Something is due"))]),
    )


def months_word(months: int) -> str:
    """A horizon."""
    return ngettext("%(n)s month", "%(n)s months", months) % {"n": number(months)}


def calendar(
    frameworks: Sequence[Row],
    areas: Mapping[str, str],
    today: date,
    address: Address,
    *,
    rtl: bool,
) -> Calendar:
    """The ends within eighteen months of a day, from records that are not published yet."""
    ahead = list(ends_ahead([frameworks], today))
    counted = without_gap(by_year(ahead))
    soon = horizon_total(by_horizon(ahead, today), None, MONTHS)
    return Calendar(
        years_title=peak(counted),
        ends_title=headlines.due(soon["due"], soon["ends"], MONTHS),
        quarters=quarters(ends_soon(ahead, today), areas, address),
        **drawn(counted, rtl=rtl),
        title=headlines.ending(soon["ends"], soon["unfollowed"], MONTHS),
    )
