"""Whether a programme document is derived from its framework (HSP/EB.2025/8, paras 3, 17, 20)."""

from programmes.alignment.facts import Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule

AT_WORK = {"drafting", "prc_review", "approved", "running"}


@rule("A01", of="document")
def names_its_framework(document: Document, case: Case) -> Outcome | None:
    """Paras 3 and 17: it names a framework, or gives the reason why none exists.

    Of a document known only by the note, neither at work nor with a day of approval, it is
    simply not on record.
    """
    if document.framework or document.no_framework_reason:
        return PASSED
    if document.stage == "launching":
        return None
    is_known = document.approved_on is not None or document.stage in AT_WORK
    return finding("A01.unnamed") if is_known else not_checkable("framework")
