"""The tables of the findings as files."""

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.all_findings import about, count_columns, counts, shown_outcome, standing_word
from reporting.pages.count_table import count_sheet
from reporting.pages.editions import Reading
from reporting.pages.findings import (
    SEVERITIES,
    title_of,
)
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.snapshots.sections.alignment import OUTCOMES as STANDINGS
from reporting.snapshots.sections.alignment import standing

Row = Mapping[str, Any]


def findings_sheet(reading: Reading) -> Sheet:
    """The outcomes as data."""
    rules = {rule["code"]: rule for rule in reading.section["rules"]}
    columns = [
        Column(_("Rule"), "#meta+rule"),
        Column(_("Outcome"), "#status+outcome"),
        Column(_("Weight"), "#severity"),
        Column(_("Countries"), "#country+code+list"),
        Column(_("Office"), "#org+office+code"),
        Column(_("About"), "#subject"),
        Column(_("Finding"), "#description"),
        Column(_("What was compared"), "#description+text"),
        Column(_("What closes it"), "#action"),
    ]
    rows = (outcome_cells(reading, row, rules) for row in reading.rows)
    return Sheet(_("Findings"), columns, rows)


def outcome_cells(reading: Reading, row: Row, rules: Mapping[str, Row]) -> list[Cell]:
    """One row of it."""
    state, shown = standing(row), shown_outcome(row, rules)
    codes = [*(each["iso3"] for each in row["countries"]), *row["others"]]
    outcome = "finding" if state in SEVERITIES else state
    return [
        *(row["rule"], outcome, row.get("severity"), " ".join(codes), row["office"]),
        *(about(reading, row), shown.title, shown.text, shown.closes),
    ]


def finding_offices_sheet(reading: Reading) -> Sheet:
    """The counts by office as data."""
    return count_sheet(_("Findings by office"), counts(reading), count_columns(reading))


def rules_sheet(reading: Reading) -> Sheet:
    """The counts by rule as data."""
    heads = [
        Column(_("Rule"), "#meta+rule"),
        Column(_("What holds when it is met"), "#description"),
    ]
    counted = [
        Column(standing_word(each), f"#indicator+num+finding+{each.replace('_', '')}")
        for each in STANDINGS
    ]
    rows = (
        [rule["code"], title_of(rule["code"], rule), *(rule["counts"][each] for each in STANDINGS)]
        for rule in reading.section["rules"]
    )
    return Sheet(_("Findings by rule"), [*heads, *counted], rows)
