"""What an answer says: the fields an office writes, as one plain value."""

import uuid
from collections.abc import Mapping
from dataclasses import dataclass, fields
from datetime import date
from typing import TYPE_CHECKING, Any

from checklist.compliance import Verdict

if TYPE_CHECKING:
    from checklist.models import Answer


@dataclass(frozen=True)
class Content:
    """The whole of an answer's words and facts; a field left out is empty."""

    kind: str = Verdict.NOT_ASSESSED
    narrative: str = ""
    language: str = "en"
    constraints: tuple[str, ...] = ()
    next_step: str = ""
    next_step_due: date | None = None
    as_of: date | None = None
    evidence: tuple[uuid.UUID, ...] = ()
    not_applicable_reason: str = ""

    def as_json(self) -> dict[str, Any]:
        """The content as JSON keeps it: dates and ids as text."""
        return {name: _plain(getattr(self, name)) for name in FIELDS}


FIELDS = tuple(field.name for field in fields(Content))
EMPTY = Content()


def _plain(value: Any) -> Any:
    if isinstance(value, tuple):
        return [str(each) for each in value]
    return value.isoformat() if isinstance(value, date) else str(value) if value else value


def content_of(answer: "Answer") -> Content:
    """What an answer says now."""
    values = {name: getattr(answer, name) for name in FIELDS}
    values["constraints"] = tuple(values["constraints"])
    values["evidence"] = tuple(values["evidence"])
    return Content(**values)


def differences(before: Mapping[str, Any], after: Mapping[str, Any]) -> dict[str, dict[str, Any]]:
    """The fields that differ between two contents as JSON, each with before and after."""
    return {
        name: {"before": before.get(name), "after": after.get(name)}
        for name in FIELDS
        if before.get(name) != after.get(name)
    }
