"""What a submitted answer is compared with: what the secretariat last took from the office."""

from collections.abc import Mapping, Sequence
from typing import Any

from checklist.content import EMPTY, content_of
from checklist.earlier import earlier_answers
from checklist.models import Answer, ReportingRound, SubmissionLine
from checklist.models.answers import Progress


def baseline_of(answers: Sequence[Answer], round_: ReportingRound) -> Mapping[int, dict[str, Any]]:
    """By answer: its accepted words of this round, else of the last published one, else nothing."""
    baseline = {answer.pk: EMPTY.as_json() for answer in answers}
    earlier = earlier_answers(answers, round_)
    baseline.update({pk: each.content for pk, each in earlier.items()})
    baseline.update(of_this_round(answers))
    return baseline


def of_this_round(answers: Sequence[Answer]) -> dict[int, dict[str, Any]]:
    """What was accepted in this round before the office wrote again."""
    accepted = {a.pk: content_of(a).as_json() for a in answers if a.progress == Progress.ACCEPTED}
    edited = [a.pk for a in answers if a.version > 1 and a.pk not in accepted]
    if not edited:
        return accepted
    lines = SubmissionLine.objects.filter(answer__id__any_of=edited, decision="accept")
    rows = lines.order_by("answer_id", "-decided_at").distinct("answer_id")
    return {**dict(rows.values_list("answer_id", "after")), **accepted}
