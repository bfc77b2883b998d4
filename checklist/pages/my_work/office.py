"""What waits for an office in the open round: what to answer, what came back, what changed."""

from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import QuerySet
from django.utils import timezone

from accounts.policy import Actor
from checklist.calendar import correction_due
from checklist.models import Answer, ReportingRound, Submission, SubmissionLine
from checklist.models.answers import Progress
from checklist.pages.my_work.news import News, accepted, newest, notes_to, to_reply
from checklist.pages.my_work.pillars import PillarRow, PillarTotals, by_pillar, totals_of
from checklist.pages.submissions import SubmissionRow, row_of, with_counts
from checklist.pages.words import until

SHOWN: Final = 20


@dataclass(frozen=True)
class Day:
    """A day of the round, and how far it is."""

    on: date
    words: str
    is_late: bool


@dataclass(frozen=True)
class ReturnedLine:
    """A line that came back, and until when it is to be corrected."""

    line: SubmissionLine
    due: Day


@dataclass(frozen=True)
class OfficeWork:
    """What waits for an office."""

    round: ReportingRound | None
    answers_due: Day | None
    pillars: list[PillarRow]
    totals: PillarTotals
    returned: list[ReturnedLine]
    news: list[News]
    submissions: list[SubmissionRow]


def office_work(actor: Actor, now: datetime) -> OfficeWork:
    """The open round by pillar, what came back, what changed, and what was handed over."""
    today = timezone.localdate(now)
    round_ = ReportingRound.objects.visible_to(actor).open_now().first()
    answers = Answer.objects.visible_to(actor).filter(round=round_)
    pillars = by_pillar(answers)
    totals = totals_of(pillars)
    sent = with_counts(Submission.objects.visible_to(actor)).order_by("-number")[:10]
    return OfficeWork(
        round_,
        day_of(round_.answers_due_on, today, open_=bool(totals.open)) if round_ else None,
        pillars,
        totals,
        returned_lines(answers, today),
        newest([*to_reply(actor), *notes_to(actor, now), *accepted(actor, now)]),
        [row_of(each, today) for each in sent],
    )


def day_of(on: date, today: date, *, open_: bool = True) -> Day:
    """A day is late while something is open."""
    return Day(on, until(on, today), open_ and on < today)


def returned_lines(answers: QuerySet[Answer], today: date) -> list[ReturnedLine]:
    """The last decision on each answer that came back, with its reason, the most urgent first."""
    lines = SubmissionLine.objects.filter(
        answer__in=answers.filter(progress=Progress.RETURNED), decision="return"
    )
    last = lines.order_by("answer_id", "-decided_at").distinct("answer_id").values("pk")
    shown = SubmissionLine.objects.filter(pk__in=last).order_by("decided_at", "number")
    full = shown.select_related("answer__item", "answer__office", "answer__round")
    return [ReturnedLine(line, correct_by(line, today)) for line in full[:SHOWN]]


def correct_by(line: SubmissionLine, today: date) -> Day:
    """A week after the return, before the freeze."""
    returned_on = timezone.localdate(line.decided_at)
    return day_of(correction_due(returned_on, line.answer.round.freezes_on), today)
