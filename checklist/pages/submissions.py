"""Submissions in a list: whose they are, how much of them waits, until when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Max, Q, QuerySet

from checklist.models import Submission
from checklist.models.answers import Progress
from checklist.pages.turns import Standing, turn_of
from checklist.pages.words import MARKS, SUBMISSION_STATES, since


@dataclass(frozen=True)
class SubmissionRow:
    """One submission of a list."""

    number: int
    office: str
    area: str
    round: str
    mark: str
    state: str
    lines: int
    changed: int
    waiting: int
    turn: str
    due_on: date | None
    due: str
    is_late: bool
    submitted_at: datetime
    age: str
    by: str


def with_counts(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Submissions with the number of their lines: changed, to be decided, back at the office."""
    back = Q(lines__decision="return", lines__answer__progress=Progress.RETURNED)
    return submissions.select_related("round", "office", "submitted_by").annotate(
        line_count=Count("lines"),
        changed_count=Count("lines", filter=Q(lines__is_changed=True)),
        waiting_count=Count("lines", filter=Q(lines__decision="")),
        back_count=Count("lines", filter=back),
        returned_at=Max("lines__decided_at", filter=back),
    )


def row_of(submission: Submission, today: date) -> SubmissionRow:
    """A submission that was counted (`with_counts`) as a row."""
    waiting: int = submission.waiting_count  # type: ignore[attr-defined]
    state = Submission.State(submission.state)
    back: int = submission.back_count  # type: ignore[attr-defined]
    standing = Standing(waiting, back, submission.returned_at)  # type: ignore[attr-defined]
    turn = turn_of(submission, standing, today)
    return SubmissionRow(
        number=submission.pk,
        office=submission.office.code,
        area=submission.office.area,
        round=submission.round.code,
        mark=MARKS[state],
        state=str(SUBMISSION_STATES[state]),
        lines=submission.line_count,  # type: ignore[attr-defined]
        changed=submission.changed_count,  # type: ignore[attr-defined]
        waiting=waiting,
        turn=turn.whose,
        due_on=turn.due_on,
        due=turn.due,
        is_late=turn.is_late,
        submitted_at=submission.submitted_at,
        age=since(submission.submitted_at, today),
        by=str(submission.submitted_by),
    )
