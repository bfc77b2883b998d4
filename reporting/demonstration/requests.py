"""What members asked for, played day by day: recorded after its session, followed up, closed."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final

from accounts.policy import Actor
from checklist.models import BoardSession
from reporting.actions.follow_ups import close_request, follow_up
from reporting.actions.requests import record_request
from reporting.demonstration.history import made_up
from reporting.models import BoardRequest

DATA: Final = Path(__file__).parent / "data" / "requests.toml"
OURS: Final = ("is_told", "due_in", "steps")
"""What the file says to the demonstration, not to the record."""


@dataclass
class Docket:
    """The requests of the file: which are on record, and how far each has come."""

    today: date
    by: Actor
    told: list[dict[str, Any]] = field(default_factory=list)
    opened: dict[str, date] = field(default_factory=dict)
    records: dict[int, BoardRequest] = field(default_factory=dict)
    taken: dict[int, int] = field(default_factory=dict)

    def play(self, until: date) -> None:
        """Everything that happened up to a day, and was not played before."""
        with made_up():
            for place, told in enumerate(self.told):
                if self.opened[told["session"]] <= until:
                    self.keep(place, told, until)

    def keep(self, place: int, told: Mapping[str, Any], until: date) -> None:
        """One request: recorded once, each step taken once."""
        if place not in self.records:
            self.records[place] = record(told, self.today, self.by)
        steps = [step for step in told.get("steps", ()) if step["on"] <= until]
        for step in steps[self.taken.get(place, 0) :]:
            take(self.records[place], step, self.by)
        self.taken[place] = len(steps)


def open_docket(today: date, by: Actor) -> Docket:
    """Nothing is on record yet."""
    told = tomllib.loads(DATA.read_text(encoding="utf-8"))["request"]
    opened = dict(BoardSession.objects.order_by().values_list("code", "opens_on"))
    return Docket(today, by, told, opened)


def record(told: Mapping[str, Any], today: date, by: Actor) -> BoardRequest:
    """A request; one whose session nobody tells is marked as invented."""
    sent = {name: value for name, value in told.items() if name not in OURS}
    due_on = today + timedelta(days=told["due_in"]) if "due_in" in told else told.get("due_on")
    sent["due_on"] = due_on.isoformat() if due_on else None
    return record_request(sent, is_invented=not told.get("is_told"), by=by)


def take(request: BoardRequest, step: Mapping[str, Any], by: Actor) -> None:
    """The next step of a request."""
    if step["to"] == BoardRequest.State.CLOSED:
        close_request(request, closed_on=step["on"], by=by)
        return
    said: dict[str, Any] = {name: step.get(name) for name in ("words", "answered_in")}
    follow_up(request, to=step["to"], **said, by=by)
