"""The secretariat decides, line by line: accept, or return with a reason."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, Faults, Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import shared
from checklist.models import Answer, Submission, SubmissionLine
from checklist.models.answers import Progress
from regions.arrays import write_rows

Decision = SubmissionLine.Decision
OUTCOMES = {Decision.ACCEPT: Progress.ACCEPTED, Decision.RETURN: Progress.RETURNED}
DECIDE = """
    UPDATE checklist_submissionline AS line SET decision = row.decision, reason = row.reason,
        decided_by_id = row.decided_by_id, decided_at = row.decided_at,
        decided_in_bulk = row.decided_in_bulk
    FROM {rows} WHERE line.id = row.id
"""
COLUMNS = {
    "id": "bigint",
    "decision": "text",
    "reason": "text",
    "decided_by_id": "bigint",
    "decided_at": "timestamptz",
    "decided_in_bulk": "boolean",
}


@dataclass(frozen=True)
class LineDecision:
    """A decision on one line, by its number in the submission."""

    line: int
    decision: str
    reason: str = ""


def decide(
    submission: Submission,
    decisions: Sequence[LineDecision],
    *,
    at: datetime | None = None,
    by: Actor,
) -> Submission:
    """Decide lines, all or nothing; the same decision again by the same person changes nothing.

    `at` is when it happened, for what is entered afterwards; now if not given.
    """
    refuse_strangers(submission, by)
    with acting(by):
        submission, lines = hold(submission)
        refuse_unreadable(decisions, lines)
        refuse_conflicts(decisions, lines, by)
        new = [each for each in decisions if lines[each.line].decision == Decision.WAITING]
        if new:
            refuse_blocked(blockers.to_decide(submission))
            write(new, lines, at=at or timezone.now(), by=by)
            waiting = waiting_in(lines) - len(new)
            settle(submission, is_open=waiting > 0 or any_in_bulk(lines))
        return submission


def refuse_strangers(submission: Submission, by: Actor) -> None:
    """The secretariat decides; nobody decides on what they submitted themselves."""
    refuse_unless(policy.may_review(by))
    refuse_unless(submission.submitted_by_id != by.user.pk, "own_submission")


def hold(submission: Submission) -> tuple[Submission, dict[int, SubmissionLine]]:
    """The submission and its lines as they stand, held so that two reviewers cannot both win.

    The round is held first: a decision is in a publication, or refused by it.
    """
    shared(submission.round_id)
    held = Submission.objects.select_for_update(of=("self",)).select_related("round", "office")
    submission = held.get(pk=submission.pk)
    lines = SubmissionLine.objects.filter(submission=submission).select_related("decided_by")
    return submission, {line.number: line for line in lines}


def refuse_unreadable(decisions: Sequence[LineDecision], lines: dict[int, SubmissionLine]) -> None:
    """Every decision names a line once, with a word we know, and a reason to return."""
    faults, seen = Faults(), set[int]()
    for index, each in enumerate(decisions):
        if each.line not in lines:
            faults.add(f"/{index}/line", "unknown_line", _("There is no such line."))
        if each.line in seen:
            faults.add(f"/{index}/line", "duplicate_line", _("This line was decided above."))
        if each.decision not in OUTCOMES:
            words = _("Use one of: %(allowed)s.") % {"allowed": ", ".join(OUTCOMES)}
            faults.add(f"/{index}/decision", "unknown_decision", words)
        elif each.decision == Decision.RETURN and not each.reason.strip():
            faults.add(f"/{index}/reason", "reason_required", _("A return needs its reason."))
        seen.add(each.line)
    if faults.found:
        raise Invalid(faults.found)


def refuse_conflicts(
    decisions: Sequence[LineDecision], lines: dict[int, SubmissionLine], by: Actor
) -> None:
    """One decision stands; whoever comes second is told which."""
    blocked = [
        Blocker("already_decided", _already(lines[each.line]))
        for each in decisions
        if lines[each.line].decision != Decision.WAITING and not _repeats(each, lines, by)
    ]
    refuse_blocked(blocked)


def _repeats(each: LineDecision, lines: dict[int, SubmissionLine], by: Actor) -> bool:
    line = lines[each.line]
    return line.decision == each.decision and line.decided_by_id == by.user.pk


def _already(line: SubmissionLine) -> str:
    facts = {
        "line": line.number,
        "decision": line.get_decision_display(),
        "person": str(line.decided_by or ""),
    }
    if line.decided_by is None:
        return _("Line %(line)d is %(decision)s.") % facts
    return _("Line %(line)d is %(decision)s by %(person)s.") % facts


def write(
    new: Sequence[LineDecision],
    lines: dict[int, SubmissionLine],
    *,
    at: datetime,
    by: Actor,
    in_bulk: bool = False,
) -> None:
    """Store the decisions and move the answers on; an answer that moved meanwhile refuses."""
    for decision, progress in OUTCOMES.items():
        chosen = {lines[x.line].answer_id: lines[x.line] for x in new if x.decision == decision}
        move_answers(chosen, progress)
    rows: list[dict[str, Any]] = [
        {
            "id": lines[each.line].pk,
            "decision": each.decision,
            "reason": each.reason.strip(),
            "decided_by_id": by.user.pk,
            "decided_at": at.isoformat(),
            "decided_in_bulk": in_bulk,
        }
        for each in new
    ]
    write_rows(DECIDE, COLUMNS, rows)


def move_answers(chosen: dict[int, SubmissionLine], progress: str) -> None:
    """Acceptance is bound to the version that was read."""
    if not chosen:
        return
    held = Answer.objects.select_for_update().filter(pk__any_of=list(chosen)).order_by("pk")
    for answer in held:
        line = chosen[answer.pk]
        if answer.version != line.answer_version or answer.progress != Progress.SUBMITTED:
            words = _("Line %(line)d was changed by the office since.") % {"line": line.number}
            raise Blocked([Blocker("line_changed", words)])
    Answer.objects.filter(pk__any_of=list(chosen)).update(
        progress=progress, updated_at=timezone.now()
    )


def waiting_in(lines: dict[int, SubmissionLine]) -> int:
    """How many lines still wait for a decision."""
    return sum(line.decision == Decision.WAITING for line in lines.values())


def any_in_bulk(lines: dict[int, SubmissionLine]) -> bool:
    """What was decided in bulk can be undone until the review is closed by hand."""
    return any(line.decided_in_bulk for line in lines.values())


def settle(submission: Submission, *, is_open: bool) -> None:
    """In review while a line waits or can be undone, decided after that."""
    state = Submission.State
    submission.state = state.IN_REVIEW if is_open else state.DECIDED
    submission.save(update_fields=["state", "updated_at"])
