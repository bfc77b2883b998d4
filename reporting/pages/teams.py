"""The page of a country team, which may serve many countries, and the list of teams."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting import headlines
from reporting.pages.answers import AnswerGroup, team_answers
from reporting.pages.country import framework_facts, office_crumbs, running
from reporting.pages.editions import Reading
from reporting.pages.engagement import Contribution, contribution, engagement_facts
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Fact, Link, Standing, area, named, standing, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns
from reporting.pages.tiles import team_name
from reporting.pages.timeline import Timeline, timeline
from reporting.pages.words import in_order, number, years

Row = Mapping[str, Any]


@dataclass(frozen=True)
class TeamPage:
    """One country team."""

    head: Head
    timeline: Timeline | None
    facts: list[Fact]
    contribution: Contribution | None
    countries: list[Link]
    groups: list[AnswerGroup]
    standing: Standing


def team_page(reading: Reading) -> TeamPage:
    """A team with the countries it serves."""
    section = reading.section
    framework = running(section["frameworks"], reading.register_day)
    served = [
        Link(named(row), reading.to("country", code=row["iso3"])) for row in section["countries"]
    ]
    return TeamPage(
        head=team_head(reading),
        timeline=timeline(reading, named(section["team"])),
        facts=list(engagement_facts(framework, None))[:2] if framework else [],
        contribution=contribution(framework),
        countries=sorted(served, key=lambda link: in_order(link.label)),
        groups=list(team_answers(reading)),
        standing=standing(section, rtl=reading.rtl),
    )


def team_head(reading: Reading) -> Head:
    """How the team stands."""
    section, team = reading.section, reading.section["team"]
    found = standing(section, rtl=False)
    name = named(team)
    served = len(team["countries"])
    words = ngettext("%(n)s country or territory", "%(n)s countries and territories", served)
    return Head(
        title=name,
        headline=headlines.part(name, found.tally, found.before, reading.round_before),
        lead=headlines.unassessed(found.tally),
        eyebrow=_("Country team"),
        crumbs=trail(reading, *office_crumbs(reading), Crumb(name)),
        facts=[
            Fact(_("Code"), team["code"]),
            Fact(_("Serves"), words % {"n": served}),
            *framework_facts(section["frameworks"], reading.register_day),
            *publication_facts(reading)[:2],
        ],
        notices=notices(reading),
    )


@dataclass(frozen=True)
class TeamRow:
    """A team in the list."""

    code: str
    name: str
    url: str
    framework: str
    standing: Standing


@dataclass(frozen=True)
class TeamGroup:
    """The teams of one office."""

    name: str
    url: str
    rows: list[TeamRow]


@dataclass(frozen=True)
class TeamsPage:
    """Teams by office, a part of them at a time."""

    head: Head
    filters: FilterBar
    groups: list[TeamGroup]
    part: Page


def teams_page(reading: Reading) -> TeamsPage:
    """The country teams that the filter leaves."""
    total = reading.part.total if reading.part else 0
    words = ngettext("%(n)s country team", "%(n)s country teams", total)
    head = Head(
        title=_("Country teams"),
        headline=reading.says("page", words % {"n": number(total)}, total),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Country teams"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    offices = reading.section["offices"]
    options = [Option(office["code"], area(office)) for office in offices]
    bar = filter_bar(reading, "teams", office=(_("Office"), options))
    groups = [team_group(reading, office) for office in offices]
    return TeamsPage(head, bar, [group for group in groups if group.rows], reading.page)


def team_group(reading: Reading, office: Row) -> TeamGroup:
    """The teams of one office that stand on this page of the list."""
    rows = [team_row(reading, row) for row in reading.rows if row["office"] == office["code"]]
    return TeamGroup(area(office), reading.to("office", code=office["code"]), rows)


def team_row(reading: Reading, row: Row) -> TeamRow:
    """A team with its framework and how it stands."""
    return TeamRow(
        code=row["code"],
        name=team_name(row),
        url=reading.to("team", code=row["code"]),
        framework=framework_years(row),
        standing=standing(row, rtl=reading.rtl),
    )


def framework_years(row: Row) -> str:
    """The period of the framework that runs; nothing where none does."""
    framework = row["framework"]
    return years(framework["starts_on"], framework["ends_on"]) if framework else ""


def teams_sheet(reading: Reading) -> Sheet:
    """The list as data."""
    columns = [
        Column(_("Code"), "#org+code"),
        Column(_("Country team"), "#org+name"),
        Column(_("Countries"), "#country+code+list"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Framework"), "#date+framework"),
        *tally_columns(),
    ]
    rows = (team_cells(row) for row in reading.rows)
    return Sheet(_("Country teams"), columns, rows)


def team_cells(row: Row) -> list[Cell]:
    """One row of it."""
    served = " ".join(row["countries"])
    about = [row["code"], named(row), served, row["office"], framework_years(row)]
    return [*about, *tally_cells(row)]
