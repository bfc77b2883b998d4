"""Tables of the answers: verdicts, pillars and offices, constraints, what changed."""

from collections.abc import Mapping
from typing import Any, Final

from django.utils.translation import gettext as _

from checklist.compliance import Verdict
from reporting.headlines import constraint
from reporting.pages import overview
from reporting.pages.changes import changes_page
from reporting.pages.matrix import Cells, in_columns
from reporting.pages.offices import offices_page
from reporting.pages.overview_sheets import verdict_cells
from reporting.pages.parts import area, titled
from reporting.pages.verdicts import distribution, verdict_word
from reporting.pages.words import listed, sentences
from reporting.papers.blocks import Table, TableColumn
from reporting.papers.exhibits.cells import cells, formula, numbers, said
from reporting.papers.reading import Source
from reporting.scorecards import from_record
from reporting.snapshots.movement import UNCHANGED, Move

Row = Mapping[str, Any]
CONSTRAINTS: Final = 10
"""So many stand in the table; the page of what holds answers back has them all."""


def verdicts(source: Source) -> Table:
    """How many answers of each kind, now and before."""
    reading = source.section("overview")
    now, before, wording = Cells.of(reading.section["cells"], "pillar").total(None, None)
    heads = [_("Answers"), *([_("Answers before")] if reading.round_before else [])]
    rows = tuple(cells(*row[: len(heads) + 1]) for row in verdict_cells(reading))
    title = distribution(reading, now, before, wording).title
    columns = (TableColumn(_("Verdict"), 3), *numbers(heads))
    return Table(str(title), columns, rows, note=formula())


def matrix(source: Source) -> Table:
    """The share of full answers by pillar and office."""
    reading = source.section("overview")
    found = Cells.of(reading.section["cells"], "pillar")
    offices = in_columns(reading.section["offices"])
    codes = [None, *(office["code"] for office in offices)]
    pillars = [(row["code"], titled(row)) for row in reading.section["pillars"]]
    rows = tuple(
        cells(name, *(said(found.total(pillar, office)[0]) for office in codes))
        for pillar, name in (*pillars, (None, _("All pillars")))
    )
    heads = [_("All answers"), *(office["code"] for office in offices)]
    title = overview.matrix_title(reading, found)
    note = sentences(named_codes(offices), formula())
    columns = (TableColumn(_("Pillar"), 3), *numbers(heads))
    return Table(str(title), columns, rows, totals=(len(rows) - 1,), note=note)


def named_codes(offices: list[Row]) -> str:
    """The codes at the heads of columns in words."""
    pairs = [_("%(code)s: %(area)s") % {"code": row["code"], "area": area(row)} for row in offices]
    return _("%(offices)s.") % {"offices": listed(pairs)}


def offices(source: Source) -> Table:
    """The offices with how each stands."""
    reading = source.section("offices")
    kinds = [verdict_word(kind) for kind in Verdict]
    rows = tuple(
        cells(area(row), said(tally), *(getattr(tally, kind) for kind in Verdict))
        for row in reading.section["offices"]
        for tally in [from_record(row["tally"])]
    )
    heads = [_("Share of full answers"), *kinds]
    columns = (TableColumn(_("Office"), 3), *numbers(heads))
    return Table(str(offices_page(reading).head.headline), columns, rows, note=formula())


def constraints(source: Source) -> Table:
    """How many answers name each constraint, now and before."""
    reading = source.section("overview")
    now = Cells.of(reading.section["cells"], "pillar").total(None, None)[0]
    title = overview.constraints_title(reading, now.held_back)
    named = reading.section["constraints"][:CONSTRAINTS]
    rows = tuple(
        cells(constraint(row["constraint"]), row["answers"], row["before"]) for row in named
    )
    columns = (
        TableColumn(_("Constraint"), 3),
        *numbers([_("Answers naming it"), _("Naming it before")]),
    )
    return Table(str(title), columns, rows)


def changes(source: Source) -> Table:
    """What moved since the publication before, by pillar and office; what stayed has no column."""
    reading = source.section("changes")
    page = changes_page(reading)
    lines = (*page.table.pillars, *page.table.offices)
    places = moved_places(reading.section["moves"])
    rows = tuple(cells(line.name, *(line.counts[each].value for each in places)) for line in lines)
    totals = tuple(place for place, line in enumerate(lines) if line.is_total)
    heads = [page.table.heads[each] for each in places]
    columns = (TableColumn(_("Pillar or office"), 3), *numbers(heads))
    return Table(str(page.head.headline), columns, rows, totals=totals)


def moved_places(moves: Row) -> list[int]:
    """The places of the columns of answers that moved, among those of all that became of any."""
    shown = [move for move in Move if moves[move]]
    return [place for place, move in enumerate(shown) if move not in UNCHANGED]
