"""Whether results point where they should (HSP/EB.2025/8, paras 3, 17 and 20 to 22)."""

from programmes.alignment.chains import (
    ADOPTED,
    Links,
    codes,
    has_goals,
    is_outside,
    links,
    loose,
    names,
    outside,
    results_of,
)
from programmes.alignment.facts import Document, Result
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import awaits_approval, is_approved, undecided

Results = tuple[Result, ...]


def without(document: Document, kind: str) -> Outcome | None:
    """No such result on record; a document that adopts the framework as it is has none."""
    return None if document.derivation == ADOPTED else undecided(document, **{kind: None})


@rule("A07", of="document")
def outcomes_are_derived(document: Document, case: Case) -> Outcome | None:
    """Paras 3, 17, 20: every outcome points to an outcome of the framework it names.

    One that is declared to lie outside the framework is the matter of A09. Where no outcome
    of the framework is on record there is nothing to point to.
    """
    outcomes = results_of(document, "outcome")
    if not outcomes:
        return without(document, "outcomes")
    return derived(document, "A07.underived", outcomes, ("outcome",), "framework_outcomes")


@rule("A10", of="document")
def outputs_are_derived(document: Document, case: Case) -> Outcome | None:
    """Para 22, the one yardstick: every output points to an output or outcome of the framework.

    Outputs of an outcome outside the framework lie outside with it.
    """
    outputs = results_of(document, "output")
    if not outputs:
        return without(document, "outputs")
    return derived(document, "A10.underived", outputs, ("outcome", "output"), "framework_results")


def derived(
    document: Document, says: str, results: Results, levels: tuple[str, ...], goals: str
) -> Outcome | None:
    """Results against the framework that the document names."""
    framework = document.framework
    if framework is None:
        inside = {each.pk for each in results} - outside(document)
        return undecided(document, framework=framework) if inside else PASSED
    found = links(results, document, framework, *levels)
    if not found.found:
        return PASSED
    if found.loose == found.found and not has_goals(framework, *levels):
        return not_checkable(goals)
    return underived(says, found, framework.name)


def underived(says: str, found: Links, framework: str) -> Outcome:
    """Results that do not point to the framework as they should."""
    return finding(
        says,
        others=(framework, *names(found.found)),
        loose=codes(found.loose),
        elsewhere=codes(found.elsewhere),
        misplaced=codes(found.misplaced),
    )


@rule("A09", of="document")
def exceptions_are_justified(document: Document, case: Case) -> Outcome | None:
    """Option C: an outcome outside the framework is justified in writing and noted by the RC.

    The note is due before the committee's review. An outcome that points nowhere and is not
    declared to be outside may be either (A07).
    """
    outcomes = results_of(document, "outcome")
    if not outcomes:
        return without(document, "outcomes")
    exceptions = [each for each in outcomes if is_outside(each)]
    bare = [each for each in exceptions if not each.outside_justification.strip()]
    unnoted = [each for each in exceptions if each.outside_rc_noted_on is None]
    is_due = is_approved(document) or document.prc_reviewed_on is not None
    if bare or (unnoted and is_due):
        found = [each for each in exceptions if each in bare or each in unnoted]
        due = codes(unnoted if is_due else [])
        return finding("A09.incomplete", others=names(found), bare=codes(bare), unnoted=due)
    if loose(outcomes, document):
        return not_checkable("derived_from")
    if not unnoted:
        return PASSED
    return None if awaits_approval(document) else not_checkable("outside_rc_noted_on")


@rule("A11", of="document")
def results_are_on_the_second_track(document: Document, case: Case) -> Outcome | None:
    """Para 21, dual track: outcomes and outputs also point to a result of the strategic plan."""
    results = results_of(document, "outcome", "output")
    if not results:
        return without(document, "results")
    single = [each for each in results if not each.strategic_plan_result.strip()]
    if not single:
        return PASSED
    return finding("A11.loose", others=names(single), loose=codes(single))
