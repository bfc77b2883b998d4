"""The list beside the work: changed lines first, those with a flag before the others."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.db.models import Exists, OuterRef
from django.utils.translation import gettext as _

from checklist.models import Submission, SubmissionLine
from checklist.pages.decisions import MARKS, WORDS, Decision
from checklist.pages.review.briefs import Brief
from checklist.pages.review.checks import Measure, flags_of
from checklist.pages.words import subject_name

PER_PAGE = 15


@dataclass(frozen=True)
class QueueLine:
    """One line of the list."""

    number: int
    item: str
    subject: str
    before: str
    after: str
    mark: str
    word: str
    evidence: int
    flags: list[str]
    is_first: bool
    is_moved: bool
    is_changed: bool
    is_confirmed: bool
    is_waiting: bool
    is_current: bool


@dataclass(frozen=True)
class Window:
    """The part of the list that is shown."""

    shown: Sequence[Brief]
    start: int

    @property
    def numbers(self) -> list[int]:
        """The lines on this page of the list."""
        return [each.number for each in self.shown[self.start : self.start + PER_PAGE]]

    @property
    def first(self) -> int:
        """The place of the first line shown."""
        return self.start + 1 if self.shown else 0

    @property
    def last(self) -> int:
        """The place of the last."""
        return self.start + len(self.numbers)

    @property
    def total(self) -> int:
        """How many lines the filters leave."""
        return len(self.shown)

    @property
    def has_more(self) -> bool:
        """Whether one page does not hold them."""
        return self.total > PER_PAGE

    @property
    def previous_page(self) -> int | None:
        """The page before this one."""
        return self.start // PER_PAGE or None

    @property
    def next_page(self) -> int | None:
        """The page after this one."""
        return self.start // PER_PAGE + 2 if self.last < self.total else None


def in_order(briefs: Sequence[Brief], measure: Measure) -> list[Brief]:
    """Changed lines first; of these what moved down, then what does not keep a rule."""

    def rank(line: Brief) -> tuple[bool, bool, bool, int]:
        flagged = bool(flags_of(line, measure))
        return not line.is_changed, not line.moved_down, not flagged, line.number

    return sorted(briefs, key=rank)


def chosen_number(briefs: Sequence[Brief], asked: Mapping[str, str]) -> int | None:
    """The line asked for, else the first that waits, else the first."""
    if "line" in asked:
        return int(asked["line"])
    waiting = [each.number for each in briefs if each.is_waiting]
    return next(iter([*waiting, *(each.number for each in briefs)]), None)


def window_on(shown: Sequence[Brief], chosen: int | None, asked: Mapping[str, str]) -> Window:
    """The page of the list asked for, else the one that holds the chosen line."""
    pages = max(-(-len(shown) // PER_PAGE), 1)
    if "page" in asked:
        return Window(shown, (min(int(asked["page"]), pages) - 1) * PER_PAGE)
    places = [place for place, each in enumerate(shown) if each.number == chosen]
    return Window(shown, places[0] // PER_PAGE * PER_PAGE if places else 0)


def lines_by_number(submission: Submission, numbers: list[int]) -> dict[int, SubmissionLine]:
    """The lines of the list and the one that is open, with what they show: one query.

    `was_accepted` says that the words before were accepted earlier in this very round.
    """
    earlier = SubmissionLine.objects.filter(
        answer=OuterRef("answer"), submission__lt=OuterRef("submission"), decision=Decision.ACCEPT
    )
    lines = submission.lines.filter(number__any_of=numbers).annotate(was_accepted=Exists(earlier))
    full = lines.select_related("answer__item", "answer__team", "answer__office", "decided_by")
    full = full.select_related("answer__proposal_reply__replied_by")
    return {line.number: line for line in full}


def queue_line(
    line: SubmissionLine, brief: Brief, measure: Measure, chosen: int | None
) -> QueueLine:
    """A line as the list shows it."""
    flags = [_("moved down")] if brief.moved_down and brief.is_changed else []
    return QueueLine(
        number=brief.number,
        item=line.answer.item.code,
        subject=subject_name(line.answer.subject, line.answer.team),
        before=brief.before or "not_assessed",
        after=brief.after,
        mark=MARKS[Decision(brief.decision)],
        word=str(WORDS[Decision(brief.decision)]),
        evidence=len(brief.evidence),
        flags=[*flags, *(str(each) for each in flags_of(brief, measure))],
        is_first=brief.is_new,
        is_moved=brief.is_moved,
        is_changed=brief.is_changed,
        is_confirmed=brief.is_confirmed,
        is_waiting=brief.is_waiting,
        is_current=brief.number == chosen,
    )
