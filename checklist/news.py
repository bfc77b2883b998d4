"""Which lines of a plan say something that is not on record with the secretariat already."""

from dataclasses import replace

from accounts.outcomes import Outcome
from checklist.intake import Plan, PlannedLine
from checklist.models.answers import Progress

HANDED_OVER = {Progress.SUBMITTED, Progress.RETURNED, Progress.ACCEPTED}


def is_news(line: PlannedLine) -> bool:
    """Whether a line says something that is not on record with the secretariat already.

    A table comes back whole: its rows that were handed over before and say the same are no
    second submission. Drafts are what is handed over.
    """
    answer = line.answer
    if answer is None or line.outcome is not Outcome.UNCHANGED:
        return True
    return answer.progress not in HANDED_OVER or line.is_confirmed > answer.reexamined


def only_news(planned: Plan) -> Plan:
    """The plan without what is on record already, numbered anew."""
    kept = [line for line in planned.lines if is_news(line)]
    return replace(planned, lines=[replace(line, number=n) for n, line in enumerate(kept, 1)])
