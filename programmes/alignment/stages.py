"""How far a programme document has come, as its record shows; what is not yet due of it."""

from datetime import date
from typing import Any, Final

from programmes.alignment.facts import Document
from programmes.alignment.outcomes import Outcome, not_checkable

DRAFT: Final = frozenset({"launching", "drafting"})
BEFORE_APPROVAL: Final = DRAFT | {"prc_review"}
AGREED: Final = frozenset({"approved", "running"})


def is_draft(document: Document) -> bool:
    """It is being written: a fact that is not on record may not be known to anybody yet."""
    return document.stage in DRAFT and document.approved_on is None


def awaits_approval(document: Document) -> bool:
    """Its approval is still to come, and with it all that comes just before."""
    return document.stage in BEFORE_APPROVAL and document.approved_on is None


def is_approved(document: Document) -> bool:
    """Its record shows that approval lies behind it, by the day or by the stage.

    That it is over does not show it: such documents came on record without their steps.
    """
    return document.approved_on is not None or document.stage in AGREED


def is_over(document: Document, day: date) -> bool:
    """Its period has passed; the last day still counts."""
    return document.stage == "ended" or (document.ends_on is not None and document.ends_on < day)


def undecided(document: Document, **needed: Any) -> Outcome | None:
    """A needed fact is not on record: the rule cannot speak, and says which.

    It does not apply while the document is being written, nor where a reason stands why
    there is no framework to compare with.
    """
    missing = tuple(name for name, value in needed.items() if not value)
    no_framework = "framework" in missing and document.no_framework_reason
    return None if is_draft(document) or no_framework else not_checkable(*missing)
