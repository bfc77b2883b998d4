"""Whether a programme document is derived from its framework (HSP/EB.2025/8, paras 3, 17, 20)."""

from typing import Any

from programmes.alignment.facts import Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import undecided

AT_WORK = {"drafting", "prc_review", "approved", "running"}


@rule("A01", of="document")
def names_its_framework(document: Document, case: Case) -> Outcome | None:
    """Paras 3 and 17: it names a framework, or gives the reason why none exists.

    Of a document known only by the note, neither at work nor with a day of approval, it is
    simply not on record.
    """
    if document.framework or document.no_framework_reason:
        return PASSED
    is_known = document.approved_on is not None or document.stage in AT_WORK
    if document.stage == "launching" and not is_known:
        return None
    return finding("A01.unnamed") if is_known else not_checkable("framework")


@rule("A02", of="document")
def is_served_by_the_frameworks_team(document: Document, case: Case) -> Outcome | None:
    """A framework serves the countries of its team, one or many, and no other (logic)."""
    framework, own = document.framework, case.country.team
    if framework is None:
        return undecided(document, framework=framework)
    if framework.team == own:
        return PASSED
    facts: dict[str, Any] = {"country": document.country, "team": framework.team}
    if own is None:
        return finding("A02.teamless", others=(framework.name,), **facts)
    return finding("A02.elsewhere", others=(framework.name,), **facts, own=own)
