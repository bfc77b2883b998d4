"""The workbook an office takes offline: prefilled, in its language, without a single formula."""

import io
from datetime import datetime

from django.utils import timezone
from django.utils.translation import gettext as _
from django.utils.translation import override
from xlsxwriter import Workbook

from checklist.models import ReportingRound
from checklist.workbooks.answers_sheet import AnswersSheet
from checklist.workbooks.evidence_sheet import write_evidence
from checklist.workbooks.guidance_sheet import write_guidance
from checklist.workbooks.identity import FORMAT, Marker
from checklist.workbooks.rows import carried, rows_for
from checklist.workbooks.vocabulary import lists
from regions.models import RegionalOffice
from regions.tables.formats import Looks
from regions.tables.marks import write_marks
from regions.tables.sheets import OPTIONS, write_lists


def write_workbook(
    round_: ReportingRound, office: RegionalOffice, language: str, *, at: datetime | None = None
) -> bytes:
    """The workbook of an office for a round, in one of the six languages."""
    made_at = at or timezone.now()
    content = io.BytesIO()
    with override(language), Workbook(content, {**OPTIONS, "constant_memory": True}) as book:
        title = _("Answers of the office to the reform checklist")
        book.set_properties({"title": title, "created": made_at.replace(tzinfo=None)})
        looks = Looks(book)
        write_guidance(book, looks, round_, office)
        answers = AnswersSheet(book, looks, write_lists(book, lists()))
        answers.write(rows_for(round_, office), carried())
        write_evidence(book, looks, office)
        write_marks(book, vars(marker_for(round_, office, made_at)))
        answers.sheet.activate()
    return content.getvalue()


def marker_for(round_: ReportingRound, office: RegionalOffice, made_at: datetime) -> Marker:
    """By what the workbook is known again."""
    version = round_.checklist.version
    return Marker(FORMAT, round_.code, office.code, version, made_at.isoformat(timespec="seconds"))
