"""The frameworks as a list; each row says where it comes from."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from regions.timelines import Axis, Event, Period, Year
from reporting.framework_ends import SOON
from reporting.headlines import frameworks as headlines
from reporting.pages.count_table import (
    CountColumn,
    CountTable,
    count_sheet,
    count_table,
    counts_of,
    selected,
)
from reporting.pages.editions import Reading
from reporting.pages.engagement import (
    LEVELS,
    SIGNATURES,
    kind_word,
    level_word,
    said,
    signatory_word,
)
from reporting.pages.filtering import FilterBar, filter_bar, office_options, options
from reporting.pages.framework_ends import ends_headline, horizon_column
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, area, trail
from reporting.pages.periods import agreed_note, framework_bars, today_mark, whole_axis
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.team_cells import team_cells, team_columns
from reporting.pages.tiles import team_address, team_name
from reporting.pages.words import day, years
from reporting.selecting import engagement_of

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
    """Frameworks by office, a part of them at a time."""

    head: Head
    counts: CountTable
    title: str
    filters: FilterBar
    groups: list[FrameworkGroup]
    years: list[Year]
    today: Event
    part: Page
    calendar_url: str


def frameworks_page(reading: Reading) -> FrameworksPage:
    """The frameworks that pass the filters: exactly those a figure counted, if it led here."""
    axis = whole_axis(reading)
    return FrameworksPage(
        head=frameworks_head(reading),
        counts=counts(reading),
        title=list_title(reading),
        filters=framework_filters(reading),
        groups=framework_groups(reading, axis),
        years=axis.years(),
        today=today_mark(axis, reading.register_day),
        part=reading.page,
        calendar_url=reading.to("framework-calendar"),
    )


def frameworks_head(reading: Reading) -> Head:
    """How many end soon."""
    asked_day = reading.filters.get("running_on", "")
    return Head(
        title=_("Frameworks"),
        headline=ends_headline(reading, SOON),
        lead=_("Running on %(day)s.") % {"day": day(asked_day)} if asked_day else "",
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Frameworks"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def list_title(reading: Reading) -> str:
    """How many were extended."""
    section = reading.section
    return reading.says("list", headlines.extended(section["extended"], section["total"]))


def counts(reading: Reading) -> CountTable:
    """The frameworks that run on the day of the register, by office."""
    whole = counts_of(reading, None)
    words = headlines.signed(whole["signed"], whole["running"], whole["signature_unknown"])
    return count_table(reading, reading.says("offices", words), count_columns(reading))


def count_columns(reading: Reading) -> list[CountColumn]:
    """Running, signature, engagement, and what ends."""
    of_frameworks = [
        ("running", _("Run"), "#indicator+num+framework+running"),
        ("signed", _("Signed"), "#indicator+num+framework+signed"),
        (
            "signature_unknown",
            _("Signature not recorded"),
            "#indicator+num+framework+signed+unknown",
        ),
        ("active", _("Active engagement"), "#indicator+num+framework+active"),
        ("light", _("Light engagement"), "#indicator+num+framework+light"),
        ("level_unknown", _("Engagement not recorded"), "#indicator+num+framework+unknown"),
    ]
    return [
        *(selected(reading, "frameworks", *column) for column in of_frameworks),
        horizon_column(reading, "ends", _("End in 12 months"), SOON),
        horizon_column(reading, "unfollowed", _("No next one on record"), SOON),
    ]


def framework_filters(reading: Reading) -> FilterBar:
    """By office, signature and level; a day comes with the address of a figure."""
    return filter_bar(
        reading,
        "frameworks",
        office=(_("Office"), office_options(reading)),
        signatory=(_("Signatory"), options(SIGNATURES)),
        level=(_("Engagement"), options(LEVELS)),
    )


def framework_groups(reading: Reading, axis: Axis) -> list[FrameworkGroup]:
    """The rows of this part by office; a day of the address says which part in them is shown."""
    groups = []
    for office in reading.section["offices"]:
        here = [row for row in reading.rows if row["office"] == office["code"]]
        found = [framework_row(reading, row, axis) for row in here]
        url = reading.to("office", code=office["code"])
        groups.append(FrameworkGroup(area(office), url, found))
    return [group for group in groups if group.rows]


def framework_row(reading: Reading, row: Row, axis: Axis) -> FrameworkRow:
    """One framework."""
    team = {**row, "code": row["team"]}
    return FrameworkRow(
        name=team_name(team),
        url=team_address(reading, team),
        kind=kind_word(row),
        period=years(row["starts_on"], row["ends_on"]),
        note=agreed_note(row),
        periods=list(framework_bars(axis, [row], reading.register_day)),
        signatory=signatory_word(row),
        level=level_word(row),
        said=said(row["engagement"]),
        source=row["source"],
    )


def frameworks_sheet(reading: Reading) -> Sheet:
    """The list as data."""
    columns = [
        *team_columns(),
        Column(_("Kind"), "#status+kind"),
        Column(_("Starts"), "#date+start"),
        Column(_("Ends"), "#date+end"),
        Column(_("Signed to"), "#date+end+original"),
        Column(_("Signatory"), "#status+signatory"),
        Column(_("Engagement"), "#status+engagement"),
        Column(_("By whose word"), "#meta+source+engagement"),
        Column(_("Source of the framework"), "#meta+source"),
    ]
    return Sheet(_("Frameworks"), columns, (framework_cells(row) for row in reading.rows))


def framework_cells(row: Row) -> list[Cell]:
    """One row of it; codes of signature and level are those of the API."""
    return [
        *(*team_cells(row, row["team"]), row["kind"]),
        *(row["starts_on"], row["ends_on"], row["original_ends_on"]),
        *(engagement_of(row, "signatory"), engagement_of(row, "level")),
        *(said(row["engagement"]), row["source"]),
    ]


def framework_offices_sheet(reading: Reading) -> Sheet:
    """The counts by office as data."""
    return count_sheet(_("Frameworks by office"), counts(reading), count_columns(reading))
