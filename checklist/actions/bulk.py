"""Deciding unchanged lines together, and taking that back until the whole is decided."""

from collections.abc import Callable

from django.utils import timezone
from django.utils.translation import gettext as _

from accounts.policy import Actor
from accounts.refusals import Blocked, Blocker, Faults, Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked
from checklist.actions.reviews import (
    Decision,
    LineDecision,
    decide,
    hold,
    refuse_strangers,
    settle,
    waiting_in,
    write,
)
from checklist.models import Answer, Submission, SubmissionLine
from checklist.models.answers import Progress


def accept_confirmed(submission: Submission, *, expected: int, by: Actor) -> int:
    """Accept the unchanged lines that the office vouched for in this round, and no others.

    `expected` is how many the reviewer was shown: with more or fewer nothing is decided.
    """
    return _decide_all(submission, is_confirmed, Decision.ACCEPT, "", expected=expected, by=by)


def return_unconfirmed(submission: Submission, *, reason: str, expected: int, by: Actor) -> int:
    """Return the lines that were only carried over: nobody stands for them in this round."""
    if not reason.strip():
        faults = Faults()
        faults.add("/reason", "reason_required", _("A return needs its reason."))
        raise Invalid(faults.found)
    return _decide_all(
        submission, is_only_carried, Decision.RETURN, reason, expected=expected, by=by
    )


def return_all(submission: Submission, *, reason: str, expected: int, by: Actor) -> int:
    """Return every line that waits, with one reason: decided for good, like line by line."""
    refuse_strangers(submission, by)
    with acting(by):
        _submission, lines = hold(submission)
        waiting = [x.number for x in lines.values() if x.decision == Decision.WAITING]
        refuse_other_count(len(waiting), expected)
        decisions = [LineDecision(number, Decision.RETURN, reason) for number in waiting]
        decide(submission, decisions, by=by)
        return len(waiting)


def is_confirmed(line: SubmissionLine) -> bool:
    """Unchanged, and somebody of the office said so."""
    return not line.is_changed and line.is_confirmed


def is_only_carried(line: SubmissionLine) -> bool:
    """Unchanged, and nobody looked at it."""
    return not line.is_changed and not line.is_confirmed


def _decide_all(
    submission: Submission,
    belongs: Callable[[SubmissionLine], bool],
    decision: str,
    reason: str,
    *,
    expected: int,
    by: Actor,
) -> int:
    refuse_strangers(submission, by)
    with acting(by):
        submission, lines = hold(submission)
        refuse_blocked(blockers.to_decide(submission))
        chosen = [x for x in lines.values() if x.decision == Decision.WAITING and belongs(x)]
        refuse_other_count(len(chosen), expected)
        new = [LineDecision(line.number, decision, reason) for line in chosen]
        write(new, lines, at=timezone.now(), by=by, in_bulk=True)
        settle(submission, is_open=True)
        return len(new)


def refuse_other_count(found: int, expected: int) -> None:
    """What is decided together is what was shown together."""
    if found != expected:
        words = _("Meanwhile there are %(found)d such lines, not %(expected)d; read them again.")
        facts = {"found": found, "expected": expected}
        raise Blocked([Blocker("count_changed", words % facts)])


def undo_bulk(submission: Submission, *, by: Actor) -> int:
    """Take back what was decided in bulk: its lines wait again, as the office handed them over.

    A line whose answer the office has written anew since stays decided.
    """
    refuse_strangers(submission, by)
    with acting(by, _("Decisions made in bulk were taken back.")):
        submission, lines = hold(submission)
        chosen = {line.answer_id: line for line in lines.values() if line.decided_in_bulk}
        held = Answer.objects.select_for_update().filter(pk__any_of=list(chosen)).order_by("pk")
        undone = [answer.pk for answer in held if _still_stands(answer, chosen[answer.pk])]
        refuse_blocked(blockers.to_undo(submission, len(undone)))
        _put_back([chosen[pk].pk for pk in undone], undone)
        settle(submission, is_open=True)
        return len(undone)


def _still_stands(answer: Answer, line: SubmissionLine) -> bool:
    decided = {Decision.ACCEPT: Progress.ACCEPTED, Decision.RETURN: Progress.RETURNED}
    progress = decided[Decision(line.decision)]
    return answer.version == line.answer_version and answer.progress == progress


def _put_back(lines: list[int], answers: list[int]) -> None:
    SubmissionLine.objects.filter(pk__any_of=lines).update(
        decision=Decision.WAITING,
        reason="",
        decided_by=None,
        decided_at=None,
        decided_in_bulk=False,
    )
    Answer.objects.filter(pk__any_of=answers).update(
        progress=Progress.SUBMITTED, updated_at=timezone.now()
    )


def close(submission: Submission, *, by: Actor) -> Submission:
    """The review is done: no line waits, and what was decided in bulk stands."""
    refuse_strangers(submission, by)
    with acting(by):
        submission, lines = hold(submission)
        refuse_blocked(blockers.to_close(submission, waiting_in(lines)))
        settle(submission, is_open=False)
        return submission
