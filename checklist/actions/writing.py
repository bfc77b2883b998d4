"""Storing contents: one statement however many answers, history with it."""

from collections.abc import Iterable
from dataclasses import dataclass

from checklist.content import Content
from checklist.models import Answer, Submission, SubmissionLine
from checklist.models.answers import Progress
from regions.arrays import write_rows

STORE = """
    UPDATE checklist_answer AS answer SET
        kind = row.kind, narrative = row.narrative, language = row.language,
        constraints = row.constraints, next_step = row.next_step,
        next_step_due = row.next_step_due, as_of = row.as_of, evidence = row.evidence,
        not_applicable_reason = row.not_applicable_reason, progress = row.progress,
        version = row.version, reexamined = row.reexamined, updated_at = now(),
        updated_by_id = row.updated_by_id
    FROM {rows} WHERE answer.id = row.id
"""
COLUMNS = {
    "id": "bigint",
    "kind": "text",
    "narrative": "text",
    "language": "text",
    "constraints": "text[]",
    "next_step": "text",
    "next_step_due": "date",
    "as_of": "date",
    "evidence": "uuid[]",
    "not_applicable_reason": "text",
    "progress": "text",
    "version": "bigint",
    "reexamined": "boolean",
    "updated_by_id": "bigint",
}


@dataclass(frozen=True)
class Change:
    """A content for an answer that is held, with the version it becomes.

    `reexamined` says that somebody stands for it in this round.
    """

    answer: Answer
    content: Content
    version: int
    reexamined: bool = True


def store(changes: Iterable[Change], *, progress: str, author: int) -> None:
    """Write contents, each with its new version, into answers that are held."""
    rows = [
        {
            "id": each.answer.pk,
            **each.content.as_json(),
            "progress": progress,
            "version": each.version,
            "reexamined": each.reexamined,
            "updated_by_id": author,
        }
        for each in changes
    ]
    write_rows(STORE, COLUMNS, rows)


def supersede(answers: Iterable[Answer]) -> None:
    """Take lines out of review whose words the office has replaced.

    Nobody can accept words that are no longer there; an older submission left with
    nothing to decide is closed.
    """
    waiting = [answer.pk for answer in answers if answer.progress == Progress.SUBMITTED]
    if not waiting:
        return
    lines = SubmissionLine.objects.filter(answer__id__any_of=waiting, decision="")
    touched = list(lines.order_by().values_list("submission_id", flat=True).distinct())
    lines.update(decision=SubmissionLine.Decision.SUPERSEDED)
    close_if_decided(touched)


def close_if_decided(submissions: Iterable[int]) -> None:
    """A submission without a line that waits is decided."""
    Submission.objects.awaiting_review().filter(pk__any_of=list(submissions)).exclude(
        lines__decision=""
    ).update(state=Submission.State.DECIDED)
