"""What waits for the secretariat: submissions by the day they are due, replies, rounds, tokens."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, datetime
from typing import Final

from django.db.models import Count, Exists, OuterRef, Q
from django.utils import timezone

from accounts.pages.tokens import warning
from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.models import ReportingRound, Submission, SubmissionLine
from checklist.models.answers import Progress
from checklist.pages.elsewhere import Part, parts_of_work
from checklist.pages.my_work.news import News, dissents, newest, notes_to
from checklist.pages.submissions import SubmissionRow, row_of, with_counts
from checklist.pages.words import ROUND_STATES, until

SHOWN: Final = 20


@dataclass(frozen=True)
class RoundRow:
    """A round with its state and how far it is accepted."""

    code: str
    state: str
    accepted: int
    total: int
    freezes_on: date
    freezes: str


@dataclass(frozen=True)
class Publishable:
    """A round in work: what stands in the way of publishing it, or nothing."""

    code: str
    blockers: list[Blocker]


@dataclass(frozen=True)
class Again:
    """A submission with lines that came back corrected."""

    number: int
    area: str
    lines: int


@dataclass(frozen=True)
class SecretariatWork:
    """What waits for the secretariat."""

    waiting: list[SubmissionRow]
    waiting_count: int
    late_count: int
    again: list[Again]
    news: list[News]
    rounds: list[RoundRow]
    next_round: Publishable | None
    tokens: str
    elsewhere: list[Part]


def secretariat_work(actor: Actor, now: datetime) -> SecretariatWork:
    """Submissions, the late ones first; what offices replied; what can be published next."""
    today = timezone.localdate(now)
    waiting = Submission.objects.visible_to(actor).awaiting_review().order_by("due_on", "number")
    rows = [row_of(each, today) for each in with_counts(waiting)]
    rounds = rounds_of(actor)
    return SecretariatWork(
        rows[:SHOWN],
        len(rows),
        sum(row.is_late for row in rows),
        corrected(actor),
        newest([*dissents(actor), *notes_to(actor, now)]),
        [_round(each, today) for each in rounds],
        _next(rounds),
        warning(actor, now),
        parts_of_work(actor, today),
    )


def rounds_of(actor: Actor) -> list[ReportingRound]:
    """Every round with how far it is accepted."""
    counted = ReportingRound.objects.visible_to(actor).annotate(
        total=Count("answers"),
        accepted=Count("answers", filter=Q(answers__progress=Progress.ACCEPTED)),
    )
    return list(counted.order_by("-code"))


def corrected(actor: Actor) -> list[Again]:
    """Submissions under review with answers that had been returned before."""
    before = SubmissionLine.objects.filter(
        answer=OuterRef("answer"), decision="return", submission__lt=OuterRef("submission")
    )
    lines = SubmissionLine.objects.filter(Exists(before), decision="")
    visible = Submission.objects.visible_to(actor).awaiting_review().filter(lines__in=lines)
    found = visible.select_related("office").annotate(n=Count("lines"))
    return [
        Again(each.pk, each.office.area, each.n)
        for each in found.order_by("due_on", "number")[:SHOWN]
    ]


def _round(round_: ReportingRound, today: date) -> RoundRow:
    state = str(ROUND_STATES[ReportingRound.State(round_.state)])
    accepted, total = round_.accepted, round_.total  # type: ignore[attr-defined]
    is_over = round_.state in (ReportingRound.State.FROZEN, ReportingRound.State.PUBLISHED)
    freezes = "" if is_over else until(round_.freezes_on, today)
    return RoundRow(round_.code, state, accepted, total, round_.freezes_on, freezes)


def _next(rounds: Iterable[ReportingRound]) -> Publishable | None:
    """The frozen round, else the open one: the one that the Board waits for."""
    states = (ReportingRound.State.FROZEN, ReportingRound.State.OPEN)
    for state in states:
        for round_ in rounds:
            if round_.state == state:
                return Publishable(round_.code, blockers.to_publish(round_))
    return None
