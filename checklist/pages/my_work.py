"""What waits for a person: the secretariat's table of submissions, an office's open round."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Q, QuerySet

from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.models import Answer, ReportingRound, Submission, SubmissionLine
from checklist.models.answers import Progress
from checklist.pages.rounds import StepCounts, step_counts
from checklist.pages.submissions import SubmissionRow, row_of, with_counts
from checklist.pages.words import ROUND_STATES

SHOWN = 20
STEPS = [str(step) for step in Progress]


@dataclass(frozen=True)
class RoundRow:
    """A round with its state and how far it is accepted."""

    code: str
    state: str
    accepted: int
    total: int
    freezes_on: date


@dataclass(frozen=True)
class Publishable:
    """A round in work: what stands in the way of publishing it, or nothing."""

    code: str
    blockers: list[Blocker]


@dataclass(frozen=True)
class SecretariatWork:
    """What waits for the secretariat."""

    waiting: list[SubmissionRow]
    waiting_count: int
    rounds: list[RoundRow]
    next_round: Publishable | None


@dataclass(frozen=True)
class PillarRow:
    """How far an office is with one pillar."""

    office: str
    code: str
    title: str
    counts: StepCounts


@dataclass(frozen=True)
class OfficeWork:
    """What waits for an office in the open round."""

    round: ReportingRound | None
    pillars: list[PillarRow]
    totals: StepCounts
    returned: list[SubmissionLine]
    submissions: list[SubmissionRow]


def secretariat_work(actor: Actor, today: date) -> SecretariatWork:
    """Submissions by the day they are due, rounds, and what can be published next."""
    waiting = Submission.objects.visible_to(actor).awaiting_review().order_by("due_on", "number")
    rows = [row_of(each, today) for each in with_counts(waiting)]
    rounds = list(
        ReportingRound.objects.visible_to(actor)
        .annotate(
            total=Count("answers"),
            accepted=Count("answers", filter=Q(answers__progress=Progress.ACCEPTED)),
        )
        .order_by("-code")
    )
    return SecretariatWork(rows[:SHOWN], len(rows), [_round(x) for x in rounds], _next(rounds))


def _round(round_: ReportingRound) -> RoundRow:
    state = str(ROUND_STATES[ReportingRound.State(round_.state)])
    accepted, total = round_.accepted, round_.total  # type: ignore[attr-defined]
    return RoundRow(round_.code, state, accepted, total, round_.freezes_on)


def _next(rounds: Iterable[ReportingRound]) -> Publishable | None:
    """The frozen round, else the open one: the one that the Board waits for."""
    states = (ReportingRound.State.FROZEN, ReportingRound.State.OPEN)
    for state in states:
        for round_ in rounds:
            if round_.state == state:
                return Publishable(round_.code, blockers.to_publish(round_))
    return None


def office_work(actor: Actor, today: date) -> OfficeWork:
    """The open round by pillar, what came back, and what was handed over."""
    round_ = ReportingRound.objects.visible_to(actor).open_now().first()
    answers = Answer.objects.visible_to(actor).filter(round=round_)
    pillars = by_pillar(answers)
    totals = sum((row.counts for row in pillars), StepCounts())
    sent = with_counts(Submission.objects.visible_to(actor)).order_by("-number")[:10]
    return OfficeWork(
        round_, pillars, totals, returned_lines(answers), [row_of(each, today) for each in sent]
    )


def by_pillar(answers: QuerySet[Answer]) -> list[PillarRow]:
    """How many answers of each office and pillar stand at each step."""
    keys = (
        "office__position",
        "office__code",
        "item__pillar__position",
        "item__pillar__code",
        "item__pillar__titles",
    )
    return [
        PillarRow(key[1], key[3], key[4], counts) for key, counts in step_counts(answers, *keys)
    ]


def returned_lines(answers: QuerySet[Answer]) -> list[SubmissionLine]:
    """The last decision on each answer that came back, with its reason."""
    lines = SubmissionLine.objects.filter(
        answer__in=answers.filter(progress=Progress.RETURNED), decision="return"
    )
    last = lines.order_by("answer_id", "-decided_at").distinct("answer_id").values("pk")
    shown = SubmissionLine.objects.filter(pk__in=last).order_by("-decided_at", "number")
    return list(shown.select_related("answer__item", "answer__team", "answer__office")[:SHOWN])
