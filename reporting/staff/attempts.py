"""An act tried from a form: done, or refused with every fault at its control."""

from collections.abc import Callable
from typing import Any

from accounts.refusals import Invalid, Refused, Stale
from reporting.staff.judged import Judged, Values


def attempt(
    form: Judged, act: Callable[[], Any], stands: Callable[[Any], Values] = lambda _current: {}
) -> tuple[Any, Refused | None]:
    """Do it when the form was sent; `stands` gives what is on record now to a form that is late."""
    if not form.is_bound or not form.is_valid():
        return None, None
    try:
        return act(), None
    except Invalid as invalid:
        form.take(invalid.faults)
    except Stale as stale:
        form.overtake(stands(stale.current))
        return None, stale
    except Refused as refusal:
        return None, refusal
    return None, None
