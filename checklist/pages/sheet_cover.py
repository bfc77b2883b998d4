"""One piece of evidence for several answers of the same item."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from checklist.actions.submissions import line_of
from checklist.models import Answer, Evidence, ReportingRound
from checklist.models.answers import Progress
from checklist.pages.words import subject_name
from regions.models import RegionalOffice

OPEN = (Progress.DRAFT, Progress.RETURNED)


@dataclass(frozen=True)
class Covered:
    """An answer that a piece of evidence covers, or could cover."""

    answer: Answer
    name: str
    is_covered: bool
    is_open: bool
    """Only a draft or a returned answer takes evidence: what was handed over stays as it is."""


def answers_to(round_: ReportingRound, office: RegionalOffice, item: str) -> list[Answer]:
    """The answers of an office to one item, by subject."""
    answers = Answer.objects.in_round(round_).filter(office=office, item__code=item)
    return list(answers.select_related("item__pillar", "team").order_by("subject"))


def covered(answers: Iterable[Answer], evidence: Evidence) -> list[Covered]:
    """What the piece covers, and what it could."""
    return [
        Covered(
            answer=each,
            name=subject_name(each.subject, each.team),
            is_covered=evidence.pk in each.evidence,
            is_open=each.progress in OPEN,
        )
        for each in answers
    ]


def lines_with(
    rows: Sequence[Covered], evidence: Evidence, chosen: Sequence[str]
) -> list[dict[str, Any]]:
    """The chosen answers as lines of the intake, the piece attached to each."""
    return [
        {
            **line_of(row.answer),
            "evidence": [*map(str, row.answer.evidence), str(evidence.pk)],
            "base_version": row.answer.version,
        }
        for row in rows
        if row.answer.subject in chosen and row.is_open and not row.is_covered
    ]
