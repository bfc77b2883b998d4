"""The specific contribution as data: the completeness by office, and every row of the list."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.completeness import CompletenessBar, completeness_bar, office_bar
from reporting.pages.contributions import ContributionRow, contribution_row, plan_words
from reporting.pages.editions import Reading
from reporting.pages.filtering import RECORDED
from reporting.pages.sheets import Cell, Column, Sheet

Row = Mapping[str, Any]


def completeness_sheet(reading: Reading) -> Sheet:
    """One line for each office, and one for the whole."""
    columns = [
        Column(_("Code"), "#org+office+code"),
        Column(_("Office"), "#org+office+name"),
        Column(_("Recorded"), "#indicator+num+recorded"),
        Column(_("Frameworks that run"), "#indicator+num+frameworks"),
        Column(_("Teams without a framework"), "#indicator+num+without"),
    ]
    bars = [office_bar(reading, office) for office in reading.section["offices"]]
    total = completeness_bar(reading, reading.section["completeness"], _("All country teams"))
    return Sheet(_("Completeness"), columns, [completeness_cells(bar) for bar in [*bars, total]])


def completeness_cells(bar: CompletenessBar) -> list[Cell]:
    """One line of it."""
    found = bar.found
    return [bar.code, bar.name, found.recorded, found.frameworks, found.without_framework]


def contributions_sheet(reading: Reading) -> Sheet:
    """Every team with what is on record; what is not recorded says so."""
    columns = [
        Column(_("Code"), "#org+code"),
        Column(_("Country team"), "#org+name"),
        Column(_("Office"), "#org+office+code"),
        Column(_("Framework"), "#date+framework"),
        Column(_("Recorded"), "#status+recorded"),
        Column(_("Signatory"), "#status+signatory"),
        Column(_("Engagement"), "#status+engagement"),
        Column(_("Specific contribution"), "#description+contribution"),
        Column(_("Source"), "#meta+source"),
        Column(_("Contributions to analysis and design"), "#description+analysis"),
        Column(_("Joint work plan"), "#description+workplan"),
        Column(_("Programme document"), "#date+programme"),
    ]
    rows = (contribution_cells(reading, row) for row in reading.rows)
    return Sheet(_("Specific contribution"), columns, rows)


def contribution_cells(reading: Reading, row: Row) -> list[Cell]:
    """One line of it; a team without a framework has nothing to record."""
    shown = contribution_row(reading, row)
    about: list[Cell] = [row["code"], shown.name, row["office"], shown.framework]
    return [*about, str(RECORDED[row["recorded"]]), *(told(shown, row) if shown.framework else ())]


def told(shown: ContributionRow, row: Row) -> list[Cell]:
    """What is on record of UN-Habitat's part."""
    line = shown.contribution
    return [
        shown.signatory,
        shown.level,
        line.text if line else _("Not recorded"),
        line.source if line else "",
        "; ".join(" ".join((each.words, each.note)).strip() for each in shown.given),
        plan_words(row["work_plan"]) if row["work_plan"] else _("Not recorded"),
        "; ".join(each.words for each in shown.documents),
    ]
