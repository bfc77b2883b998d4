"""What a submitted answer is compared with: what the secretariat last took from the office."""

from collections.abc import Mapping, Sequence
from typing import Any

from checklist.content import EMPTY, content_of
from checklist.models import Answer, ReportingRound, SubmissionLine
from checklist.models.answers import Progress


def previous_round(round_: ReportingRound) -> ReportingRound | None:
    """The published round before this one."""
    earlier = ReportingRound.objects.filter(code__lt=round_.code)
    return earlier.filter(state=ReportingRound.State.PUBLISHED).order_by("-code").first()


def baseline_of(answers: Sequence[Answer], round_: ReportingRound) -> Mapping[int, dict[str, Any]]:
    """By answer: its accepted words of this round, else of the last published one, else nothing."""
    baseline = {answer.pk: EMPTY.as_json() for answer in answers}
    baseline.update(of_last_round(answers, round_))
    baseline.update(of_this_round(answers))
    return baseline


def of_last_round(answers: Sequence[Answer], round_: ReportingRound) -> dict[int, dict[str, Any]]:
    """The accepted words of the round before, by item code and subject."""
    before = previous_round(round_)
    if before is None:
        return {}
    by_key = {(answer.item.code, answer.subject): answer.pk for answer in answers}
    earlier = Answer.objects.in_round(before).filter(
        progress=Progress.ACCEPTED,
        item__code__any_of=list({code for code, _ in by_key}),
        subject__any_of=list({subject for _, subject in by_key}),
    )
    found = {(each.item.code, each.subject): each for each in earlier.select_related("item")}
    return {by_key[key]: content_of(each).as_json() for key, each in found.items() if key in by_key}


def of_this_round(answers: Sequence[Answer]) -> dict[int, dict[str, Any]]:
    """What was accepted in this round before the office wrote again."""
    accepted = {a.pk: content_of(a).as_json() for a in answers if a.progress == Progress.ACCEPTED}
    edited = [a.pk for a in answers if a.version > 1 and a.pk not in accepted]
    if not edited:
        return accepted
    lines = SubmissionLine.objects.filter(answer__id__any_of=edited, decision="accept")
    rows = lines.order_by("answer_id", "-decided_at").distinct("answer_id")
    return {**dict(rows.values_list("answer_id", "after")), **accepted}
