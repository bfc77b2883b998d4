"""A28 and A29 over the answers of the round of now, one outcome for each subject."""

import uuid
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date

from checklist.alignment.answers import Handed, Subject, read_days, read_subjects, round_of_now
from checklist.compliance import Verdict
from checklist.earlier import previous_round
from checklist.models import ReportingRound
from checklist.proof import Age, age_of, lacks_evidence
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Found

Days = Mapping[uuid.UUID, date | None]


def check_answers(day: date) -> Iterator[Found]:
    """Both rules over what was handed over; the day plays no part, the round does."""
    round_ = round_of_now()
    if round_ is None:
        return
    subjects = read_subjects(round_)
    yield from over(round_, "A28", [(each, proven(each, round_)) for each in subjects])
    before = previous_round(round_)
    if before is not None:
        days = read_days(subjects)
        aged = [(each, recently_proven(each, round_, before, days)) for each in subjects]
        yield from over(round_, "A29", aged)


def over(
    round_: ReportingRound, rule: str, outcomes: Iterable[tuple[Subject, Outcome | None]]
) -> Iterator[Found]:
    """What a rule says of each subject that it applies to."""
    for subject, outcome in outcomes:
        if outcome is not None:
            name = f"answers/{round_.code}/{subject.code}"
            yield Found(rule, name, outcome, subject.countries, subject.office)


def proven(subject: Subject, round_: ReportingRound) -> Outcome | None:
    """A28: every full answer has evidence (HSP/EB.2025/8, para 1: the purpose is oversight)."""
    full = [each for each in subject.answers if each.kind == Verdict.FULL]
    bare = [each for each in full if lacks_evidence(each.kind, each.evidence)]
    if bare:
        return finding("A28.bare", others=names(bare, round_), round=round_.code, items=codes(bare))
    return PASSED if full else None


def recently_proven(
    subject: Subject, round_: ReportingRound, before: ReportingRound, days: Days
) -> Outcome | None:
    """A29: some evidence of each answer is newer than the last round."""
    proved = [each for each in subject.answers if each.evidence]
    ages = [age_of(map(days.get, each.evidence), before.freezes_on) for each in proved]
    old = [each for each, age in zip(proved, ages, strict=True) if age is Age.OLDER]
    if old:
        return finding(
            "A29.old",
            others=names(old, round_),
            round=round_.code,
            before=before.code,
            frozen_on=before.freezes_on,
            items=codes(old),
        )
    if Age.UNDATED in ages:
        return not_checkable("evidence_day")
    return PASSED if ages else None


def names(answers: Sequence[Handed], round_: ReportingRound) -> tuple[str, ...]:
    """The answers as the API addresses them."""
    return tuple(f"rounds/{round_.code}/answers/{each.item}/{each.subject}" for each in answers)


def codes(answers: Sequence[Handed]) -> list[str]:
    """The items concerned."""
    return [each.item for each in answers]
