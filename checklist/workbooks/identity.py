"""For which round and office a workbook was made: another one's is refused whole."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.models import ReportingRound
from regions.models import RegionalOffice

FORMAT: Final = "1"


@dataclass(frozen=True)
class Marker:
    """What a workbook of ours says of itself: for which round and office it was made."""

    format: str
    round: str
    office: str
    checklist: str = ""
    made_at: str = ""


FIELDS: Final = tuple(Marker.__dataclass_fields__)


def marker_of(marks: Mapping[str, str]) -> Marker | None:
    """The mark of an office's workbook, if it carries one."""
    if not {"format", "round", "office"} <= marks.keys():
        return None
    return Marker(**{name: marks.get(name, "") for name in FIELDS})


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
