"""A script of an office on the client generated from the OpenAPI document.

mypy checks it with that client, so a field that is missing or of another type is found there.
"""

from dataclasses import dataclass

from generated import AuthenticatedClient
from generated.api.rounds import rounds_answers_retrieve
from generated.api.submissions import submissions_create, submissions_retrieve
from generated.api.whoami import whoami
from generated.models import (
    AnswerDescription,
    NewLineDescription,
    NewLineDescriptionConstraintsItem,
    NewLineDescriptionKind,
    NewSubmissionDescription,
    ProblemDescription,
    ReceiptDescription,
    SubmissionDescription,
    WhoamiDescription,
)


@dataclass(frozen=True)
class Seen:
    """What the office was told."""

    offices: list[str]
    line_count: int
    decisions: list[str]
    narrative: str
    version: int
    refusal: str


def hand_over(server: str, token: str) -> Seen:
    """Ask who one is, submit one line, read it back, and be refused once."""
    with AuthenticatedClient(server, token, raise_on_unexpected_status=True) as line:
        me = whoami.sync(client=line)
        assert isinstance(me, WhoamiDescription)
        made = submissions_create.sync(client=line, body=status("Under way."))
        assert isinstance(made, ReceiptDescription)
        found = submissions_retrieve.sync(made.number, client=line)
        assert isinstance(found, SubmissionDescription)
        answer = rounds_answers_retrieve.sync("2026", "NGT-01", "KEN", client=line)
        assert isinstance(answer, AnswerDescription)
        problem = submissions_create.sync(client=line, body=status("x" * 5_001))
        assert isinstance(problem, ProblemDescription)
    decisions = [each.decision.value for each in found.lines]
    refusal = problem.errors[0].code
    return Seen(me.offices, made.line_count, decisions, answer.narrative, answer.version, refusal)


def status(narrative: str) -> NewSubmissionDescription:
    """One line."""
    line = NewLineDescription(
        item="NGT-01",
        subject="KEN",
        kind=NewLineDescriptionKind.PARTIAL,
        narrative=narrative,
        constraints=[NewLineDescriptionConstraintsItem.CORE_FUNDING],
    )
    return NewSubmissionDescription(round_="2026", office="ROAF", lines=[line])
