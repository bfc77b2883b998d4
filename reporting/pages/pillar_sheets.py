"""The tables of the pillars as files: all rows behind the page, and what its filters leave."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reporting.pages.editions import Reading
from reporting.pages.overview_sheets import constraint_cells, constraint_columns
from reporting.pages.parts import area, titled
from reporting.pages.pillar import constraint_sums
from reporting.pages.pillars import naming
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns


def item_columns() -> list[Column]:
    """An item by its code and its title."""
    return [Column(_("Item"), "#indicator+code"), Column(_("Question"), "#indicator+name")]


def items_sheet(reading: Reading) -> Sheet:
    """Every item with its counts; under a constraint also how many answers name it."""
    pillar = Column(_("Pillar"), "#indicator+group")
    by_constraint = "constraint" in reading.filters
    more = [Column(_("Answers naming it"), "#indicator+num+named")] if by_constraint else []
    columns = [pillar, *item_columns(), *tally_columns(), *more]
    return Sheet(_("Items by pillar"), columns, item_cells(reading))


def item_cells(reading: Reading) -> Iterator[list[Cell]]:
    """The items that the filters leave, as on the page."""
    kind, constraint = reading.filters.get("kind"), reading.filters.get("constraint")
    named = naming(reading)
    for row in reading.section["items"]:
        count = named[row["code"]] if constraint else row["tally"][kind] if kind else 1
        if count:
            more = [count] if constraint else []
            yield [row["pillar"], row["code"], titled(row), *tally_cells(row), *more]


def item_matrix_sheet(reading: Reading) -> Sheet:
    """The tallies behind each cell, a row for each item and office."""
    section, chosen = reading.section, reading.filters.get("office")
    titles = {row["code"]: titled(row) for row in section["items"]}
    areas = {row["code"]: area(row) for row in section["offices"]}
    office = [Column(_("Office"), "#org+office+code"), Column(_("Area"), "#org+office+name")]
    rows = (
        [
            row["item"],
            titles[row["item"]],
            row["office"],
            areas[row["office"]],
            *tally_cells(row),
        ]
        for row in section["cells"]
        if chosen in (None, row["office"])
    )
    return Sheet(_("Items by office"), [*item_columns(), *office, *tally_columns()], rows)


def constraints_sheet(reading: Reading) -> Sheet:
    """How many answers to this pillar name each constraint."""
    named = {"constraints": constraint_sums(reading)}
    return Sheet(_("Constraints"), constraint_columns(), constraint_cells(named))
