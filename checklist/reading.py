"""One line from any door, read into a content: every fault is named, none is guessed away."""

import uuid
from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from accounts.reading import Reader, read_choice, read_date, read_list, read_prose
from accounts.refusals import Faults
from checklist.compliance import Verdict
from checklist.content import FIELDS, Content
from checklist.models.answers import NARRATIVE_LIMIT, Constraint
from checklist.proof import lacks_evidence
from regions.languages import CODES

KEYS = ("item", "subject", "base_version", "reexamined")
ANSWERABLE = tuple(kind.value for kind in Verdict if kind is not Verdict.NOT_ASSESSED)

read_text = read_prose(NARRATIVE_LIMIT)
"""Prose: any language, up to 5,000 characters, no control characters."""


def read_kind(value: Any, at: str, faults: Faults) -> str:
    """Full, partial, not started or not applicable; nobody sends `not_assessed`.

    That an empty one is missing is said where the line is found.
    """
    if value in (None, ""):
        return ""
    if value == Verdict.NOT_ASSESSED:
        words = _("“not_assessed” is what an unanswered item is; it cannot be sent.")
        faults.add(at, "kind_not_allowed", words)
        return ""
    return read_choice(ANSWERABLE, "unknown_kind")(value, at, faults)


def read_id(value: Any, at: str, faults: Faults) -> uuid.UUID | None:
    """The id of a piece of evidence."""
    try:
        return uuid.UUID(value)
    except (ValueError, TypeError, AttributeError):
        faults.add(at, "unknown_evidence", _("No such evidence of this office."))
        return None


READERS: dict[str, Reader] = {
    "kind": read_kind,
    "narrative": read_text,
    "language": read_choice(CODES, "unknown_language"),
    "constraints": read_list(read_choice(tuple(Constraint.values), "unknown_constraint")),
    "next_step": read_text,
    "next_step_due": read_date,
    "as_of": read_date,
    "evidence": read_list(read_id),
    "not_applicable_reason": read_text,
}


def read_vouching(line: Mapping[str, Any], at: str, faults: Faults) -> bool:
    """Whether somebody stands for the line: yes, unless it says it was only carried over."""
    value = line.get("reexamined")
    if value in (None, True, False):
        return value is not False
    faults.add(f"{at}/reexamined", "not_true_or_false", _("Use true or false."))
    return True


def read_content(line: Mapping[str, Any], at: str, faults: Faults, *, language: str) -> Content:
    """The content of a line; what is left out is empty, in the writer's language."""
    values: dict[str, Any] = {"language": language}
    for name in FIELDS:
        if name in line:
            values[name] = READERS[name](line[name], f"{at}/{name}", faults)
    return Content(**values)


INCOMPLETE = frozenset({"evidence_required", "reason_required", "constraint_required"})
"""What `check_rules` finds: it stands against handing over, not against a draft."""


def check_rules(content: Content, at: str, faults: Faults) -> None:
    """What each kind of answer must bring before it can be handed over (rule A28)."""
    if lacks_evidence(content.kind, content.evidence):
        words = _("“Full” needs evidence.")
        faults.add(f"{at}/evidence", "evidence_required", words)
    if content.kind == Verdict.NOT_APPLICABLE and not content.not_applicable_reason:
        words = _("“Not applicable” needs a reason.")
        faults.add(f"{at}/not_applicable_reason", "reason_required", words)
    if content.kind in (Verdict.PARTIAL, Verdict.NOT_STARTED) and not content.constraints:
        words = _("Say why it is not full: at least one constraint.")
        faults.add(f"{at}/constraints", "constraint_required", words)
