"""Whether what comes before approval came before it (HSP/EB.2025/8, paras 17, 18, 20 and 21).

Days carry no hours: a step on the day of approval counts as before it. A step that is not on
record is a finding only where the record shows that approval has passed.
"""

from datetime import date

from programmes.alignment.facts import Contribution, Document
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from programmes.alignment.stages import awaits_approval, is_approved

RETURNED, UNKNOWN, ANALYSIS = "returned", "unknown", "analysis"


@rule("A12", of="document")
def follows_a_contribution_to_the_analysis(document: Document, case: Case) -> Outcome | None:
    """Para 17: derived after an inclusive Common Country Analysis, so with a contribution to it."""
    if awaits_approval(document):
        return None
    given, approved = analyses(document, case), document.approved_on
    if not given:
        absent = finding("A12.none", approved_on=approved)
        return absent if is_approved(document) else not_checkable("contribution", "approved_on")
    days = [each.given_on for each in given if each.given_on]
    if approved and any(day <= approved for day in days):
        return PASSED
    undated = () if len(days) == len(given) else ("contribution_day",)
    if undated or approved is None:
        return not_checkable(*undated, *(() if approved else ("approved_on",)))
    return finding("A12.late", approved_on=approved, given_on=min(days))


def analyses(document: Document, case: Case) -> list[Contribution]:
    """Contributions to the analysis of the country, those for another framework aside."""
    own = document.framework.pk if document.framework else None
    return [
        each
        for each in case.country.contributions
        if each.kind == ANALYSIS and (own is None or each.framework in {None, own})
    ]


@rule("A13", of="document")
def follows_consultation_of_the_coordinator(document: Document, case: Case) -> Outcome | None:
    """Paras 20 and 21: the resident coordinator is consulted before the committee approves.

    (Management and Accountability Framework; unverified.)
    """
    consulted, approval = document.rc_consulted_on, committee_approval(document)
    if consulted and approval:
        if consulted <= approval:
            return PASSED
        return finding("A13.late", consulted_on=consulted, due_on=approval)
    if consulted is None and (approval or is_approved(document)):
        return finding("A13.none", due_on=approval)
    if awaits_approval(document):
        return None
    missing = {"rc_consulted_on": consulted, "prc_approval": approval}
    return not_checkable(*(name for name, day in missing.items() if day is None))


def committee_approval(document: Document) -> date | None:
    """The day of the committee's review, unless it returned the document; else of approval."""
    reviewed = None if document.prc_decision == RETURNED else document.prc_reviewed_on
    return reviewed or document.approved_on


@rule("A14", of="document")
def is_reviewed_before_approval(document: Document, case: Case) -> Outcome | None:
    """Para 18: the committee has reviewed it and decided before approval.

    (Review guidelines of 3 January 2022 apply to all programmes.)
    """
    if awaits_approval(document):
        return None
    reviewed, approved = document.prc_reviewed_on, document.approved_on
    if is_approved(document) and (says := fault_of_review(document)):
        return finding(says, reviewed_on=reviewed, approved_on=approved)
    decided = document.prc_decision != UNKNOWN
    steps = {"prc_reviewed_on": reviewed, "prc_decision": decided, "approved_on": approved}
    missing = [name for name, step in steps.items() if not step]
    return not_checkable(*missing) if missing else PASSED


def fault_of_review(document: Document) -> str:
    """What is wrong with the review of an approved document."""
    reviewed, approved = document.prc_reviewed_on, document.approved_on
    if reviewed is None:
        return "A14.unreviewed"
    if approved and reviewed > approved:
        return "A14.late"
    faults = {RETURNED: "A14.returned", UNKNOWN: "A14.undecided"}
    return faults.get(document.prc_decision, "")


@rule("A15", of="document")
def is_signed_by_the_government(document: Document, case: Case) -> Outcome | None:
    """Para 17: agreed with the government, whose signature is on record once it is approved."""
    if document.government_signed_on:
        return PASSED
    if awaits_approval(document):
        return None
    if is_approved(document):
        return finding("A15.unsigned", approved_on=document.approved_on)
    return not_checkable("government_signed_on")
