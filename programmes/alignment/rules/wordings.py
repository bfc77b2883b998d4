"""Whether outcomes are worded as the framework words them (derivation options, unverified)."""

from programmes.alignment.chains import ADOPTED, codes, loose, names, results_of
from programmes.alignment.facts import Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.rules.results import without
from programmes.alignment.stages import undecided
from programmes.alignment.statements import same_words

UNKNOWN = "unknown"


@rule("A08", of="document")
def outcomes_are_worded_as_in_the_framework(document: Document, case: Case) -> Outcome | None:
    """Options B and C: an outcome derived from the framework has its words.

    Case, white space, forms of quotation marks and dashes and a final full stop do not
    count. Option A has no words of its own.
    """
    if document.derivation == ADOPTED:
        return None
    if document.derivation == UNKNOWN:
        return undecided(document, derivation=None)
    outcomes = results_of(document, "outcome")
    if not outcomes:
        return without(document, "outcomes")
    other = [x for x in outcomes if x.goal and not same_words(x.statement, x.goal.statement)]
    if other:
        return finding("A08.reworded", others=names(other), reworded=codes(other))
    return not_checkable("derived_from") if loose(outcomes, document) else PASSED
