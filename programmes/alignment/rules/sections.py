"""Whether a programme document has what the policy of 2024 asks for (HSP/EB.2025/8, 23 and 24)."""

from programmes.alignment.chains import ADOPTED, codes, names, results_of
from programmes.alignment.facts import Document, Result
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import is_draft

NO, UNKNOWN = "no", "unknown"


def is_unwritten(document: Document) -> bool:
    """It is still being written, or adopts the framework and has no text of its own."""
    return is_draft(document) or document.derivation == ADOPTED


@rule("A16", of="document")
def has_a_section_on_the_south(document: Document, case: Case) -> Outcome | None:
    """Para 24: South-South and triangular cooperation is mainstreamed."""
    if is_unwritten(document):
        return None
    if document.south_south_section == UNKNOWN:
        return not_checkable("south_south_section")
    return finding("A16.absent") if document.south_south_section == NO else PASSED


@rule("A17", of="document")
def is_managed_by_results(document: Document, case: Case) -> Outcome | None:
    """Para 23: outcomes have indicator, baseline and target, and lessons are drawn.

    An outcome on record with one of the three left empty is a finding: the matrix is
    recorded, and this is missing from it.
    """
    if is_unwritten(document):
        return None
    outcomes = results_of(document, "outcome")
    unmeasured = [each for each in outcomes if not is_measured(each)]
    has_none = not outcomes and document.results_section == NO
    has_no_lessons = document.lessons_section == NO
    if unmeasured or has_none or has_no_lessons:
        facts = {"no_results": has_none, "no_lessons": has_no_lessons}
        others = names(unmeasured)
        return finding("A17.gaps", others=others, unmeasured=codes(unmeasured), **facts)
    known = {"outcomes": outcomes, "lessons_section": document.lessons_section != UNKNOWN}
    missing = [name for name, fact in known.items() if not fact]
    return not_checkable(*missing) if missing else PASSED


def is_measured(outcome: Result) -> bool:
    """It has an indicator with baseline and target."""
    return all(each.strip() for each in (outcome.indicator, outcome.baseline, outcome.target))
