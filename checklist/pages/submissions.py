"""Submissions in a list: whose they are, how much of them waits, until when."""

from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Count, Q, QuerySet

from checklist.models import Submission
from checklist.pages.words import MARKS, SUBMISSION_STATES, since, turn, until


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
    due_on: date
    due: str
    is_late: bool
    submitted_at: datetime
    age: str
    by: str


def with_counts(submissions: QuerySet[Submission]) -> QuerySet[Submission]:
    """Submissions with the number of their lines, changed and still to be decided."""
    return submissions.select_related("round", "office", "submitted_by").annotate(
        line_count=Count("lines"),
        changed_count=Count("lines", filter=Q(lines__is_changed=True)),
        waiting_count=Count("lines", filter=Q(lines__decision="")),
    )


def row_of(submission: Submission, today: date) -> SubmissionRow:
    """A submission that was counted (`with_counts`) as a row."""
    waiting: int = submission.waiting_count  # type: ignore[attr-defined]
    state = Submission.State(submission.state)
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
        turn=turn(submission, waiting),
        due_on=submission.due_on,
        due=until(submission.due_on, today),
        is_late=bool(waiting) and submission.due_on < today,
        submitted_at=submission.submitted_at,
        age=since(submission.submitted_at, today),
        by=str(submission.submitted_by),
    )
