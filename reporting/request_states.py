"""How far a request of the Board is, and which step follows which: plain values.

A request is carried from round to round until it is closed. A step forward says what was
done; a step back is possible, and says why.
"""

from collections.abc import Mapping
from typing import Final

from reporting.models import BoardRequest

State = BoardRequest.State

STEPS: Final[Mapping[str, tuple[str, ...]]] = {
    State.OPEN: (State.UNDER_WAY, State.ANSWERED),
    State.UNDER_WAY: (State.ANSWERED, State.OPEN),
    State.ANSWERED: (State.CLOSED, State.UNDER_WAY),
    State.CLOSED: (State.UNDER_WAY,),
}
"""The steps from each state; the way out of `closed` is to reopen."""

ORDER: Final = (State.OPEN, State.UNDER_WAY, State.ANSWERED, State.CLOSED)


def next_steps(state: str) -> tuple[str, ...]:
    """The states that may follow."""
    return STEPS[state]


def is_back(before: str, after: str) -> bool:
    """Whether a step takes back what was said of the request."""
    return ORDER.index(State(after)) < ORDER.index(State(before))
