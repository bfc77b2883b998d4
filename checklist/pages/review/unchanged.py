"""Lines that did not change: those the office vouched for, and those only carried over."""

import random
from collections.abc import Sequence
from dataclasses import dataclass

from checklist.compliance import Tally
from checklist.models import Submission, SubmissionLine
from checklist.pages.review.briefs import Brief, tally_of
from checklist.pages.words import subject_name

SAMPLE = 20


@dataclass(frozen=True)
class Unchanged:
    """The two kinds of unchanged line, how many wait, and what was decided in bulk."""

    confirmed: Tally
    carried: Tally
    confirmed_waiting: int
    carried_waiting: int
    in_bulk: int
    sample: int

    @property
    def total(self) -> int:
        """How many lines did not change."""
        return self.confirmed.total + self.carried.total


@dataclass(frozen=True)
class SampleLine:
    """A line of the sample, as a reviewer reads it."""

    number: int
    item: str
    title: str
    subject: str
    kind: str
    narrative: str
    language: str
    evidence: int


def unchanged_of(briefs: Sequence[Brief]) -> Unchanged:
    """Counted once for the table, the buttons and the sample."""
    confirmed = confirmed_in(briefs)
    carried = [each for each in briefs if not each.is_changed and not each.is_confirmed]
    return Unchanged(
        confirmed=tally_of(confirmed),
        carried=tally_of(carried),
        confirmed_waiting=sum(each.is_waiting for each in confirmed),
        carried_waiting=sum(each.is_waiting for each in carried),
        in_bulk=sum(each.in_bulk for each in briefs),
        sample=min(len(confirmed), SAMPLE),
    )


def confirmed_in(briefs: Sequence[Brief]) -> list[Brief]:
    """Unchanged, and somebody of the office said so in this round."""
    return [each for each in briefs if not each.is_changed and each.is_confirmed]


def sampled(submission: Submission, briefs: Sequence[Brief]) -> list[int]:
    """Confirmed lines drawn at random; the same address draws the same lines, in their order."""
    numbers = sorted(each.number for each in confirmed_in(briefs))
    drawn = random.Random(f"sample {submission.pk}")  # noqa: S311
    return sorted(drawn.sample(numbers, min(len(numbers), SAMPLE)))


def sample_of(submission: Submission, briefs: Sequence[Brief]) -> list[SampleLine]:
    """The sample with its words: one query."""
    numbers = sampled(submission, briefs)
    lines = submission.lines.filter(number__any_of=numbers).order_by("number")
    return [sample_line(line) for line in lines.select_related("answer__item", "answer__team")]


def sample_line(line: SubmissionLine) -> SampleLine:
    """A line of the sample."""
    answer, after = line.answer, line.after
    return SampleLine(
        number=line.number,
        item=answer.item.code,
        title=answer.item.title,
        subject=subject_name(answer.subject, answer.team),
        kind=after.get("kind", ""),
        narrative=after.get("narrative") or after.get("not_applicable_reason") or "",
        language=after.get("language", ""),
        evidence=len(after.get("evidence") or ()),
    )
