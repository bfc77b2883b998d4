"""The line that is read now, with everything a decision rests on."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from django.utils.translation import gettext as _

from accounts.past import Event
from accounts.policy import Actor
from checklist.models import ReportingRound, SubmissionLine
from checklist.pages.answers import history_of_answer
from checklist.pages.comparison import Row, evidence_in, rows_between
from checklist.pages.decisions import MARKS, WORDS, Decision, what_stands
from checklist.pages.proposal import ProposalShown, proposal_for
from checklist.pages.review.briefs import Brief
from checklist.pages.review.checks import Check, Measure, checks_of
from checklist.pages.review.notes import Notes, notes_of
from checklist.pages.words import subject_name


@dataclass(frozen=True)
class Steps:
    """Where the keys lead from a line."""

    previous: int | None
    next: int | None


@dataclass(frozen=True)
class OpenLine:
    """A line before and after, what was checked, what was said about it, what was decided."""

    number: int
    item: str
    title: str
    subject_code: str
    subject: str
    line: SubmissionLine
    mark: str
    word: str
    is_waiting: bool
    before_name: str
    after_name: str
    rows: list[Row]
    checks: list[Check]
    notes: Notes
    history: list[Event]
    steps: Steps
    stands: str
    proposal: ProposalShown | None


def open_line(
    line: SubmissionLine,
    brief: Brief,
    order: Sequence[Brief],
    last: ReportingRound | None,
    measure: Measure,
    actor: Actor,
    today: date,
) -> OpenLine:
    """The line that is read now, in its place among the others."""
    answer, decision = line.answer, Decision(line.decision)
    return OpenLine(
        number=line.number,
        item=answer.item.code,
        title=answer.item.title,
        subject_code=answer.subject,
        subject=subject_name(answer.subject, answer.team),
        line=line,
        mark=MARKS[decision],
        word=str(WORDS[decision]),
        is_waiting=brief.is_waiting,
        before_name=before_name(line, brief, last),
        after_name=_("Round %(round)s, submitted") % {"round": line.submission.round.code},
        rows=rows_between(line.before, line.after, evidence_in([line.before, line.after])),
        checks=checks_of(brief, measure),
        notes=notes_of(line, actor),
        history=history_of_answer(answer),
        steps=steps_from(line.number, order),
        stands=what_stands(line),
        proposal=proposal_for(answer, line.after["kind"], today),
    )


def before_name(line: SubmissionLine, brief: Brief, last: ReportingRound | None) -> str:
    """Where the words before come from: this round, the last published one, or nowhere."""
    if line.was_accepted:  # type: ignore[attr-defined]
        return _("Accepted earlier in this round")
    if brief.is_new or last is None:
        return _("Before")
    return _("Round %(round)s, published") % {"round": last.code}


def steps_from(number: int, order: Sequence[Brief]) -> Steps:
    """The lines before and after this one in the order of the list."""
    numbers = [each.number for each in order]
    if number not in numbers:
        return Steps(None, None)
    place = numbers.index(number)
    before = numbers[place - 1] if place else None
    return Steps(before, numbers[place + 1] if place + 1 < len(numbers) else None)
