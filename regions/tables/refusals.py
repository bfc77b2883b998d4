"""Why a file was not read, in words, and how to save it so that it is."""

from dataclasses import dataclass
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

WORDS: Final[dict[str, Promise]] = {
    "not_a_workbook": _(
        "The file is not a workbook. Send a workbook (xlsx, ods) or a table as CSV UTF-8."
    ),
    "workbook_encrypted": _(
        "The workbook is protected by a password to open it. Save it without that password."
    ),
    "old_workbook": _(
        "The workbook is of a kind that is not read. Save it as “Excel workbook (.xlsx)” or “ods”."
    ),
    "workbook_macros": _(
        "The workbook holds macros. Save it as “Excel workbook (.xlsx)”, which leaves them out."
    ),
    "workbook_links": _(
        "The workbook draws on other files. Copy its values into the workbook that was downloaded."
    ),
    "workbook_too_big": _(
        "The workbook is too big. Copy its rows into the workbook that was downloaded."
    ),
    "workbook_unreadable": _(
        "The workbook cannot be read: it is cut off or damaged. Save it again and send it again."
    ),
    "too_many_lines": _("The sheet has more than 2,000 rows; at most 2,000 are read."),
}


@dataclass(frozen=True)
class NotRead:
    """A file that cannot be read as a table at all: a stable code, and words for people."""

    code: str
    message: str


def refusal(code: str) -> NotRead:
    """A file that is not read, with the words for its code."""
    return NotRead(code, str(WORDS[code]))
