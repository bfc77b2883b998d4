"""Whether a short programme document is what it may be: an interim solution (para 17)."""

from programmes.alignment.facts import Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import awaits_approval, is_approved


@rule("A18", of="document")
def is_short_only_for_now(document: Document, case: Case) -> Outcome | None:
    """Para 17, of Azerbaijan: a short document is interim, until a day or a replacement."""
    if document.kind != "short":
        return None
    if not document.is_interim:
        return finding("A18.unmarked")
    if document.interim_until or document.replacement_plan.strip():
        return PASSED
    if awaits_approval(document):
        return None
    return finding("A18.endless") if is_approved(document) else not_checkable("interim_until")
