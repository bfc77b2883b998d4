"""One line from any door, read into a content: every fault is named, none is guessed away."""

import re
import uuid
from collections.abc import Callable, Mapping
from datetime import date
from typing import Any

from django.utils.translation import gettext as _

from accounts.refusals import Faults
from checklist.compliance import Verdict
from checklist.content import FIELDS, Content
from checklist.models.answers import NARRATIVE_LIMIT, Constraint
from regions.languages import CODES
from regions.texts import has_control_characters, nearest

KEYS = ("item", "subject", "base_version", "reexamined")
ANSWERABLE = tuple(kind.value for kind in Verdict if kind is not Verdict.NOT_ASSESSED)
LIST_LIMIT = 100
DAY = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")

Reader = Callable[[Any, str, Faults], Any]


def unknown_fields(
    line: Mapping[str, Any], known: tuple[str, ...], at: str, faults: Faults
) -> None:
    """A misspelt field is a fault: ignoring it would lose what was meant."""
    for name in line:
        if name not in known:
            hint = nearest(str(name), known)
            words = _("There is no field “%(name)s”.") % {"name": str(name)[:60]}
            if hint:
                words += " " + _("Did you mean “%(hint)s”?") % {"hint": hint}
            faults.add(f"{at}/{name}", "unknown_field", words)


def read_text(value: Any, at: str, faults: Faults) -> str:
    """Prose: any language, up to 5,000 characters, no control characters.

    A browser ends lines in its own way; that is no change of words.
    """
    if not isinstance(value, str):
        faults.add(at, "not_a_text", _("A text is needed here."))
        return ""
    value = value.replace("\r\n", "\n")
    if len(value) > NARRATIVE_LIMIT:
        words = _("The text has %(length)d characters; at most %(limit)d are kept.")
        faults.add(at, "too_long", words % {"length": len(value), "limit": NARRATIVE_LIMIT})
    if has_control_characters(value):
        faults.add(at, "bad_character", _("The text has control characters."))
    return value.strip()


def read_choice(known: tuple[str, ...], code: str) -> Reader:
    """One of a few codes."""

    def read(value: Any, at: str, faults: Faults) -> str:
        if not isinstance(value, str) or value not in known:
            allowed = ", ".join(known)
            faults.add(at, code, _("Use one of: %(allowed)s.") % {"allowed": allowed})
            return ""
        return value

    return read


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


def read_list(reader: Reader, most: int = LIST_LIMIT) -> Reader:
    """A list of codes without repeats, in the order sent."""

    def read(value: Any, at: str, faults: Faults) -> tuple[Any, ...]:
        if not isinstance(value, list | tuple):
            faults.add(at, "not_a_list", _("A list is needed here."))
            return ()
        if len(value) > most:
            faults.add(at, "too_many", _("At most %(most)d are taken here.") % {"most": most})
            return ()
        return tuple(dict.fromkeys(reader(v, f"{at}/{i}", faults) for i, v in enumerate(value)))

    return read


def read_id(value: Any, at: str, faults: Faults) -> uuid.UUID | None:
    """The id of a piece of evidence."""
    try:
        return uuid.UUID(value)
    except (ValueError, TypeError, AttributeError):
        faults.add(at, "unknown_evidence", _("No such evidence of this office."))
        return None


def read_date(value: Any, at: str, faults: Faults) -> date | None:
    """A day that exists, as 2026-05-31; an empty one is not known."""
    if value in (None, ""):
        return None
    try:
        if DAY.fullmatch(value):
            return date.fromisoformat(value)
    except (ValueError, TypeError):
        pass
    faults.add(at, "invalid_date", _("Use a day that exists, such as 2026-05-31."))
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
    if content.kind == Verdict.FULL and not content.evidence:
        words = _("“Full” needs evidence.")
        faults.add(f"{at}/evidence", "evidence_required", words)
    if content.kind == Verdict.NOT_APPLICABLE and not content.not_applicable_reason:
        words = _("“Not applicable” needs a reason.")
        faults.add(f"{at}/not_applicable_reason", "reason_required", words)
    if content.kind in (Verdict.PARTIAL, Verdict.NOT_STARTED) and not content.constraints:
        words = _("Say why it is not full: at least one constraint.")
        faults.add(f"{at}/constraints", "constraint_required", words)
