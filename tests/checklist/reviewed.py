"""A round that follows a published one: lines that changed, were confirmed, were only carried."""

from accounts.policy import actor_of
from checklist.actions.rounds import open_round
from checklist.actions.submissions import submit
from checklist.models import Answer, ReportingRound
from tests.factories import (
    make_actor,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_round,
    make_team,
    partial_line,
)


def make_second_round(teams, items=2):
    """Round 2026, opened after 2025 was published with every answer accepted."""
    office = make_office("ROAF")
    for code in teams:
        make_team(code, office)
    make_checklist(items=items)
    first = make_open_round("2025")
    evidence = [make_evidence(office).pk]
    words = {"kind": "partial", "narrative": "UN-Habitat takes part.", "evidence": evidence}
    Answer.objects.filter(round=first).update(
        **words, constraints=["core_funding"], progress="accepted", version=1
    )
    ReportingRound.objects.filter(pk=first.pk).update(state="published")
    second = make_round("2026")
    open_round(second, by=make_actor())
    return ReportingRound.objects.get(pk=second.pk)


def hand_over(round_, changed=(), confirmed=(), carried=(), *, by):
    """Submit lines of item NGT-01: some changed, some vouched for, some only carried over."""
    lines = [
        *(partial_line("NGT-01", code, narrative="UN-Habitat co-convenes.") for code in changed),
        *(line_as_before(round_, code, reexamined=True) for code in confirmed),
        *(line_as_before(round_, code, reexamined=False) for code in carried),
    ]
    return submit(round_, make_office("ROAF"), lines, by=actor_of(by)).submission


def line_as_before(round_, code, *, reexamined):
    """The line of an answer that nobody changed."""
    answer = Answer.objects.get(round=round_, item__code="NGT-01", subject=code)
    return {
        "item": "NGT-01",
        "subject": code,
        "kind": answer.kind,
        "narrative": answer.narrative,
        "constraints": answer.constraints,
        "evidence": [str(each) for each in answer.evidence],
        "reexamined": reexamined,
    }
