"""What the secretariat accepted in the last published round: shown beside the new answer."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from checklist.content import content_of
from checklist.models import Answer, ReportingRound
from checklist.models.answers import Progress

PREVIOUS = """
    SELECT * FROM checklist_reportinground WHERE state = 'published' AND code < %s
    ORDER BY code DESC LIMIT 1
"""


@dataclass(frozen=True)
class Earlier:
    """An answer of the last round; `is_same_text` when its item asked the same words.

    `asked` is what the item said then, in the reader's language.
    """

    round_code: str
    content: dict[str, Any]
    is_same_text: bool
    asked: str = ""


def previous_round(round_: ReportingRound) -> ReportingRound | None:
    """The published round before this one."""
    return next(iter(ReportingRound.objects.raw(PREVIOUS, [round_.code])), None)


def earlier_answers(
    answers: Iterable[Answer], round_: ReportingRound, before: ReportingRound | None = None
) -> dict[int, Earlier]:
    """By answer: what was accepted for its item and subject in the round before, if known."""
    before = before or previous_round(round_)
    now = {(answer.item.code, answer.subject): answer for answer in answers}
    if before is None or not now:
        return {}
    earlier = Answer.objects.in_round(before).filter(
        progress=Progress.ACCEPTED,
        item__code__any_of=list({code for code, _ in now}),
        subject__any_of=list({subject for _, subject in now}),
    )
    found = {(each.item.code, each.subject): each for each in earlier.select_related("item")}
    return {
        answer.pk: _told(found[key], answer, before) for key, answer in now.items() if key in found
    }


def _told(then: Answer, now: Answer, round_: ReportingRound) -> Earlier:
    same = then.item.digest == now.item.digest
    return Earlier(round_.code, content_of(then).as_json(), same, then.item.title)
