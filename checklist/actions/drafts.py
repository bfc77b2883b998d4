"""Keeping many drafts at once: a table or a form, the same lines as a submission."""

from collections.abc import Iterator, Sequence
from typing import Any

from accounts import policy
from accounts.outcomes import Outcome
from accounts.policy import Actor
from accounts.refusals import Invalid
from checklist import blockers
from checklist.actions.acting import acting, refuse_blocked, refuse_unless
from checklist.actions.rounds import shared
from checklist.actions.submissions import new_version
from checklist.actions.writing import Change, store, supersede
from checklist.intake import Plan, PlannedLine, plan, refuse_stale
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress
from regions.models import RegionalOffice


def save_all(
    round_: ReportingRound, office: RegionalOffice, lines: Sequence[Any], *, by: Actor
) -> Plan:
    """Keep lines as drafts, all or nothing; a draft need not be complete.

    A line that says what its answer says already leaves it where it is, under review too.
    """
    refuse_unless(policy.may_answer_for(by, office.pk), "not_your_office")
    with acting(by):
        round_ = shared(round_.pk)
        refuse_blocked(blockers.to_write(round_))
        planned = plan(round_, office, lines, lock=True, complete=False, by=by)
        refuse_stale(planned)
        if planned.faults:
            raise Invalid(planned.faults)
        kept = list(new_words(planned.lines))
        supersede(answer for answer, _ in kept)
        changes = [
            Change(answer, line.content, new_version(line), line.is_confirmed)
            for answer, line in kept
        ]
        store(changes, progress=Progress.DRAFT, author=by.user.pk)
        return planned


def new_words(lines: Sequence[PlannedLine]) -> Iterator[tuple[Answer, PlannedLine]]:
    """The lines that say something new, or vouch for what was only carried over."""
    for line in lines:
        answer = line.answer
        if answer is None:
            continue
        if line.outcome is not Outcome.UNCHANGED or line.is_confirmed > answer.reexamined:
            yield answer, line
