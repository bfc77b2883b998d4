"""The first sheet: what to do in five lines, for which round, and what each verdict needs."""

from collections.abc import Iterator
from typing import Final

from django.utils.translation import get_language
from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from checklist.compliance import Verdict
from checklist.models import ReportingRound
from checklist.workbooks.columns import COLUMNS
from checklist.workbooks.vocabulary import words_of
from regions.models import RegionalOffice
from regions.numbers import day
from regions.tables.formats import Looks
from regions.tables.heights import height_of
from regions.tables.sheets import add_sheet, put

Row = tuple[str, tuple[str, ...]]
WIDTHS: Final = (26, 100, 48)


def write_guidance(
    book: Workbook, looks: Looks, round_: ReportingRound, office: RegionalOffice
) -> None:
    """The sheet, from top to bottom."""
    sheet = add_sheet(book, _("Guidance"))
    sheet.hide_gridlines(2)
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    for row, (look, cells) in enumerate(guidance(round_, office)):
        if look != "title":
            sheet.set_row(row, height_of(zip(cells, WIDTHS, strict=False)))
        for at, text in enumerate(cells):
            first = "label" if look == "plain" and at == 0 else look
            put(sheet, row, at, text, looks[first])
    sheet.set_landscape()
    sheet.protect("", {"format_columns": True})


def guidance(round_: ReportingRound, office: RegionalOffice) -> Iterator[Row]:
    """The lines of the sheet with their look."""
    yield "title", (_("Answers of the office to the reform checklist"),)
    yield "plain", ()
    yield from facts(round_, office)
    yield "plain", ()
    yield "subtitle", (_("What to do"),)
    yield from (("plain", (str(n), text)) for n, text in enumerate(steps(), 1))
    yield "plain", ()
    yield "subtitle", (_("Verdict"), _("When to choose it"), _("What it needs"))
    yield from verdicts(round_)
    yield "plain", ()
    yield "subtitle", (_("Column"), _("What to write"))
    asked = (column for column in COLUMNS if not column.is_protected)
    yield from (("plain", (str(each.heading), str(each.guidance))) for each in asked)


def facts(round_: ReportingRound, office: RegionalOffice) -> Iterator[Row]:
    """For whom the workbook is, and until when."""
    language = get_language() or "en"
    yield "plain", (_("Office"), f"{office.name} ({office.code})")
    yield "plain", (_("Round"), round_.code)
    yield "plain", (_("Answers due"), day(round_.answers_due_on, language))
    yield "plain", (_("Review due"), day(round_.review_due_on, language))


def steps() -> tuple[str, ...]:
    """Five lines, for somebody who reads no more than that."""
    return (
        _("On the sheet of answers, filter by pillar, item or country. Grey columns are given."),
        _("Yellow marks what was carried over: change it, or choose “Yes” if nothing changed."),
        _("For each other row choose a verdict and write what is in place."),
        _("Leave empty what you cannot answer yet. Do not add rows, columns or formulas."),
        _("Save the file as xlsx or ods and upload it: you see every fault before it counts."),
    )


def verdicts(round_: ReportingRound) -> Iterator[Row]:
    """The words to choose from, with their meaning in this checklist and what they need."""
    words, needed = words_of("kind"), needs()
    for level in round_.checklist.scale.all():
        if level.kind != Verdict.NOT_ASSESSED:
            yield "plain", (words[level.kind], level.meaning, needed[level.kind])


def needs() -> dict[str, str]:
    """What a verdict must bring before it can be handed over."""
    constraint = _("At least one reason under “Why not full”.")
    return {
        Verdict.FULL: _("At least one piece of evidence."),
        Verdict.PARTIAL: constraint,
        Verdict.NOT_STARTED: constraint,
        Verdict.NOT_APPLICABLE: _("A reason under “Why not applicable”."),
    }
