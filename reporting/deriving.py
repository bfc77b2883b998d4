"""What a programme document's own record says: is it derived from the framework, does it run?

That every programme document follows from the Cooperation Framework has become the norm
(HSP/EB.2025/8, para 17); an outcome outside it needs a written justification (paras 21 and 22).
"""

from collections.abc import Mapping
from typing import Any, Final

Row = Mapping[str, Any]
YES, NO, UNKNOWN = "yes", "no", "unknown"
ADOPTED: Final = "A"
IN_PREPARATION: Final = frozenset({"launching", "drafting", "prc_review", "withdrawn"})


def derived_in(document: Row) -> str:
    """It names its framework, and every outcome is that of the framework or justified.

    Option A adopts the framework as it is and needs no outcomes of its own. Without a
    framework or an outcome on record it is not recorded, which is not "no".
    """
    if document["framework_starts_on"] is None:
        return NO if document.get("no_framework_reason") else UNKNOWN
    if document.get("derivation") == ADOPTED:
        return YES
    outcomes = document.get("outcomes", ())
    if not outcomes:
        return UNKNOWN
    return YES if all(is_accounted_for(outcome) for outcome in outcomes) else NO


def is_accounted_for(outcome: Row) -> bool:
    """Taken from an outcome of the document's framework, or outside it with written reason."""
    return bool(outcome["is_of_framework"] or outcome["is_justified"])


def running_in(document: Row, day: str | None) -> str:
    """Whether it runs on a day, by its period; by its stage where the period is not stated."""
    if document["stage"] in IN_PREPARATION:
        return NO
    starts_on, ends_on = document["starts_on"], document["ends_on"]
    if day is not None and _is_outside(day, starts_on, ends_on):
        return NO
    if day is not None and None not in (starts_on, ends_on):
        return YES
    return {"running": YES, "ended": NO}.get(document["stage"], UNKNOWN)


def _is_outside(day: str, starts_on: str | None, ends_on: str | None) -> bool:
    """Before a first day that is known, or after a last one."""
    return (starts_on is not None and day < starts_on) or (ends_on is not None and day > ends_on)
