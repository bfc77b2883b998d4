"""The office's evidence on file, so that its ids can be copied into the answers."""

from typing import Final

from django.utils.translation import gettext as _
from xlsxwriter import Workbook

from checklist.models import Evidence
from regions.models import RegionalOffice
from regions.tables.formats import Looks
from regions.tables.sheets import PERMITTED, add_sheet, put, put_row

MOST: Final = 2_000
WIDTHS: Final = (40, 60, 14, 60)


def write_evidence(book: Workbook, looks: Looks, office: RegionalOffice) -> None:
    """Newest first: what was filed for this round is what will be referred to."""
    sheet = add_sheet(book, _("Evidence on file"))
    for at, width in enumerate(WIDTHS):
        sheet.set_column(at, at, width)
    heads = (_("Id, to be copied"), _("Title"), _("Date"), _("Where it is"))
    put_row(sheet, 0, heads, looks["head"])
    row = 0
    for row, each in enumerate(Evidence.objects.filter(office=office)[:MOST], 1):
        where = each.url or each.reference or each.file_name
        put_row(sheet, row, (str(each.pk), each.title), looks["given"])
        put(sheet, row, 2, each.dated_on, looks["given_day"])
        put(sheet, row, 3, where, looks["given"])
    sheet.freeze_panes(1, 0)
    sheet.autofilter(0, 0, row, len(WIDTHS) - 1)
    sheet.protect("", PERMITTED)
