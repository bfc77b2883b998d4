"""Faults for people who see words in their cells, not codes."""

from collections.abc import Iterable
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from accounts.refusals import Fault
from checklist.workbooks.vocabulary import choices

LISTS: Final = {
    "unknown_kind": "kind",
    "kind_not_allowed": "kind",
    "unknown_constraint": "constraints",
    "unknown_language": "language",
    "not_true_or_false": "reexamined",
}


def explained(faults: Iterable[Fault]) -> list[Fault]:
    """The same faults; where one of a few codes is needed, its words are named."""
    return [in_words(fault) if fault.code in LISTS else fault for fault in faults]


def in_words(fault: Fault) -> Fault:
    """A fault in a cell with a list says what is on the list."""
    allowed = "; ".join(choices(LISTS[fault.code]))
    return replace(fault, message=_("Use one of: %(allowed)s.") % {"allowed": allowed})
