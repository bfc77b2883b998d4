"""What stands in the way of an act on a request, the same for page, API and act."""

from django.utils.translation import gettext as _

from accounts.refusals import Blocker
from reporting.models import BoardRequest
from reporting.request_states import next_steps

State = BoardRequest.State


def to_change(request: BoardRequest) -> list[Blocker]:
    """What was closed is reopened before it is changed: the Board was told how it ended."""
    if request.state != State.CLOSED:
        return []
    return [Blocker("request_closed", _("The request is closed. Reopen it first."))]


def to_follow_up(request: BoardRequest, to: str | None = None) -> list[Blocker]:
    """Somebody owns what is under way; a step follows the state, or the state stays."""
    found = to_change(request)
    if found or to is None or to == request.state:
        return found
    if to == State.CLOSED or to not in next_steps(request.state):
        found.append(not_next(request))
    if to != State.OPEN and not (request.owner_id or request.owner_name):
        words = _("The request has no owner. Name an office or a person first.")
        found.append(Blocker("no_owner", words))
    return found


def to_close(request: BoardRequest) -> list[Blocker]:
    """Only an answered request is closed."""
    if request.state == State.CLOSED:
        return [Blocker("request_closed", _("The request is closed already."))]
    return [] if State.CLOSED in next_steps(request.state) else [not_next(request)]


def to_reopen(request: BoardRequest) -> list[Blocker]:
    """Only a closed request is reopened."""
    if request.state == State.CLOSED:
        return []
    return [Blocker("request_not_closed", _("The request is not closed."))]


def not_next(request: BoardRequest) -> Blocker:
    """Which steps follow."""
    steps = [str(State(each).label) for each in next_steps(request.state)]
    facts = {"state": request.get_state_display(), "steps": ", ".join(steps)}
    words = _("The request is %(state)s. After that it can be: %(steps)s.")
    return Blocker("request_step_not_next", words % facts)
