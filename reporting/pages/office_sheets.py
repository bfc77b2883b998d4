"""The tables of the offices as files."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.pages.alignment import office_findings
from reporting.pages.editions import Reading
from reporting.pages.figures import shown
from reporting.pages.mechanisms import mechanism_rows
from reporting.pages.offices import asked_pillars, item_row
from reporting.pages.parts import area, named, titled
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns
from reporting.pages.trend_breaks import break_words
from reporting.pages.trends import Series

Row = Mapping[str, Any]


def offices_sheet(reading: Reading) -> Sheet:
    """The offices with how each stands."""
    columns = [
        Column(_("Code"), "#org+office+code"),
        Column(_("Office"), "#org+office+name"),
        Column(_("Area"), "#region+name"),
        Column(_("Countries"), "#indicator+num+countries"),
        Column(_("Country teams"), "#indicator+num+teams"),
        *tally_columns(),
    ]
    rows = [
        [
            *(row["code"], named(row), area(row), row["countries"], row["teams"]),
            *tally_cells(row),
        ]
        for row in reading.section["offices"]
    ]
    return Sheet(_("Offices"), columns, rows)


def trends_sheet(reading: Reading) -> Sheet:
    """Full answers of those that count, by pillar and round, here and everywhere."""
    columns = [
        Column(_("Pillar"), "#indicator+group"),
        Column(_("Round"), "#date+round"),
        Column(_("Full"), "#indicator+num+full"),
        Column(_("Answers that count"), "#indicator+num+counted"),
        Column(_("Full, all offices"), "#indicator+num+full+all"),
        Column(_("Answers that count, all offices"), "#indicator+num+counted+all"),
        Column(_("Checklist"), "#meta+version"),
        Column(_("Not comparable with the round before"), "#meta+break"),
    ]
    return Sheet(_("Pillars over the rounds"), columns, trend_cells(reading))


def trend_cells(reading: Reading) -> Iterator[list[Cell]]:
    """One row for each pillar and round, with the words that were asked otherwise."""
    points = reading.section["trend"]
    for pillar in asked_pillars(reading.section):
        here = Series.of(points, "here", "pillar", pillar["code"])
        everywhere = Series.of(points, "everywhere", "pillar", pillar["code"])
        for number, point in enumerate(points):
            tallies = (here.tallies[number], everywhere.tallies[number])
            counts = [count for each in tallies for count in (each.full, each.counted)]
            changed = break_words(point["round"], here.breaks.get(number))
            yield [titled(pillar), point["round"], *counts, point["checklist"], changed]


def items_sheet(reading: Reading) -> Sheet:
    """The items that the office answers."""
    columns = [
        Column(_("Code"), "#indicator+code"),
        Column(_("Item"), "#indicator+name"),
        Column(_("Answered by"), "#org+type"),
        Column(_("Named most often when not full"), "#cause+name"),
        *tally_columns(),
    ]
    rows = [item_cells(reading, row) for row in reading.section["items"]]
    return Sheet(_("The checklist, item by item"), columns, rows)


def item_cells(reading: Reading, row: Row) -> list[Cell]:
    """One item."""
    shown_row = item_row(reading, row, {})
    about = [row["code"], titled(row), shown_row.answered_by, shown_row.constraint]
    return [*about, *tally_cells(row)]


def findings_sheet(reading: Reading) -> Sheet:
    """The findings that the page shows, the weightiest first."""
    columns = [
        Column(_("Countries"), "#country+name+list"),
        Column(_("Weight"), "#severity"),
        Column(_("Rule"), "#indicator+code"),
        Column(_("Finding"), "#description"),
    ]
    found = office_findings(reading)
    rows = [
        [
            ", ".join(link.label for link in row.countries),
            *(row.finding.word, row.finding.rule, row.finding.title),
        ]
        for row in (found.rows if found else ())
    ]
    return Sheet(_("Findings"), columns, rows)


def mechanisms_sheet(reading: Reading) -> Sheet:
    """The mechanisms of the region, a row for each role."""
    columns = [
        Column(_("Mechanism"), "#org+mechanism+name"),
        Column(_("Kind"), "#org+mechanism+type"),
        Column(_("Role"), "#role"),
        Column(_("What UN-Habitat brings"), "#description"),
        Column(_("Basis"), "#meta+source"),
    ]
    rows: list[list[Cell]] = [
        [mechanism.name, mechanism.kind, role.role, role.topic, role.source]
        for mechanism in mechanism_rows(reading, reading.section["mechanisms"])
        for role in mechanism.roles
    ]
    return Sheet(_("Regional mechanisms and roles"), columns, rows)


def constraints_sheet(reading: Reading) -> Sheet:
    """The constraints that answers name, now and before."""
    columns = [
        Column(_("Code"), "#cause+code"),
        Column(_("Constraint"), "#cause+name"),
        Column(_("Answers naming it"), "#indicator+num+named"),
        Column(_("Naming it before"), "#indicator+num+named+before"),
    ]
    rows: list[list[Cell]] = [
        [row["constraint"], headlines.constraint(row["constraint"]), row["answers"], row["before"]]
        for row in reading.section["constraints"]
    ]
    return Sheet(_("Constraints"), columns, rows)


def figures_sheet(reading: Reading) -> Sheet:
    """The figures as reported and as counted."""
    columns = [
        Column(_("Figure"), "#indicator+name"),
        Column(_("Hedge"), "#indicator+hedge"),
        Column(_("Reported"), "#indicator+num+reported"),
        Column(_("Counted"), "#indicator+num+counted"),
        Column(_("Document"), "#meta+source"),
        Column(_("Paragraph"), "#meta+source+paragraph"),
    ]
    rows: list[list[Cell]] = [
        [each.area, each.qualifier, each.value, each.counted, each.document, each.paragraph]
        for each in shown(reading, reading.section["figures"], {})
    ]
    return Sheet(_("Reported and counted figures"), columns, rows)
