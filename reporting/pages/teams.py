"""The list of country teams, by office and name, a part of it at a time."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.headlines import countries as lists
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, filter_bar, office_options
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Standing, area, standing, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns
from reporting.pages.team_cells import team_cells, team_columns
from reporting.pages.tiles import team_name
from reporting.pages.words import number, years

Row = Mapping[str, Any]


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
    """The teams of one office on this part of the list, and how many there are of it."""

    name: str
    url: str
    total: int
    rows: list[TeamRow]


@dataclass(frozen=True)
class TeamsPage:
    """Teams by office, a part of them at a time."""

    head: Head
    title: str
    filters: FilterBar
    groups: list[TeamGroup]
    part: Page


def teams_page(reading: Reading) -> TeamsPage:
    """The country teams that the filter leaves."""
    offices = reading.section["offices"]
    groups = [team_group(reading, office) for office in offices]
    return TeamsPage(
        head=teams_head(reading),
        title=found(reading),
        filters=filter_bar(reading, "teams", office=(_("Office"), office_options(reading))),
        groups=[group for group in groups if group.rows],
        part=reading.page,
    )


def teams_head(reading: Reading) -> Head:
    """How many teams answer more in full than before."""
    moves = reading.section["moves"]
    return Head(
        title=_("Country teams"),
        headline=reading.says("page", lists.teams_moved(moves, reading.round_before)),
        lead=_("A country team has one framework, and may serve several countries."),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Country teams"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def found(reading: Reading) -> str:
    """How many teams the list holds, or how many the filter leaves."""
    total = reading.total
    if reading.filters:
        return reading.says("narrowed", lists.teams_passing(total))
    words = ngettext("%(n)s country team by office", "%(n)s country teams by office", total)
    return reading.says("teams", words % {"n": number(total)}, total)


def team_group(reading: Reading, office: Row) -> TeamGroup:
    """The teams of one office that stand on this page of the list."""
    rows = [team_row(reading, row) for row in reading.rows if row["office"] == office["code"]]
    url = reading.to("office", code=office["code"])
    return TeamGroup(area(office), url, office["teams"], rows)


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
        *team_columns(),
        Column(_("Framework"), "#date+framework"),
        *tally_columns(),
    ]
    rows = (cells(row) for row in reading.rows)
    return Sheet(_("Country teams"), columns, rows)


def cells(row: Row) -> list[Cell]:
    """One row of it."""
    return [*team_cells(row, row["code"]), framework_years(row), *tally_cells(row)]
