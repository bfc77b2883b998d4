"""Frameworks and programme documents as lists; each row says where it comes from."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from programmes.models import CountryProgrammeDocument
from regions.timelines import Axis, Event, Period, Year
from reporting.pages.alignment import document_counts, document_unchecked
from reporting.pages.country import document_name
from reporting.pages.country_rows import stage_word
from reporting.pages.editions import Reading
from reporting.pages.engagement import (
    LEVELS,
    SIGNATURES,
    kind_word,
    level_word,
    said,
    signatory_word,
)
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, named, trail
from reporting.pages.periods import axis_of, document_bars, framework_bars, today_mark
from reporting.pages.tiles import team_address, team_name
from reporting.pages.words import capital, day, in_order, years
from reporting.selecting import select_documents, select_frameworks

Row = Mapping[str, Any]


@dataclass(frozen=True)
class FrameworkRow:
    """A framework with UN-Habitat's part in it."""

    name: str
    url: str
    kind: str
    period: str
    note: str
    periods: list[Period]
    signatory: str
    level: str
    said: str
    source: str


@dataclass(frozen=True)
class FrameworkGroup:
    """The frameworks of the teams of one office."""

    name: str
    url: str
    rows: list[FrameworkRow]


@dataclass(frozen=True)
class FrameworksPage:
    """All frameworks by office."""

    head: Head
    filters: FilterBar
    groups: list[FrameworkGroup]
    years: list[Year]
    today: Event
    number: int
    asked_day: str
    calendar_url: str


def frameworks_page(reading: Reading) -> FrameworksPage:
    """The frameworks that pass the filters: exactly those a figure counted, if it led here."""
    rows = select_frameworks(reading.section["frameworks"], reading.filters)
    axis = axis_of(rows, reading.register_day, rtl=reading.rtl)
    words = ngettext("%(n)s framework", "%(n)s frameworks", len(rows))
    asked_day = reading.filters.get("running_on", "")
    head = Head(
        title=_("Frameworks"),
        headline=words % {"n": len(rows)},
        lead=_("Running on %(day)s.") % {"day": day(asked_day)} if asked_day else "",
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Frameworks"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return FrameworksPage(
        head=head,
        filters=framework_filters(reading),
        groups=framework_groups(reading, rows, axis),
        years=axis.years(),
        today=today_mark(axis, reading.register_day),
        number=len(rows),
        asked_day=asked_day,
        calendar_url=reading.to("framework-calendar"),
    )


def framework_filters(reading: Reading) -> FilterBar:
    """By office, signature and level; a day comes with the address of a figure."""
    offices = [
        Option(row["code"], area(row))
        for row in reading.section["offices"]
        if row["kind"] != "headquarters"
    ]
    signatory = [Option(code, str(words)) for code, words in SIGNATURES.items()]
    level = [Option(code, str(words)) for code, words in LEVELS.items()]
    return filter_bar(
        reading,
        "frameworks",
        office=(_("Office"), offices),
        signatory=(_("Signatory"), signatory),
        level=(_("Engagement"), level),
    )


def framework_groups(reading: Reading, rows: Sequence[Row], axis: Axis) -> list[FrameworkGroup]:
    """By office, then by the name of the team, then by start."""
    groups = []
    for office in reading.section["offices"]:
        here = [row for row in rows if row["office"] == office["code"]]
        here.sort(key=lambda row: (in_order(named(row)), row["starts_on"]))
        found = [framework_row(reading, row, axis) for row in here]
        url = reading.to("office", code=office["code"])
        groups.append(FrameworkGroup(area(office), url, found))
    return [group for group in groups if group.rows]


def framework_row(reading: Reading, row: Row, axis: Axis) -> FrameworkRow:
    """One framework."""
    agreed = row["original_ends_on"]
    team = {**row, "code": row["team"]}
    return FrameworkRow(
        name=team_name(team),
        url=team_address(reading, team),
        kind=kind_word(row),
        period=years(row["starts_on"], row["ends_on"]),
        note=_("agreed to %(year)s") % {"year": agreed[:4]} if agreed else "",
        periods=list(framework_bars(axis, [row], reading.register_day)),
        signatory=signatory_word(row),
        level=level_word(row),
        said=said(row["engagement"]),
        source=row["source"],
    )


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme document beside the framework of its country."""

    name: str
    code: str
    url: str
    document: str
    period: str
    stage: str
    framework: str
    periods: list[Period]
    note: str
    source: str
    is_invented: bool
    findings: str
    unchecked: str


@dataclass(frozen=True)
class ProgrammesPage:
    """All programme documents."""

    head: Head
    filters: FilterBar
    rows: list[ProgrammeRow]
    years: list[Year]
    today: Event


def programme_documents_page(reading: Reading) -> ProgrammesPage:
    """Every programme document on record, by country."""
    rows = chosen_documents(reading)
    periods = [*rows, *(each for row in rows for each in row["frameworks"])]
    axis = axis_of(periods, reading.register_day, rtl=reading.rtl)
    words = ngettext(
        "%(n)s Habitat Country Programme Document is on record",
        "%(n)s Habitat Country Programme Documents are on record",
        len(rows),
    )
    head = Head(
        title=_("Programme documents"),
        headline=words % {"n": len(rows)},
        lead=_("A period that is not stated is not known; none is assumed."),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Programme documents"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    found = [programme_row(reading, row, axis) for row in rows]
    today = today_mark(axis, reading.register_day)
    ordered = sorted(found, key=lambda row: in_order(row.name))
    return ProgrammesPage(head, document_filters(reading), ordered, axis.years(), today)


def chosen_documents(reading: Reading) -> list[Row]:
    """Without a filter, every document on record; with one, those it counts."""
    rows: list[Row] = reading.section["documents"]
    return select_documents(rows, reading.filters) if reading.filters else rows


def document_filters(reading: Reading) -> FilterBar:
    """By office and generation; what else a figure counted comes with its address."""
    offices = [
        Option(row["code"], area(row))
        for row in reading.section["offices"]
        if row["kind"] != "headquarters"
    ]
    generations = [
        Option(str(each), capital(each.label)) for each in CountryProgrammeDocument.Generation
    ]
    return filter_bar(
        reading,
        "programme-documents",
        office=(_("Office"), offices),
        generation=(_("Generation"), generations),
    )


def programme_row(reading: Reading, row: Row, axis: Axis) -> ProgrammeRow:
    """One programme document."""
    today = reading.register_day
    bars = [*framework_bars(axis, row["frameworks"], today), *document_bars(axis, [row], None)]
    periods = [years(each["starts_on"], each["ends_on"]) for each in row["frameworks"]]
    return ProgrammeRow(
        name=named(row),
        code=row["country"],
        url=reading.to("country", code=row["country"]),
        document=document_name(row),
        period=years(row["starts_on"], row["ends_on"]),
        stage=stage_word(row["stage"]),
        framework=", ".join(periods),
        periods=bars,
        note=row["note"],
        source=row["source"],
        is_invented=row["provenance"] == "invented",
        findings=document_counts(row.get("findings")),
        unchecked=document_unchecked(row.get("findings")),
    )
