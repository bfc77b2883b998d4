"""The list of countries and territories, by office, a part of it at a time."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.provenance import OnRecord
from regions.timelines import Axis, Year
from reporting.headlines import countries
from reporting.pages.country_rows import CountryRow, country_row
from reporting.pages.covers import COVERS, CoverRow, cover_rows
from reporting.pages.editions import Reading
from reporting.pages.engagement import PRESENCES
from reporting.pages.filtering import ANSWERS, FilterBar, filter_bar, office_options, options
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, trail
from reporting.pages.periods import whole_axis
from reporting.pages.words import number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class CountryGroup:
    """The countries of one office on this part of the list, and how many there are of it."""

    name: str
    url: str
    total: int | None
    rows: list[CountryRow]


@dataclass(frozen=True)
class CountriesPage:
    """Countries by office."""

    head: Head
    covers_title: str
    covers: list[CoverRow]
    title: str
    filters: FilterBar
    groups: list[CountryGroup]
    years: list[Year]
    part: Page


def countries_page(reading: Reading) -> CountriesPage:
    """The countries that the filters leave."""
    axis = whole_axis(reading)
    return CountriesPage(
        head=countries_head(reading),
        covers_title=reading.says("covers", countries.most_frequent(reading.section["programmes"])),
        covers=cover_rows(reading),
        title=found(reading),
        filters=filters(reading),
        groups=list(groups(reading, axis)),
        years=axis.years(),
        part=reading.page,
    )


def countries_head(reading: Reading) -> Head:
    """In how many countries programme document and framework end together."""
    counts = reading.section["programmes"]
    total = sum(counts.values())
    words = ngettext(
        "%(n)s country or territory is on record, with the office that serves it and the "
        "framework of its team.",
        "%(n)s countries and territories are on record, each with the office that serves it and "
        "the framework of its team.",
        total,
    )
    return Head(
        title=_("Countries"),
        headline=reading.says("page", countries.covered(counts), total),
        lead=words % {"n": number(total)},
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Countries"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def found(reading: Reading) -> str:
    """How many countries the list holds, or how many the filters leave."""
    total = reading.total
    if reading.filters:
        words = ngettext(
            "%(n)s country or territory passes the filters",
            "%(n)s countries and territories pass the filters",
            total,
        )
        return reading.says("narrowed", words % {"n": number(total)})
    words = ngettext(
        "%(n)s country or territory by office",
        "%(n)s countries and territories by office",
        total,
    )
    return reading.says("countries", words % {"n": number(total)})


def groups(reading: Reading, axis: Axis) -> Iterator[CountryGroup]:
    """By office in their order; countries that no office serves come last."""
    offices = {office["code"]: office for office in reading.section["offices"]}
    for code, rows in groupby(reading.rows, key=lambda row: row["office"]):
        office = offices.get(code)
        yield CountryGroup(
            name=area(office) if office else _("Not served by an office"),
            url=reading.to("office", code=code) if office else "",
            total=group_total(reading, code),
            rows=[country_row(reading, row, axis) for row in rows],
        )


def group_total(reading: Reading, code: str | None) -> int | None:
    """How many countries an office serves; not known where other filters narrow the list."""
    if reading.filters:
        return reading.total if set(reading.filters) == {"office"} else None
    total: int = reading.section["countries"].get(code or "", 0)
    return total


def filters(reading: Reading) -> FilterBar:
    """By office, and by each fact of which a figure can be counted; no record says "no support"."""
    analysis = {code: words for code, words in ANSWERS.items() if code != OnRecord.NO}
    return filter_bar(
        reading,
        "countries",
        office=(_("Office"), office_options(reading)),
        presence=(_("Presence"), options(PRESENCES)),
        projects=(_("Projects"), options(ANSWERS)),
        analysis=(_("Support to the analysis"), options(analysis)),
        programme=(_("Programme document"), options(COVERS)),
    )
