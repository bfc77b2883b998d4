"""An office's desk in a round: where it hands over, and where the secretariat decides."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Final

from accounts.policy import Actor
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from checklist.models import ReportingRound, Submission
from regions.models import RegionalOffice
from reporting.demonstration.calendar import office_hours
from reporting.demonstration.chance import drawn
from reporting.demonstration.people import Cast
from reporting.demonstration.script import Files
from reporting.demonstration.written import Written

A_WORKING_DAY: Final = 420
"""Minutes."""


@dataclass(frozen=True)
class Desk:
    """An office in a round: who answers for it, who reviews, and where evidence is filed."""

    round: ReportingRound
    office: RegionalOffice
    author: Actor
    reviewer: Actor
    files: Files

    def hand_over(self, answers: Sequence[Written], day: date, note: str = "") -> Submission:
        """Put the evidence on file and hand the answers over."""
        self.files.put(answers, self.author.user)
        at = office_hours(day, int(A_WORKING_DAY * drawn("minute", self.office.code, day)))
        lines = [each.line for each in answers]
        handed_over = submit(self.round, self.office, lines, note=note, at=at, by=self.author)
        return handed_over.submission

    def decide(self, submission: Submission, decisions: list[LineDecision], day: date) -> None:
        """Decide lines of a submission."""
        at = office_hours(day, int(A_WORKING_DAY * drawn("decided", self.office.code, day)))
        decide(submission, decisions, at=at, by=self.reviewer)


def desks(round_: ReportingRound, cast: Cast, files: Files) -> list[Desk]:
    """The offices, in their order."""
    offices = files.offices.values()
    return [
        Desk(round_, office, cast.offices[office.code], cast.reviewer, files) for office in offices
    ]


def accepted(answers: Sequence[Written]) -> list[LineDecision]:
    """Every line accepted."""
    return [LineDecision(number, "accept") for number in range(1, len(answers) + 1)]
