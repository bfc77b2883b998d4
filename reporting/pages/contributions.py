"""UN-Habitat's specific contribution, framework by framework: what it does, and by whose word."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.completeness import Completeness
from reporting.headlines import contributions as headlines
from reporting.headlines import frameworks
from reporting.headlines.countries import teams_passing
from reporting.pages.completeness import CompletenessBar, completeness_bar, office_bar
from reporting.pages.country_rows import stage_word
from reporting.pages.editions import Reading
from reporting.pages.engagement import (
    LEVELS,
    SIGNATURES,
    Contribution,
    contribution,
    kind_word,
    level_word,
    signatory_word,
)
from reporting.pages.filtering import RECORDED, FilterBar, filter_bar, office_options, options
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.headline import Headline
from reporting.pages.parts import Crumb, area, trail
from reporting.pages.tiles import team_address, team_name
from reporting.pages.words import day, number, sentences, years

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Told:
    """One fact with its source."""

    words: str
    note: str = ""
    source: str = ""
    is_invented: bool = False


@dataclass(frozen=True)
class Plan:
    """The newest joint work plan: the items that name UN-Habitat."""

    words: str
    items: list[str]
    source: str
    is_invented: bool


@dataclass(frozen=True)
class ContributionRow:
    """A country team: its framework and all that is on record of UN-Habitat's part in it."""

    name: str
    code: str
    url: str
    framework: str = ""
    kind: str = ""
    signatory: str = ""
    level: str = ""
    contribution: Contribution | None = None
    given: list[Told] = field(default_factory=list)
    plan: Plan | None = None
    documents: list[Told] = field(default_factory=list)


@dataclass(frozen=True)
class ContributionGroup:
    """The teams of one office on this page, under the bar of the whole office."""

    bar: CompletenessBar
    rows: list[ContributionRow]


@dataclass(frozen=True)
class ContributionsPage:
    """A row for every framework that runs, and for every team without one."""

    head: Head
    bars_title: Headline
    bars: list[CompletenessBar]
    total: CompletenessBar
    filters: FilterBar
    table_title: Headline
    groups: list[ContributionGroup]
    part: Page


def contributions_page(reading: Reading) -> ContributionsPage:
    """The completeness by office, then the rows that the filters leave."""
    section = reading.section
    bars = [office_bar(reading, office) for office in section["offices"]]
    fullness = headlines.by_office([(bar.name, bar.found) for bar in bars])
    return ContributionsPage(
        head=contributions_head(reading),
        bars_title=reading.says("completeness", fullness, *numbers_of(bars)),
        bars=bars,
        total=completeness_bar(reading, section["completeness"], _("All country teams")),
        filters=contribution_filters(reading),
        table_title=table_title(reading),
        groups=contribution_groups(reading),
        part=reading.page,
    )


def numbers_of(bars: list[CompletenessBar]) -> list[int]:
    """The numbers that a sentence over the bars may name."""
    return [n for bar in bars for n in (bar.found.recorded, bar.found.frameworks)]


def contributions_head(reading: Reading) -> Head:
    """For how many teams a line is on record, and what is missing."""
    found = Completeness(**reading.section["completeness"])
    figures = (found.recorded, found.missing, found.frameworks, found.teams)
    return Head(
        title=_("Specific contribution"),
        headline=reading.says("page", headlines.on_record(found), *figures),
        lead=sentences(headlines.missing(found), headlines.without_framework(found)),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Specific contribution"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def table_title(reading: Reading) -> Headline:
    """What the rows say; with a filter, how many it leaves."""
    if [*reading.filters] == ["office"]:
        return reading.says("office", *of_office(reading))
    if reading.filters:
        return reading.says("narrowed", teams_passing(reading.total))
    counts = reading.section["signatures"]
    return reading.says("frameworks", signed(counts), *counts.values())


def signed(counts: Mapping[str, int]) -> str:
    """How many of the signed frameworks have no line; of none signed, that none is."""
    if not counts["signed"]:
        return frameworks.signed(0, counts["running"], counts["unknown"])
    return headlines.signed_without_line(counts["without_line"])


def of_office(reading: Reading) -> tuple[str, int, int]:
    """The finding on the chosen office, with its numbers."""
    chosen = reading.filters["office"]
    office = next(row for row in reading.section["offices"] if row["code"] == chosen)
    found = Completeness(**office["completeness"])
    return headlines.of_office(area(office), found), found.recorded, found.frameworks


def contribution_filters(reading: Reading) -> FilterBar:
    """By office, by what is on record, by signature and level."""
    return filter_bar(
        reading,
        "contributions",
        office=(_("Office"), office_options(reading)),
        recorded=(_("Specific contribution"), options(RECORDED)),
        signatory=(_("Signatory"), options(SIGNATURES)),
        level=(_("Engagement"), options(LEVELS)),
    )


def contribution_groups(reading: Reading) -> list[ContributionGroup]:
    """By office in their order, those that have rows on this page."""
    found = [
        ContributionGroup(
            office_bar(reading, office),
            [
                contribution_row(reading, row)
                for row in reading.rows
                if row["office"] == office["code"]
            ],
        )
        for office in reading.section["offices"]
    ]
    return [group for group in found if group.rows]


def contribution_row(reading: Reading, row: Row) -> ContributionRow:
    """One team; without a framework that runs it stands by name alone."""
    name, url = team_name(row), team_address(reading, row)
    framework = row["framework"]
    if framework is None:
        return ContributionRow(name, row["code"], url)
    return ContributionRow(
        name=name,
        code=row["code"],
        url=url,
        framework=years(framework["starts_on"], framework["ends_on"]),
        kind=kind_word(framework) if framework["kind"] != "cooperation_framework" else "",
        signatory=signatory_word(framework),
        level=level_word(framework),
        contribution=contribution(framework),
        given=[given(each) for each in row["given"]],
        plan=plan(row["work_plan"]),
        documents=[document(each) for each in row["documents"]],
    )


def given(row: Row) -> Told:
    """A contribution to the analysis or to the design, with its day."""
    when = day(row["given_on"]) if row["given_on"] else _("day not recorded")
    words = _("Analysis, %(day)s") if row["kind"] == "analysis" else _("Design, %(day)s")
    return Told(words % {"day": when}, row["topic"], *by_whose_word(row))


def plan(row: Row | None) -> Plan | None:
    """What a joint work plan says; one that does not name UN-Habitat says so."""
    if row is None:
        return None
    names = [item["name"] for item in row["named"]]
    return Plan(plan_words(row), names, *by_whose_word(row))


def plan_words(row: Row) -> str:
    """How many items of the plan name UN-Habitat."""
    facts = {"year": str(row["year"]), "n": number(row["naming"])}
    if not row["naming"]:
        return _("%(year)s: on record, does not name UN-Habitat") % facts
    words = ngettext("%(year)s: %(n)s item", "%(year)s: %(n)s items", row["naming"])
    return words % facts


def document(row: Row) -> Told:
    """A programme document, and whether it names the framework it is derived from."""
    return Told(years(row["starts_on"], row["ends_on"]), document_note(row), *by_whose_word(row))


def document_note(row: Row) -> str:
    """That it names no framework, or where it stands."""
    if row["framework"] is None:
        return _("framework not recorded")
    return "" if row["stage"] == "unknown" else stage_word(row["stage"])


def by_whose_word(row: Row) -> tuple[str, bool]:
    """The source, and whether the record was made up for the demonstration."""
    return row["source"], row["provenance"] == "invented"
