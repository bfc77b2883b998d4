"""Handing answers to the secretariat, all or nothing, and taking back what nobody decided."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from django.utils import timezone

from accounts import policy
from accounts.outcomes import Outcome
from accounts.policy import Actor
from accounts.refusals import Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import shared
from checklist.actions.writing import Change, store, supersede
from checklist.baseline import baseline_of
from checklist.content import content_of, differences
from checklist.intake import Plan, plan, refuse_stale
from checklist.models import Answer, ReportingRound, Submission, SubmissionLine
from checklist.models.answers import Progress
from checklist.news import only_news
from regions.arrays import write_rows
from regions.models import RegionalOffice

REVIEW_TIME = timedelta(days=14)
LINES = """
    INSERT INTO checklist_submissionline
        (submission_id, number, answer_id, answer_version, before, after, is_changed,
        is_confirmed, decision, reason)
    SELECT submission_id, number, answer_id, answer_version, before, after, is_changed,
        is_confirmed, '', ''
    FROM {rows}
"""
COLUMNS = {
    "submission_id": "bigint",
    "number": "int",
    "answer_id": "bigint",
    "answer_version": "int",
    "before": "jsonb",
    "after": "jsonb",
    "is_changed": "boolean",
    "is_confirmed": "boolean",
}


@dataclass(frozen=True)
class Handover:
    """A submission that was stored, and the plan it carried out."""

    submission: Submission
    plan: Plan


def preview(
    round_: ReportingRound, office: RegionalOffice, lines: Sequence[Any] | None, *, by: Actor
) -> Plan:
    """What a submission would do; it changes nothing and takes bad lines."""
    refuse_unless(policy.may_answer_for(by, office.pk), "not_your_office")
    sent = lines_of_drafts(round_, office) if lines is None else lines
    refuse_blocked(blockers.to_submit(round_, len(sent)))
    return plan(round_, office, sent, by=by)


def submit(
    round_: ReportingRound,
    office: RegionalOffice,
    lines: Sequence[Any] | None,
    *,
    note: str = "",
    news_only: bool = False,
    at: datetime | None = None,
    by: Actor,
) -> Handover:
    """Hand over lines, or all drafts when `lines` is None: one bad line and nothing is stored.

    With `news_only` lines that were handed over before and say the same are left out: a table
    comes back whole. `at` is when it happened, for what is entered afterwards; now if not given.
    """
    refuse_unless(policy.may_answer_for(by, office.pk), "not_your_office")
    with acting(by):
        round_ = shared(round_.pk)
        sent = lines_of_drafts(round_, office) if lines is None else lines
        refuse_blocked(blockers.to_submit(round_, len(sent)))
        planned = plan(round_, office, sent, lock=True, by=by)
        refuse_stale(planned)
        if planned.faults:
            raise Invalid(planned.faults)
        if news_only:
            planned = only_news(planned)
            refuse_blocked(blockers.to_submit(round_, len(planned.lines)))
        stored = carry_out(planned, round_, office, note=note, at=at or timezone.now(), by=by)
        return Handover(stored, planned)


def lines_of_drafts(
    round_: ReportingRound, office: RegionalOffice, *, carried: bool = True
) -> list[dict[str, Any]]:
    """The office's drafts as lines, in the order of the checklist.

    Those that were only carried over say so; without `carried` they stay where they are.
    """
    drafts = Answer.objects.in_round(round_).filter(office=office, progress=Progress.DRAFT)
    if not carried:
        drafts = drafts.filter(reexamined=True)
    return [line_of(each) for each in drafts.select_related("item")]


def line_of(answer: Answer) -> dict[str, Any]:
    """An answer as the line that would hand it over."""
    keys = {"item": answer.item.code, "subject": answer.subject}
    return {**keys, "reexamined": answer.reexamined, **content_of(answer).as_json()}


def carry_out(
    planned: Plan,
    round_: ReportingRound,
    office: RegionalOffice,
    *,
    note: str,
    at: datetime,
    by: Actor,
) -> Submission:
    """Store a plan without faults: contents, lines with their baseline, and the receipt."""
    answers = [line.answer for line in planned.lines if line.answer is not None]
    before = baseline_of(answers, round_)
    supersede(answers)
    submission = Submission.objects.create(
        round=round_,
        office=office,
        note=note,
        receipt=planned.receipt,
        submitted_by=by.user,
        submitted_at=at,
        due_on=review_due(round_, at),
    )
    write_rows(LINES, COLUMNS, [_row(submission, line, before) for line in planned.lines])
    changes = [
        Change(x.answer, x.content, new_version(x), x.is_confirmed)
        for x in planned.lines
        if x.answer
    ]
    store(changes, progress=Progress.SUBMITTED, author=by.user.pk)
    return submission


def new_version(line: Any) -> int:
    """A version counts changes of content; handing over the same words is no change."""
    version: int = line.answer.version
    return version if line.outcome is Outcome.UNCHANGED else version + 1


def review_due(round_: ReportingRound, at: datetime) -> date:
    """Two weeks to decide, within the round's own calendar."""
    day = timezone.localdate(at)
    return max(day, min(day + REVIEW_TIME, round_.review_due_on))


def _row(submission: Submission, line: Any, before: Mapping[int, Any]) -> dict[str, Any]:
    after = line.content.as_json()
    return {
        "submission_id": submission.pk,
        "number": line.number,
        "answer_id": line.answer.pk,
        "answer_version": new_version(line),
        "before": before[line.answer.pk],
        "after": after,
        "is_changed": bool(differences(before[line.answer.pk], after)),
        "is_confirmed": line.is_confirmed,
    }


def recall(submission: Submission, *, by: Actor) -> Submission:
    """Take back what nobody has decided on: its answers are drafts again."""
    refuse_unless(policy.may_answer_for(by, submission.office_id), "not_your_office")
    with acting(by):
        shared(submission.round_id)
        held = Submission.objects.select_for_update(of=("self",)).select_related("round")
        submission = held.get(pk=submission.pk)
        refuse_blocked(blockers.to_recall(submission))
        waiting = SubmissionLine.objects.filter(submission=submission, decision="")
        ids = list(waiting.order_by().values_list("answer_id", flat=True))
        waiting.update(decision=SubmissionLine.Decision.RECALLED)
        Answer.objects.filter(pk__any_of=ids).update(
            progress=Progress.DRAFT, updated_at=timezone.now()
        )
        submission.state = Submission.State.RECALLED
        submission.save(update_fields=["state", "updated_at"])
        return submission
