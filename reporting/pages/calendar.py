"""The calendar of framework ends: by quarter, who must act before them."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby
from typing import Any

from babel.dates import format_date
from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.charts import WHOLE, Scale, Tick, extent, round_half_up
from reporting.framework_ends import (
    HORIZONS,
    MONTHS,
    End,
    YearOfEnds,
    by_year,
    ends_soon,
    without_gap,
)
from reporting.headlines import frameworks as headlines
from reporting.headlines.parts import of_part
from reporting.pages.editions import Reading
from reporting.pages.filtering import (
    ANSWERS,
    FilterBar,
    Option,
    filter_bar,
    office_options,
    office_words,
)
from reporting.pages.findings import words_of
from reporting.pages.framework_ends import horizon_total
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, named, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tiles import team_address, team_name
from reporting.pages.words import babel_locale, capital, day, number, years

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
    url: str = ""


@dataclass(frozen=True)
class Calendar:
    """The ends by quarter, and those of all years as bars, each part with its title."""

    title: str
    years_title: str
    ends_title: str
    quarters: list[Quarter]
    bars: list[YearBar]
    ticks: list[Tick]


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
        headline=headline(reading),
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


def headline(reading: Reading) -> str:
    """Of the whole or of an office, what ends soon; of any other choice, how many pass."""
    office = reading.filters.get("office")
    if set(reading.filters) - {"office"}:
        return reading.says("narrowed", headlines.passing(reading.page.paginator.count))
    ends = horizon_total(reading.section["horizons"], office, str(MONTHS))
    words = headlines.ending(ends["ends"], ends["unfollowed"], MONTHS)
    if office:
        return reading.says("narrowed", of_part(office_words(reading, office), words))
    return reading.says("page", words)


def published_calendar(reading: Reading) -> Calendar:
    """The rows of this part by quarter; the bars are of all ends that lie ahead."""
    areas = {row["code"]: area(row) for row in reading.section["offices"]}
    found = [published_end(row) for row in reading.rows]
    counted = years_of(reading)
    return Calendar(
        title="",
        years_title=reading.says("years", peak(counted)),
        ends_title=reading.says("ends", due_title(reading)),
        quarters=quarters(found, areas, lambda row: team_address(reading, row)),
        **drawn(counted, rtl=reading.rtl, address=lambda year: year_address(reading, year)),
    )


def published_end(row: Row) -> End:
    """An end as a publication keeps it."""
    return End(row, row["successor"], row["documents"], row["due"])


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


def due_title(reading: Reading) -> str:
    """Before how many ends a rule asks for an act."""
    office = reading.filters.get("office")
    ends = horizon_total(reading.section["horizons"], office, str(MONTHS))
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
    ends = ends_soon(frameworks, today)
    unfollowed = sum(end.successor is None for end in ends)
    counted = by_year(frameworks, today)
    return Calendar(
        title=headlines.ending(len(ends), unfollowed, MONTHS),
        years_title=peak(counted),
        ends_title=headlines.due(sum(bool(end.due) for end in ends), len(ends), MONTHS),
        quarters=quarters(ends, areas, address),
        **drawn(counted, rtl=rtl),
    )


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


def years_sheet(reading: Reading) -> Sheet:
    """The ends of each year as data."""
    columns = [
        Column(_("Year"), "#date+year"),
        Column(_("Frameworks that end"), "#indicator+num+framework+ends"),
        Column(_("Next on record"), "#indicator+num+framework+followed"),
    ]
    rows = [(str(each.year), each.ends, each.followed) for each in years_of(reading)]
    return Sheet(_("Framework ends by year"), columns, rows)


def ends_sheet(reading: Reading) -> Sheet:
    """The ends as data."""
    columns = [
        Column(_("Code"), "#org+team+code"),
        Column(_("Country team"), "#org+team+name"),
        Column(_("Countries"), "#country+code+list"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Starts"), "#date+start"),
        Column(_("Ends"), "#date+end"),
        Column(_("Signed to"), "#date+end+original"),
        Column(_("Next on record"), "#date+next"),
        Column(_("Rules that ask for an act"), "#status+rule+list"),
    ]
    return Sheet(_("Framework ends"), columns, (end_cells(row) for row in reading.rows))


def end_cells(row: Row) -> list[Cell]:
    """One row of it."""
    after = row["successor"]
    return [
        *(row["team"], named(row), " ".join(row["countries"]), row["office"]),
        *(row["starts_on"], row["ends_on"], row["original_ends_on"]),
        years(after["starts_on"], after["ends_on"]) if after else None,
        " ".join(each["rule"] for each in row["due"]),
    ]
