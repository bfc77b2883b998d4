"""A submission as its reviewer, or its office, sees it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from accounts import policy
from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.earlier import previous_round
from checklist.models import ReportingRound, Submission
from checklist.pages.review.briefs import Brief, briefs_of, narrowed
from checklist.pages.review.checks import Measure, measure_for
from checklist.pages.review.counts import Counts, counts_of
from checklist.pages.review.line import OpenLine, open_line
from checklist.pages.review.queue import (
    QueueLine,
    Window,
    chosen_number,
    in_order,
    lines_by_number,
    queue_line,
    window_on,
)
from checklist.pages.review.unchanged import Unchanged, unchanged_of
from checklist.pages.turns import Standing, Turn, turn_of
from checklist.pages.words import MARKS, SUBMISSION_STATES


@dataclass(frozen=True)
class Scene:
    """A submission with all its lines in order, and what they are held against."""

    submission: Submission
    briefs: list[Brief]
    measure: Measure
    last: ReportingRound | None


@dataclass(frozen=True)
class Acts:
    """What this reader may do with the whole, and what stands in the way."""

    may_decide: bool
    decide: list[Blocker]
    close: list[Blocker]
    undo: list[Blocker]
    may_recall: bool
    recall: list[Blocker]


@dataclass(frozen=True)
class ReviewPage:
    """Everything that is drawn."""

    submission: Submission
    mark: str
    state: str
    turn: Turn
    counts: Counts
    window: Window
    queue: list[QueueLine]
    line: OpenLine | None
    unchanged: Unchanged
    acts: Acts


def scene_of(submission: Submission) -> Scene:
    """Every line in a few columns, in the order in which they are read."""
    briefs, last = briefs_of(submission), previous_round(submission.round)
    measure = measure_for(submission.round, last, briefs)
    return Scene(submission, in_order(briefs, measure), measure, last)


def review_page(scene: Scene, asked: Mapping[str, str], actor: Actor, today: date) -> ReviewPage:
    """The whole page, in as many queries for one line as for two thousand."""
    submission, counts = scene.submission, counts_of(scene.briefs)
    shown = narrowed(scene.briefs, asked)
    chosen = chosen_number(shown or scene.briefs, asked)
    window = window_on(shown, chosen, asked)
    state = Submission.State(submission.state)
    queue, line = drawn_lines(scene, window, chosen, actor, today)
    return ReviewPage(
        submission=submission,
        mark=MARKS[state],
        state=str(SUBMISSION_STATES[state]),
        turn=turn_of(submission, standing_of(scene.briefs), today),
        counts=counts,
        window=window,
        queue=queue,
        line=line,
        unchanged=unchanged_of(scene.briefs),
        acts=acts_of(submission, scene.briefs, actor),
    )


def drawn_lines(
    scene: Scene, window: Window, chosen: int | None, actor: Actor, today: date
) -> tuple[list[QueueLine], OpenLine | None]:
    """The lines of the list and the one that is open."""
    briefs = {each.number: each for each in scene.briefs}
    numbers = window.numbers
    lines = lines_by_number(scene.submission, [*numbers, *([chosen] if chosen else [])])
    queue = [queue_line(lines[x], briefs[x], scene.measure, chosen) for x in numbers]
    if chosen is None:
        return queue, None
    order, held = window.shown or scene.briefs, (scene.last, scene.measure)
    return queue, open_line(lines[chosen], briefs[chosen], order, *held, actor, today)


def standing_of(briefs: Sequence[Brief]) -> Standing:
    """How many lines wait for the secretariat, how many for the office, since when."""
    decided = [each.decided_at for each in briefs if each.is_with_office and each.decided_at]
    waiting = sum(each.is_waiting for each in briefs)
    return Standing(waiting, len(decided), max(decided, default=None))


def acts_of(submission: Submission, briefs: Sequence[Brief], actor: Actor) -> Acts:
    """One set of reasons for the buttons of the page; the acts themselves refuse with the same."""
    decides = policy.may_review(actor)
    recalls = policy.may_answer_for(actor, submission.office_id)
    own = blockers.own_submission(submission.submitted_by_id, actor)
    waiting = sum(each.is_waiting for each in briefs)
    in_bulk = sum(each.in_bulk for each in briefs)
    return Acts(
        may_decide=decides,
        decide=[*own, *blockers.to_decide(submission)] if decides else [],
        close=[*own, *blockers.to_close(submission, waiting)] if decides else [],
        undo=[*own, *blockers.to_undo(submission, in_bulk)] if decides else [],
        may_recall=recalls,
        recall=blockers.to_recall(submission) if recalls else [],
    )
