"""The tables of a country's page as data: periods, findings, programme documents, mechanisms."""

from collections.abc import Iterator, Mapping
from typing import Any

from django.utils.translation import gettext as _

from reporting.pages.country_programme import document_row, support_row
from reporting.pages.editions import Reading
from reporting.pages.findings import (
    RuleLine,
    ShownFinding,
    findings,
    record_names,
)
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.timeline import timeline

Row = Mapping[str, Any]


def periods_sheet(reading: Reading) -> Sheet:
    """The periods under the time line, those computed among them."""
    columns = [
        Column(_("Period"), "#activity+name"),
        Column(_("From"), "#date+start"),
        Column(_("To"), "#date+end"),
        Column(_("Months"), "#indicator+num+months"),
        Column(_("Source"), "#meta+source"),
    ]
    drawn = timeline(reading, "")
    rows = drawn.table if drawn else []
    cells = ((row.name, row.first, row.last, row.months, row.source) for row in rows)
    return Sheet(_("Framework, programme and reports on one axis"), columns, cells)


def findings_sheet(reading: Reading) -> Sheet:
    """Every rule with what it says here; what could not be checked is not passed."""
    columns = [
        Column(_("Rule"), "#meta+rule"),
        Column(_("Outcome"), "#status"),
        Column(_("About"), "#activity+name"),
        Column(_("Finding"), "#description"),
        Column(_("What closes it"), "#description+next"),
        Column(_("Basis"), "#meta+source"),
    ]
    return Sheet(_("Findings"), columns, finding_cells(reading.section))


def finding_cells(section: Row) -> Iterator[list[Cell]]:
    """Findings first, then those set aside, then what is met and what could not be checked."""
    names = record_names(section["frameworks"], section["documents"])
    found = findings(section.get("alignment"), names)
    for finding in found.open:
        yield found_cells(finding, finding.word)
    for finding in found.dismissed:
        yield found_cells(finding, _("Set aside: %(reason)s") % {"reason": finding.reason})
    for line in found.met:
        yield line_cells(line, _("Met"))
    for line in found.unchecked:
        yield line_cells(line, _("Could not be checked"))


def found_cells(finding: ShownFinding, outcome: str) -> list[Cell]:
    """A finding in words."""
    words = f"{finding.title}. {finding.text}" if finding.text else finding.title
    return [finding.rule, outcome, finding.about, words, finding.closes, finding.basis]


def line_cells(line: RuleLine, outcome: str) -> list[Cell]:
    """A rule in one line, and what is missing to check it."""
    words = f"{line.words}. {line.missing}" if line.missing else line.words
    return [line.code, outcome, line.about, words, None, None]


def documents_sheet(reading: Reading) -> Sheet:
    """The programme documents."""
    columns = [
        Column(_("Programme document"), "#activity+name"),
        Column(_("From"), "#date+start"),
        Column(_("To"), "#date+end"),
        Column(_("Stage"), "#status"),
        Column(_("Note"), "#description"),
        Column(_("Basis"), "#meta+source"),
    ]
    rows = ((each, document_row(each)) for each in reading.section["documents"])
    cells = (
        [row.name, each["starts_on"], each["ends_on"], row.stage, row.note, row.source]
        for each, row in rows
    )
    return Sheet(_("Programme documents"), columns, cells)


def mechanisms_sheet(reading: Reading) -> Sheet:
    """The roles in regional mechanisms that support the country."""
    columns = [
        Column(_("Mechanism"), "#org+name"),
        Column(_("Role"), "#org+role"),
        Column(_("What UN-Habitat brings"), "#description"),
        Column(_("Basis"), "#meta+source"),
    ]
    rows = (support_row(each) for each in reading.section["mechanisms"])
    cells = ([row.name, row.role, row.topic, row.source] for row in rows)
    return Sheet(_("Regional mechanisms"), columns, cells)
