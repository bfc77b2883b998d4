"""For which round and office a workbook was made: another one's is refused whole."""

from collections.abc import Sequence
from typing import Final

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.models import ReportingRound
from checklist.workbooks.cells import text_of
from checklist.workbooks.grid import Marker, Row
from regions.models import RegionalOffice

FORMAT: Final = "1"
MARKER_SHEET: Final = "_habitat_reform"
"""A hidden sheet: OpenDocument loses the properties of the document that say the same."""

FIELDS: Final = ("format", "round", "office", "checklist", "made_at")


def marker_of(rows: Sequence[Row]) -> Marker | None:
    """What the hidden sheet says, a name and its value in each row."""
    said = {text_of(row[0]): text_of(row[1]) for row in rows if len(row) > 1}
    if not {"format", "round", "office"} <= said.keys():
        return None
    return Marker(**{name: said.get(name, "") for name in FIELDS})


def check_marker(
    marker: Marker | None, round_: ReportingRound, office: RegionalOffice, faults: Faults
) -> None:
    """A table without a mark is judged by its lines alone."""
    if marker is None:
        return
    if marker.format != FORMAT:
        words = _("The workbook has another format; download it again.")
        faults.add("", "unknown_format", words)
    if marker.round != round_.code:
        words = _("The workbook was made for round %(theirs)s, not for round %(ours)s.")
        facts = {"theirs": marker.round[:40], "ours": round_.code}
        faults.add("", "wrong_round", words % facts)
    if marker.office != office.code:
        words = _("The workbook was made for office %(theirs)s, not for office %(ours)s.")
        facts = {"theirs": marker.office[:40], "ours": office.code}
        faults.add("", "wrong_office", words % facts)
