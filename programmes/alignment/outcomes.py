"""What a rule says of one subject."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum
from typing import Any, Final


class Kind(StrEnum):
    """`not_checkable` is not `passed`: a fact that the rule needs is not on record."""

    FINDING = "finding"
    PASSED = "passed"
    NOT_CHECKABLE = "not_checkable"


@dataclass(frozen=True)
class Outcome:
    """What was found, in plain values that every language can word.

    `says` names the words (`A05.gap`), `facts` are the values compared: days as ISO text,
    numbers, codes. `missing` names the facts that are not on record. `is_lesser` marks the
    milder case of a rule that knows two.
    """

    kind: Kind
    says: str = ""
    facts: Mapping[str, Any] = field(default_factory=dict)
    missing: tuple[str, ...] = ()
    is_lesser: bool = False
    others: tuple[str, ...] = ()


PASSED: Final = Outcome(Kind.PASSED)


def finding(
    says: str, *, is_lesser: bool = False, others: tuple[str, ...] = (), **facts: Any
) -> Outcome:
    """Something is not as it should be; `others` are the objects concerned beside the subject."""
    values = {name: plain(value) for name, value in facts.items()}
    return Outcome(Kind.FINDING, says, values, is_lesser=is_lesser, others=others)


def not_checkable(*missing: str) -> Outcome:
    """The rule cannot speak: these facts are not on record."""
    return Outcome(Kind.NOT_CHECKABLE, missing=missing)


def plain(value: Any) -> Any:
    """Days as ISO text and tuples as lists, as JSON holds them; amounts as text."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, list | tuple):
        return [plain(each) for each in value]
    return value if isinstance(value, str | int | bool | None) else str(value)
