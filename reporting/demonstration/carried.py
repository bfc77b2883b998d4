"""An office that hands over the answers of the last round: most re-examined, some not yet."""

from datetime import date
from typing import Any, Final

from checklist.actions.drafts import save_all
from checklist.actions.submissions import line_of, submit
from checklist.models import Answer
from checklist.models.answers import Progress
from reporting.demonstration.calendar import office_hours
from reporting.demonstration.desk import Desk
from reporting.demonstration.history import made_up

NOT_YET: Final = 5
"""Every so many lines nobody has re-examined."""


def hand_over_carried(desk: Desk, subjects: tuple[str, ...], day: date, note: str) -> None:
    """Confirm what did not change for some subjects, and hand it over with what nobody read."""
    lines = carried_lines(desk, subjects)
    confirmed = [line for number, line in enumerate(lines) if number % NOT_YET]
    with made_up():
        signed = [{**line, "reexamined": True} for line in confirmed]
        save_all(desk.round, desk.office, signed, by=desk.author)
        sent = carried_lines(desk, subjects)
        at = office_hours(day)
        submit(desk.round, desk.office, sent, note=note, at=at, by=desk.author)


def carried_lines(desk: Desk, subjects: tuple[str, ...]) -> list[dict[str, Any]]:
    """The drafts that the round began with, as lines."""
    drafts = Answer.objects.in_round(desk.round).filter(office=desk.office, subject__in=subjects)
    carried = drafts.filter(progress=Progress.DRAFT).select_related("item")
    return [line_of(answer) for answer in carried]
