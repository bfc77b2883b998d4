"""The list of countries, and the countries of one office."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.models import CountryProgrammeDocument
from regions.timelines import Axis, Event, Period, Year
from reporting.pages.editions import Reading
from reporting.pages.engagement import (
    PRESENCES,
    kind_word,
    level_word,
    presence_word,
    signatory_word,
)
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Standing, area, named, standing, trail
from reporting.pages.periods import axis_of, document_bars, framework_bars, today_mark
from reporting.pages.words import capital, in_order, years
from reporting.selecting import select_countries

Row = Mapping[str, Any]


@dataclass(frozen=True)
class CountryRow:
    """A country with framework, engagement, programme document and answers."""

    name: str
    code: str
    url: str
    office: str
    framework: str
    framework_note: str
    periods: list[Period]
    today: Event
    signatory: str
    level: str
    presence: str
    document: str
    document_note: str
    has_team: bool
    standing: Standing | None


def country_rows(reading: Reading, rows: Sequence[Row]) -> list[CountryRow]:
    """Countries by name in the reader's language, their periods on one axis."""
    axis = shared_axis(reading, rows)
    found = [country_row(reading, row, axis) for row in rows]
    return sorted(found, key=lambda row: in_order(row.name))


def shared_axis(reading: Reading, rows: Iterable[Row]) -> Axis:
    """The years that the periods of several countries need."""
    periods = [period for row in rows for period in (*row["frameworks"], *row["documents"])]
    return axis_of(periods, reading.register_day, rtl=reading.rtl)


def axis_years(reading: Reading, rows: Sequence[Row]) -> list[Year]:
    """The years over a column of periods."""
    return shared_axis(reading, rows).years()


def country_row(reading: Reading, row: Row, axis: Axis) -> CountryRow:
    """One country of a list."""
    framework, today = row["framework"], reading.register_day
    bars = [
        *framework_bars(axis, row["frameworks"], today),
        *document_bars(axis, row["documents"], None),
    ]
    return CountryRow(
        name=named(row),
        code=row["iso3"],
        url=reading.to("country", code=row["iso3"]),
        office=row["office"] or "",
        framework=years(framework["starts_on"], framework["ends_on"]) if framework else "",
        framework_note=framework_note(row, today),
        periods=bars,
        today=today_mark(axis, today),
        signatory=signatory_word(framework) if framework else "",
        level=level_word(framework) if framework else "",
        presence=presence_word(row["presence"]),
        document=document_period(row["documents"]),
        document_note=document_note(row["documents"]),
        has_team=row["team"] is not None,
        standing=standing(row, rtl=reading.rtl) if row["tally"] else None,
    )


def framework_note(row: Row, today: str) -> str:
    """That it was extended, is of another kind, or that the next one is on record."""
    framework = row["framework"]
    following = next((each for each in row["frameworks"] if each["starts_on"] > today), None)
    if framework and framework["original_ends_on"]:
        return _("agreed to %(year)s") % {"year": framework["original_ends_on"][:4]}
    if following:
        words = years(following["starts_on"], following["ends_on"])
        return _("next %(years)s") % {"years": words}
    if framework and framework["kind"] != "cooperation_framework":
        return kind_word(framework)
    return ""


def newest(documents: Sequence[Row]) -> Row | None:
    """The newest programme document; one of the new generation before any other."""
    return max(
        documents,
        key=lambda row: (row["generation"] == "new", row["starts_on"] or ""),
        default=None,
    )


def document_period(documents: Sequence[Row]) -> str:
    """The period of the newest programme document."""
    row = newest(documents)
    return years(row["starts_on"], row["ends_on"]) if row else ""


def document_note(documents: Sequence[Row]) -> str:
    """Where that document stands."""
    row = newest(documents)
    if row is None or row["stage"] == "unknown":
        return ""
    return stage_word(row["stage"])


def stage_word(stage: str) -> str:
    """The stage of a programme document in the reader's language."""
    return capital(CountryProgrammeDocument.Stage(stage).label)


@dataclass(frozen=True)
class CountryGroup:
    """The countries of one office."""

    name: str
    url: str
    rows: list[CountryRow]


@dataclass(frozen=True)
class CountriesPage:
    """All countries, by office."""

    head: Head
    filters: FilterBar
    groups: list[CountryGroup]
    years: list[Year]
    number: int


def countries_page(reading: Reading) -> CountriesPage:
    """The countries that pass the filters."""
    rows = chosen(reading)
    words = ngettext("%(n)s country or territory", "%(n)s countries and territories", len(rows))
    head = Head(
        title=_("Countries"),
        headline=words % {"n": len(rows)},
        lead=_("Each country stands with the office that serves it and the framework of its team."),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Countries"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return CountriesPage(
        head, filters(reading), groups(reading, rows), axis_years(reading, rows), len(rows)
    )


def chosen(reading: Reading) -> list[Row]:
    """Without a filter, every country on record; with one, those that an office serves."""
    rows: list[Row] = reading.section["countries"]
    return select_countries(rows, reading.filters) if reading.filters else rows


def groups(reading: Reading, rows: Sequence[Row]) -> list[CountryGroup]:
    """By office in their order; countries that no office serves come last."""
    axis = shared_axis(reading, rows)
    found = []
    for office in [*reading.section["offices"], None]:
        code = office["code"] if office else None
        here = [country_row(reading, row, axis) for row in rows if row["office"] == code]
        url = reading.to("office", code=code) if code else ""
        name = area(office) if office else _("Not served by an office")
        found.append(CountryGroup(name, url, sorted(here, key=lambda row: in_order(row.name))))
    return [group for group in found if group.rows]


def filters(reading: Reading) -> FilterBar:
    """By office and by presence."""
    offices = [Option(office["code"], area(office)) for office in reading.section["offices"]]
    presence = [Option(code, str(words)) for code, words in PRESENCES.items()]
    return filter_bar(
        reading, "countries", office=(_("Office"), offices), presence=(_("Presence"), presence)
    )
