"""The countries as data: one row for each, with framework, engagement, programme and answers."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting.covering import newest
from reporting.pages.country_rows import stage_word
from reporting.pages.editions import Reading
from reporting.pages.engagement import level_word, presence_word, signatory_word
from reporting.pages.filtering import ANSWERS
from reporting.pages.parts import named
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.tallies import tally_cells, tally_columns
from reporting.selecting import analysis_in, projects_in

Row = Mapping[str, Any]


def countries_sheet(reading: Reading) -> Sheet:
    """The rows of a list of countries that its filters leave."""
    rows = (country_cells(row) for row in reading.rows)
    return Sheet(_("Countries"), [*country_columns(), *tally_columns()], rows)


def country_columns() -> list[Column]:
    """What is told of a country beside its answers."""
    return [
        Column(_("Code"), "#country+code"),
        Column(_("Country"), "#country+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Country team"), "#org+team+code"),
        Column(_("Framework from"), "#date+framework+start"),
        Column(_("Framework to"), "#date+framework+end"),
        Column(_("Agreed to"), "#date+framework+end+agreed"),
        Column(_("Signed"), "#status+signatory"),
        Column(_("Engagement"), "#status+engagement"),
        Column(_("Presence"), "#status+presence"),
        Column(_("Projects"), "#status+projects"),
        Column(_("Support to the analysis"), "#status+analysis"),
        Column(_("Programme document from"), "#date+programme+start"),
        Column(_("Programme document to"), "#date+programme+end"),
        Column(_("Stage"), "#status+programme"),
    ]


def country_cells(row: Row) -> list[Cell]:
    """One country."""
    return [
        *(row["iso3"], named(row), row["office"], row["team"]),
        *framework_cells(row["framework"]),
        presence_word(row["presence"]),
        str(ANSWERS[projects_in(row)]),
        str(ANSWERS[analysis_in(row, None)]),
        *document_cells(newest(row["documents"])),
        *tally_cells(row),
    ]


def framework_cells(framework: Row | None) -> list[Cell]:
    """The framework that runs, and UN-Habitat's part in it; empty where none runs."""
    if framework is None:
        return [None] * 5
    dates = [framework[name] for name in ("starts_on", "ends_on", "original_ends_on")]
    return [*dates, signatory_word(framework), level_word(framework)]


def document_cells(document: Row | None) -> list[Cell]:
    """The newest programme document, as far as its dates are known."""
    if document is None:
        return [None] * 3
    return [document["starts_on"], document["ends_on"], stage_word(document["stage"])]
