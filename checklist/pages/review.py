"""A submission under review: its lines, changed ones first, and the one that is read now."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import pgettext_lazy

from accounts import policy
from accounts.past import Event
from accounts.policy import Actor
from accounts.refusals import Blocker
from checklist import blockers
from checklist.compliance import Tally, Verdict
from checklist.models import Submission, SubmissionLine
from checklist.pages.answers import history_of_answer
from checklist.pages.comparison import Row, evidence_in, rows_between
from checklist.pages.words import MARKS, SUBMISSION_STATES, subject_name, turn, until

Decision = SubmissionLine.Decision
DECISION_MARKS = {
    Decision.WAITING: "submitted",
    Decision.ACCEPT: "accepted",
    Decision.RETURN: "returned",
    Decision.SUPERSEDED: "draft",
    Decision.RECALLED: "draft",
}
DECISION_WORDS = {
    Decision.WAITING: pgettext_lazy("line", "To decide"),
    Decision.ACCEPT: pgettext_lazy("line", "Accepted"),
    Decision.RETURN: pgettext_lazy("line", "Returned"),
    Decision.SUPERSEDED: pgettext_lazy("line", "Superseded"),
    Decision.RECALLED: pgettext_lazy("line", "Taken back"),
}
RANK = {kind: position for position, kind in enumerate(("full", "partial", "not_started"))}
PER_PAGE = 25


@dataclass(frozen=True)
class Brief:
    """What is needed of every line to count, order and walk: its number and where it stands."""

    number: int
    is_changed: bool
    decision: str
    pillar: str
    before: str
    after: str

    @property
    def moved_down(self) -> bool:
        """From a better verdict to a worse one: the first thing a reviewer looks at."""
        return RANK.get(self.after, -1) > RANK.get(self.before, 9)


@dataclass(frozen=True)
class QueueLine:
    """One line of the list beside the work."""

    number: int
    item: str
    subject: str
    before: str
    after: str
    mark: str
    word: str
    evidence: int
    moved_down: bool
    is_changed: bool
    is_waiting: bool
    is_current: bool


@dataclass(frozen=True)
class Counts:
    """How far the review is."""

    changed: int
    unchanged: int
    unchanged_waiting: int
    accepted: int
    returned: int
    waiting: int
    total: int
    moved_down: int


@dataclass(frozen=True)
class OpenLine:
    """The line that is read now, with everything a decision rests on."""

    number: int
    item: str
    title: str
    subject_code: str
    subject: str
    line: SubmissionLine
    mark: str
    word: str
    is_waiting: bool
    rows: list[Row]
    history: list[Event]
    previous: int | None
    next: int | None
    next_waiting: int | None
    stands: str


@dataclass(frozen=True)
class ReviewPage:
    """A submission as its reviewer, or its office, sees it."""

    submission: Submission
    mark: str
    state: str
    turn: str
    due: str
    counts: Counts
    queue: list[QueueLine]
    page_number: int
    page_count: int
    first: int
    last: int
    shown: int
    line: OpenLine | None
    unchanged: Tally
    blockers: list[Blocker]
    may_decide: bool
    may_recall: bool
    recall_blockers: list[Blocker]

    @property
    def previous_page(self) -> int | None:
        """The page of the list before this one."""
        return self.page_number - 1 if self.page_number > 1 else None

    @property
    def next_page(self) -> int | None:
        """The page of the list after this one."""
        return self.page_number + 1 if self.page_number < self.page_count else None


def briefs_of(submission: Submission) -> list[Brief]:
    """Every line in a few columns, changed lines first, those that moved down before others."""
    rows = submission.lines.order_by("number").values_list(
        "number",
        "is_changed",
        "decision",
        "answer__item__pillar__code",
        "before__kind",
        "after__kind",
    )
    found = [Brief(*row) for row in rows]
    return sorted(found, key=lambda each: (not each.is_changed, not each.moved_down, each.number))


def narrowed(briefs: Sequence[Brief], asked: Mapping[str, str]) -> list[Brief]:
    """The lines that the filters of the list leave."""
    pillar, decision = asked.get("pillar"), asked.get("decision")
    wanted = "" if decision == "waiting" else decision
    return [
        each for each in briefs if pillar in (None, each.pillar) and wanted in (None, each.decision)
    ]


def counts_of(briefs: Sequence[Brief]) -> Counts:
    """How far the review is, counted once."""
    return Counts(
        changed=sum(each.is_changed for each in briefs),
        unchanged=sum(not each.is_changed for each in briefs),
        unchanged_waiting=sum(not x.is_changed and not x.decision for x in briefs),
        accepted=sum(each.decision == Decision.ACCEPT for each in briefs),
        returned=sum(each.decision == Decision.RETURN for each in briefs),
        waiting=sum(not each.decision for each in briefs),
        total=len(briefs),
        moved_down=sum(each.moved_down for each in briefs),
    )


def tally_of(briefs: Sequence[Brief]) -> Tally:
    """The verdicts of lines."""
    kinds = [each.after for each in briefs]
    return Tally(**{kind.value: kinds.count(kind) for kind in Verdict})


def blockers_for(submission: Submission, actor: Actor) -> list[Blocker]:
    """What stands in the way of deciding, the author's own part included."""
    found = blockers.to_decide(submission)
    if submission.submitted_by_id == actor.user.pk:
        words = _("You handed this submission over yourself; somebody else decides it.")
        found.insert(0, Blocker("own_submission", words))
    return found


def review_page(
    submission: Submission, briefs: list[Brief], asked: Mapping[str, str], actor: Actor, today: date
) -> ReviewPage:
    """The whole page, in as many queries for one line as for two thousand."""
    shown = narrowed(briefs, asked)
    chosen = chosen_number(shown or briefs, asked)
    start = page_start(shown, chosen, asked)
    numbers = [each.number for each in shown[start : start + PER_PAGE]]
    lines = lines_by_number(submission, [*numbers, *([chosen] if chosen else [])])
    counts = counts_of(briefs)
    state = Submission.State(submission.state)
    may_decide = policy.may_review(actor)
    may_recall = policy.may_answer_for(actor, submission.office_id)
    return ReviewPage(
        submission=submission,
        mark=MARKS[state],
        state=str(SUBMISSION_STATES[state]),
        turn=turn(submission, counts.waiting),
        due=until(submission.due_on, today),
        counts=counts,
        queue=[queue_line(lines[number], chosen) for number in numbers],
        page_number=start // PER_PAGE + 1,
        page_count=-(-len(shown) // PER_PAGE),
        first=start + 1 if shown else 0,
        last=start + len(numbers),
        shown=len(shown),
        line=open_line(lines[chosen], shown or briefs) if chosen else None,
        unchanged=tally_of([each for each in briefs if not each.is_changed]),
        blockers=blockers_for(submission, actor) if may_decide else [],
        may_decide=may_decide,
        may_recall=may_recall,
        recall_blockers=blockers.to_recall(submission) if may_recall else [],
    )


def chosen_number(briefs: Sequence[Brief], asked: Mapping[str, str]) -> int | None:
    """The line asked for, else the first that waits, else the first."""
    if "line" in asked:
        return int(asked["line"])
    waiting = [each.number for each in briefs if not each.decision]
    return next(iter([*waiting, *(each.number for each in briefs)]), None)


def page_start(shown: Sequence[Brief], chosen: int | None, asked: Mapping[str, str]) -> int:
    """Where the list begins: the page asked for, else the one that holds the chosen line."""
    pages = max(-(-len(shown) // PER_PAGE), 1)
    if "page" in asked:
        return (min(int(asked["page"]), pages) - 1) * PER_PAGE
    places = [place for place, each in enumerate(shown) if each.number == chosen]
    return places[0] // PER_PAGE * PER_PAGE if places else 0


def lines_by_number(submission: Submission, numbers: list[int]) -> dict[int, SubmissionLine]:
    """The lines of the list and the one that is open, with what they show: one query."""
    lines = submission.lines.filter(number__any_of=numbers)
    full = lines.select_related("answer__item", "answer__team", "answer__office", "decided_by")
    return {line.number: line for line in full}


def queue_line(line: SubmissionLine, chosen: int | None) -> QueueLine:
    """A line as the list shows it."""
    before, after = line.before.get("kind", "not_assessed"), line.after.get("kind", "")
    return QueueLine(
        number=line.number,
        item=line.answer.item.code,
        subject=subject_name(line.answer.subject, line.answer.team),
        before=before,
        after=after,
        mark=DECISION_MARKS[Decision(line.decision)],
        word=str(DECISION_WORDS[Decision(line.decision)]),
        evidence=len(line.after.get("evidence") or ()),
        moved_down=RANK.get(after, -1) > RANK.get(before, 9),
        is_changed=line.is_changed,
        is_waiting=not line.decision,
        is_current=line.number == chosen,
    )


def open_line(line: SubmissionLine, order: Sequence[Brief]) -> OpenLine:
    """The line that is read now."""
    numbers = [each.number for each in order]
    place = numbers.index(line.number) if line.number in numbers else -1
    after = [each for each in order[place + 1 :] if not each.decision]
    before = [each for each in order[: max(place, 0)] if not each.decision]
    waits = [each.number for each in (*after, *before)]
    return OpenLine(
        number=line.number,
        item=line.answer.item.code,
        title=line.answer.item.title,
        subject_code=line.answer.subject,
        subject=subject_name(line.answer.subject, line.answer.team),
        line=line,
        mark=DECISION_MARKS[Decision(line.decision)],
        word=str(DECISION_WORDS[Decision(line.decision)]),
        is_waiting=not line.decision,
        rows=rows_between(line.before, line.after, evidence_in([line.before, line.after])),
        history=history_of_answer(line.answer),
        previous=numbers[place - 1] if place > 0 else None,
        next=numbers[place + 1] if place + 1 < len(numbers) else None,
        next_waiting=waits[0] if waits else None,
        stands=what_stands(line),
    )


def what_stands(line: SubmissionLine) -> str:
    """Why a line cannot be decided any more, and what holds instead."""
    facts: dict[str, Any] = {"person": str(line.decided_by or ""), "reason": line.reason}
    words = {
        Decision.WAITING: "",
        Decision.ACCEPT: _("Accepted by %(person)s. This decision stands."),
        Decision.RETURN: _("Returned by %(person)s: %(reason)s"),
        Decision.SUPERSEDED: _(
            "The office has written again since. These words are no longer there; the newer "
            "ones are decided when they are handed over."
        ),
        Decision.RECALLED: _("The office has taken this line back. It is a draft again."),
    }
    return words[Decision(line.decision)] % facts
