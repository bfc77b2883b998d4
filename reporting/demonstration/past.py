"""The rounds that are over: asked, answered, reviewed, frozen and published, by the usual acts."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date, timedelta
from typing import Final

from checklist.actions.reviews import LineDecision
from checklist.actions.rounds import freeze
from checklist.compliance import Verdict
from checklist.models import ReportingRound
from reporting.actions.notes import issue_note
from reporting.demonstration import wording
from reporting.demonstration.calendar import office_hours, stage_of
from reporting.demonstration.chance import drawn, happens
from reporting.demonstration.desk import Desk, accepted
from reporting.demonstration.history import made_up
from reporting.demonstration.people import Cast
from reporting.demonstration.rounds import reported_on
from reporting.demonstration.script import Script
from reporting.demonstration.written import Written, write
from reporting.models import Note
from reporting.publishing import publish

RETURNED: Final = 0.035
"""Share of the lines that go back to the office."""

WRITTEN_AGAIN: Final = 0.7
"""Share of those that the office answers again in time."""

UNREAD: Final = 0.4
"""Share of the answers kept word for word that nobody of the office has looked at again."""

ISSUED: Final = ("en", "zh-hans")
"""The languages in which the note of 2025 is issued; in the others it is a draft."""

STATEMENT: Final = "Made for the demonstration: answers, evidence and people are invented."


def play_past(round_: ReportingRound, desks: Sequence[Desk], script: Script, cast: Cast) -> None:
    """Every office once, what was returned a second time, then the publication."""
    with made_up():
        again = [
            (second_day(desk), desk, report(desk, script[round_.code, desk.office.code]))
            for desk in sorted(desks, key=first_day)
        ]
        for day, desk, answers in sorted(again, key=lambda each: each[0]):
            report_again(desk, answers, day)
        close(round_, cast)


def first_day(desk: Desk) -> date:
    """Shortly before the answers are due."""
    return desk.round.answers_due_on - timedelta(days=_spread(desk, "first", 7))


def second_day(desk: Desk) -> date:
    """Shortly before the review is due."""
    return desk.round.review_due_on - timedelta(days=5 + _spread(desk, "second", 7))


def _spread(desk: Desk, word: str, days: int) -> int:
    return int(days * drawn(word, desk.office.code, desk.round.code))


def report(desk: Desk, answers: Sequence[Written]) -> list[Written]:
    """All answers of an office; what it writes again after the review."""
    code = desk.round.code
    answers = [as_left(each, code) for each in answers]
    submission = desk.hand_over(answers, first_day(desk), "All answers of the office.")
    decisions = [first_decision(n, each, code) for n, each in enumerate(answers, 1)]
    desk.decide(submission, decisions, first_day(desk) + timedelta(days=8))
    returned = [a for a, d in zip(answers, decisions, strict=True) if d.decision == "return"]
    return [write_again(each, desk.round) for each in returned if is_written_again(each, code)]


def as_left(answer: Written, round_: str) -> Written:
    """Some of what is kept word for word was merely carried over: nobody stands for it."""
    key = (answer.question.item, answer.question.subject, round_)
    is_unread = answer.is_kept and happens(UNREAD, "unread", *key)
    return replace(answer, is_read=not is_unread)


def report_again(desk: Desk, answers: Sequence[Written], day: date) -> None:
    """Returned lines in other words, all accepted."""
    if answers:
        submission = desk.hand_over(answers, day, "Lines that were returned.")
        desk.decide(submission, accepted(answers), day + timedelta(days=3))


def first_decision(number: int, answer: Written, round_: str) -> LineDecision:
    """Accept nearly all; return some with a reason."""
    key = (answer.question.item, answer.question.subject, round_)
    if answer.content.kind == Verdict.NOT_APPLICABLE or not happens(RETURNED, "returned", *key):
        return LineDecision(number, "accept")
    return LineDecision(number, "return", wording.return_reason(*key))


def is_written_again(answer: Written, round_: str) -> bool:
    """Whether the office answers a returned line again before the round is frozen."""
    return happens(WRITTEN_AGAIN, "again", answer.question.item, answer.question.subject, round_)


def write_again(answer: Written, round_: ReportingRound) -> Written:
    """The same verdict in other words, with other evidence."""
    kind = Verdict(answer.content.kind)
    return write(answer.question, kind, stage_of(round_), attempt=2, before=answer)


def closes_on(round_: ReportingRound) -> date:
    """The day of the report that was before the session."""
    day = reported_on(round_.session) if round_.session else None
    return day or round_.freezes_on


def close(round_: ReportingRound, cast: Cast) -> None:
    """Freeze and publish, and issue the note where there is one."""
    freeze(round_, by=cast.publisher)
    day = closes_on(round_)
    at = office_hours(day)
    publication = publish(round_, statement=STATEMENT, note="", at=at, by=cast.publisher)
    if Note.objects.filter(round=round_).exists():
        for language in ISSUED:
            issue_note(publication, language, at=office_hours(day, minutes=30), by=cast.publisher)
