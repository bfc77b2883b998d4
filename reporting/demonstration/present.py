"""The round that is open: some of it accepted, some waiting, some returned, most still to do."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Final

from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision
from checklist.models import Answer
from reporting.demonstration import wording
from reporting.demonstration.calendar import office_hours
from reporting.demonstration.carried import hand_over_carried
from reporting.demonstration.desk import Desk, accepted
from reporting.demonstration.history import made_up
from reporting.demonstration.script import Script
from reporting.demonstration.written import Written

RETURNED_LINES: Final = (3, 9, 14, 21, 30)
AMENDMENT: Final = "The evidence covers one of the two years; “full” needs both."
AMENDED_AFTER: Final = timedelta(days=7)


@dataclass(frozen=True)
class Handover:
    """Whole sheets of a few teams, so many days ago, and what the secretariat has made of them.

    `decided` is the share of the lines that was decided so far.
    """

    days_ago: int
    office: str
    subjects: tuple[str, ...]
    decided: float = 1.0
    returned: tuple[int, ...] = ()
    is_amended: bool = False
    note: str = ""


HANDOVERS: Final = (
    Handover(16, "ROAF", ("RWA", "SEN")),
    Handover(15, "ROAS", ("JOR", "TUN"), is_amended=True),
    Handover(13, "EECA", ("KGZ",)),
    Handover(12, "ROAP", ("NPL",)),
    Handover(10, "ROLAC", ("BRA", "COL"), returned=RETURNED_LINES),
    Handover(5, "ROAF", ("KEN", "GHA"), decided=0.5),
    Handover(1, "ROAP", ("KHM", "LKA"), decided=0.0, note="Two teams; the others follow."),
)
"""In the order in which they came. At least 300 answers of each large office are left to do."""

CARRIED: Final = ("ROLAC", ("ARG", "CHL", "PER"), 2, "Little changed in these three countries.")
"""Office, subjects, days ago and note of answers that were handed over as the last round left."""

DRAFTS: Final = {
    "ROAF": ("UGA", "ROAF"),
    "ROAS": ("EGY",),
    "ROAP": ("PHL", "ROAP"),
    "ROLAC": ("MEX",),
    "EECA": ("ARM",),
    "HQ": ("GLOBAL",),
}


def play_present(desks: Sequence[Desk], script: Script, today: date) -> None:
    """What the offices have handed over so far, then what they have begun."""
    by_code = {desk.office.code: desk for desk in desks}
    for each in HANDOVERS:
        desk = by_code[each.office]
        play(each, desk, of_subjects(desk, script, each.subjects), today)
    office, unchanged, days_ago, note = CARRIED
    hand_over_carried(by_code[office], unchanged, today - timedelta(days=days_ago), note)
    for code, subjects in DRAFTS.items():
        with made_up():
            draft(by_code[code], of_subjects(by_code[code], script, subjects))


def of_subjects(desk: Desk, script: Script, subjects: Sequence[str]) -> list[Written]:
    """An office's answers for some subjects, one subject after the other."""
    answers = script[desk.round.code, desk.office.code]
    chosen = [each for each in answers if each.question.subject in subjects]
    return sorted(chosen, key=lambda each: subjects.index(each.question.subject))


def play(handover: Handover, desk: Desk, answers: list[Written], today: date) -> None:
    """Hand over, decide as far as it got, and correct one answer where that was done."""
    day = today - timedelta(days=handover.days_ago)
    with made_up():
        submission = desk.hand_over(answers, day, handover.note)
        decisions = decisions_on(handover, answers)
        if decisions:
            desk.decide(submission, decisions, day + timedelta(days=4))
    if handover.is_amended:
        amend(desk, answers, day + AMENDED_AFTER)


def decisions_on(handover: Handover, answers: list[Written]) -> list[LineDecision]:
    """The decisions so far: accepted, but for the lines that went back with a reason."""
    so_far = accepted(answers)[: int(len(answers) * handover.decided)]
    return [returned(handover, x) if x.line in handover.returned else x for x in so_far]


def returned(handover: Handover, line: LineDecision) -> LineDecision:
    """The same line, back to the office."""
    return LineDecision(line.line, "return", wording.return_reason(handover.office, line.line))


def amend(desk: Desk, answers: Iterable[Written], day: date) -> None:
    """The secretariat corrects an answer it has accepted; the history gives its own reason."""
    answer = next(each for each in answers if can_be_amended(each))
    values = {**answer.content.as_json(), "kind": "partial", "constraints": ["staff_capacity"]}
    save(
        row_of(desk, answer),
        values,
        base_version=None,
        reason=AMENDMENT,
        at=office_hours(day),
        by=desk.reviewer,
    )


def can_be_amended(answer: Written) -> bool:
    """A fresh "full" in English that does not rest on a real document."""
    is_cited = any(proof.reference for proof in answer.proofs)
    is_plain = answer.content.language == "en" and not answer.is_kept
    return answer.content.kind == "full" and is_plain and not is_cited


def draft(desk: Desk, answers: Iterable[Written]) -> None:
    """Begun by the office; every fourth still lacks what it needs to be handed over."""
    answers = list(answers)
    desk.files.put(answers, desk.author.user)
    for number, answer in enumerate(answers):
        values = answer.content.as_json()
        if number % 4 == 3:
            values |= {"evidence": [], "constraints": [], "not_applicable_reason": ""}
        save(row_of(desk, answer), values, base_version=None, by=desk.author)


def row_of(desk: Desk, answer: Written) -> Answer:
    """The row that was asked when the round was opened."""
    item, subject = answer.question.item, answer.question.subject
    return Answer.objects.get(round=desk.round, item__code=item, subject=subject)
