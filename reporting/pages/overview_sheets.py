"""The tables of the overview as files."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from checklist.compliance import Tally
from reporting import reconciling
from reporting.headlines import constraint
from reporting.pages.editions import Reading
from reporting.pages.parts import area, titled
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns
from reporting.pages.verdicts import IN_SHARES, verdict_word
from reporting.pages.words import sentences
from reporting.scorecards import from_record, total
from reporting.snapshots.sections.tiles import SHADES

Row = Mapping[str, Any]


def verdicts_sheet(reading: Reading) -> Sheet:
    """How many answers of each kind, now and before."""
    columns = [
        Column(_("Verdict"), "#status"),
        Column(_("Answers"), "#indicator+num"),
        Column(_("Answers before"), "#indicator+num+before"),
        Column(_("Counted in shares"), "#meta+counted"),
    ]
    return Sheet(_("Verdicts"), columns, list(verdict_cells(reading)))


def verdict_cells(reading: Reading) -> Iterator[list[Cell]]:
    """One row for each kind, not applicable at the end."""
    cells = reading.section["cells"]
    now = total(cells)
    before = sum((from_record(row["before"]) for row in cells if row["before"]), Tally())
    for kind in (*IN_SHARES, "not_applicable"):
        earlier = getattr(before, kind) if reading.round_before else None
        is_counted = _("Yes") if kind in IN_SHARES else _("No")
        yield [verdict_word(kind), getattr(now, kind), earlier, is_counted]


def matrix_sheet(reading: Reading) -> Sheet:
    """The tallies behind each cell of the matrix, a row for each pillar and office."""
    section = reading.section
    pillars = {row["code"]: titled(row) for row in section["pillars"]}
    offices = {row["code"]: area(row) for row in section["offices"]}
    columns = [
        Column(_("Pillar"), "#indicator+code"),
        Column(_("Title"), "#indicator+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Area"), "#org+office+name"),
        *tally_columns(),
    ]
    rows = (
        [
            row["pillar"],
            pillars[row["pillar"]],
            row["office"],
            offices[row["office"]],
            *tally_cells(row),
        ]
        for row in section["cells"]
    )
    return Sheet(_("Pillars and offices"), columns, rows)


def changes_sheet(reading: Reading) -> Sheet:
    """The items of which most answers moved."""
    columns = [
        Column(_("Item"), "#indicator+code"),
        Column(_("Question"), "#indicator+name"),
        Column(_("Up"), "#indicator+num+up"),
        Column(_("Down"), "#indicator+num+down"),
        *tally_columns(),
    ]
    rows = (
        [row["code"], titled(row), row["up"], row["down"], *tally_cells(row)]
        for row in reading.section["changed_items"]
    )
    return Sheet(_("Items that moved most"), columns, rows)


def constraints_sheet(reading: Reading) -> Sheet:
    """How many answers name each constraint."""
    return Sheet(_("Constraints"), constraint_columns(), constraint_cells(reading.section))


def constraint_columns() -> list[Column]:
    """A constraint with its two counts."""
    return [
        Column(_("Code"), "#cause+code"),
        Column(_("Constraint"), "#cause+name"),
        Column(_("Answers naming it"), "#indicator+num+named"),
        Column(_("Naming it before"), "#indicator+num+named+before"),
    ]


def constraint_cells(section: Row) -> Iterator[list[Cell]]:
    """One row for each constraint that is named."""
    for row in section["constraints"]:
        code = row["constraint"]
        yield [code, constraint(code), row["answers"], row["before"]]


def teams_sheet(reading: Reading) -> Sheet:
    """How many teams of each office have which part in their framework."""
    offices = {row["code"]: area(row) for row in reading.section["offices"]}
    columns = [
        Column(_("Office"), "#org+office+code"),
        Column(_("Area"), "#org+office+name"),
        Column(_("Active engagement"), "#indicator+num+active"),
        Column(_("Light engagement"), "#indicator+num+light"),
        Column(_("None recorded"), "#indicator+num+none"),
        Column(_("No framework"), "#indicator+num+no_framework"),
        Column(_("Signatory"), "#indicator+num+signatory"),
    ]
    rows = (
        [row["office"], offices[row["office"]], *map(row["shades"].get, SHADES), row["signatories"]]
        for row in reading.section["tiles"]
    )
    return Sheet(_("Country teams"), columns, rows)


def figures_sheet(reading: Reading) -> Sheet:
    """Every figure reported for this round, beside what the records hold."""
    columns = [
        Column(_("Office"), "#org+office+code"),
        Column(_("Measure"), "#indicator+code"),
        Column(_("Hedge"), "#meta+qualifier"),
        Column(_("Reported"), "#indicator+num+reported"),
        Column(_("Of"), "#indicator+num+total"),
        Column(_("Document"), "#meta+source"),
        Column(_("Paragraph"), "#meta+source+paragraph"),
        Column(_("As of"), "#date+reported"),
        Column(_("Counted"), "#indicator+num+counted"),
        Column(_("Counted, of"), "#indicator+num+counted+total"),
        Column(_("Difference"), "#indicator+num+difference"),
        Column(_("Comparison"), "#status"),
        Column(_("What lies between them"), "#description+difference"),
    ]
    return Sheet(_("Figures"), columns, map(figure_cells, reading.section["figures"]))


def figure_cells(row: Row) -> list[Cell]:
    """One figure with its hedge, its source, its count and what lies between the two."""
    counted, figure = row["counted"] or {}, reconciling.from_record(row)
    said = ("office", "measure", "qualifier", "value", "of_total", "document", "paragraph", "as_of")
    return [
        *(row[name] for name in said),
        *(counted.get("value"), counted.get("of_total"), figure.difference, row["comparison"]),
        sentences(figure.explanation, figure.reconciliation),
    ]
