"""Cells of tables as a paper prints them, and where their records stand."""

from collections.abc import Sequence

from django.utils.translation import gettext as _

from checklist.compliance import Tally
from regions.numbers import DASH
from regions.templatetags.figures import figure_text, per_cent_text
from reporting.pages.count_table import CountTable
from reporting.pages.parts import blank_words, share
from reporting.pages.words import number
from reporting.papers.blocks import Runs, Table, TableColumn, words

Cells = tuple[Runs, ...]


def cells(*values: object) -> Cells:
    """A row; a dash where there is no value, and never a nought in its place."""
    return tuple(words(cell(value)) for value in values)


def cell(value: object) -> str:
    """One value."""
    if value is None:
        return DASH
    return number(value) if isinstance(value, int) else str(value)


def said(tally: Tally) -> str:
    """A share or, under ten answers, the counts; where nothing counts, why."""
    if not tally.counted:
        return blank_words(tally)
    if tally.is_enough_for_a_share:
        return per_cent_text(share(tally))
    return figure_text(tally.full, "", tally.counted, "")


def numbers(heads: Sequence[str]) -> tuple[TableColumn, ...]:
    """Columns of numbers."""
    return tuple(TableColumn(head, 1, is_number=True) for head in heads)


def of_counts(table: CountTable, columns: int) -> Table:
    """The first columns of a table by office, the whole at its end."""
    heads = (TableColumn(table.corner, 3), *numbers(table.columns[:columns]))
    rows = tuple(
        cells(row.name, *(each.number for each in row.cells[:columns])) for row in table.rows
    )
    last = len(rows) - 1
    return Table(str(table.title), heads, rows, totals=(last,))


def formula() -> str:
    """How a share is counted, where one is shown."""
    return _(
        "Full ÷ (full + partial + not started + not assessed), in whole per cent. Answers that "
        "are not applicable are left out, with their reason."
    )
