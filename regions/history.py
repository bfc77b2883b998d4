"""History written by database triggers: no path around it, ORM, bulk or raw SQL."""

from collections.abc import Callable
from typing import TypeVar

import pghistory
import pgtrigger
from django.db import models

Record = TypeVar("Record", bound=type[models.Model])


def recorded(*, exclude: list[str] | None = None) -> Callable[[Record], Record]:
    """Record each insert, update and delete of a model, append-only.

    The context (who, when, which request, why) is copied into each event, so an event
    never changes afterwards. Triggers fire once a statement: bulk writes stay cheap.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        pghistory.UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        exclude=exclude,
        level=pgtrigger.Statement,
    )
