"""History written by database triggers: no path around it, ORM, bulk or raw SQL."""

from collections.abc import Callable
from typing import Any, TypeVar

import pghistory
import pghistory.trigger
import pgtrigger
from django.db import models

Record = TypeVar("Record", bound=type[models.Model])


class PlannedForMany(pghistory.trigger.Event):
    """The event of an update, whose rows before and after are matched by hashing.

    PostgreSQL keeps the plan that the first statement of a connection gave it. Made for
    one row it compares each row with each other: 2,400 rows took longer than the time
    limit of a statement. So the nested loop is off while this plan is made.
    """

    def get_func(self, model: Any) -> pgtrigger.Func:
        """The library's statement, between switching the nested loop off and on again."""
        switch = "PERFORM set_config('enable_nestloop', '{}', true); "
        off, on = switch.format("off"), switch.format("on")
        statement = super().get_func(model).func
        return pgtrigger.Func(off + statement.replace("RETURN NULL;", f"{on}RETURN NULL;"))


class UpdateEvent(pghistory.UpdateEvent):
    """An update, recorded as quickly for thousands of rows as for one."""

    def add_event_trigger(self, event_model: Any) -> None:
        """As the library registers it, with a plan for many rows."""
        event = PlannedForMany(
            event_model=event_model,
            label=self.label,
            name=self.trigger_name,
            row=self.row,
            operation=self.operation,
            condition=self.condition,
            level=self.level,
        )
        pgtrigger.register(event)(event_model.pgh_tracked_model)


def recorded(*, exclude: list[str] | None = None) -> Callable[[Record], Record]:
    """Record each insert, update and delete of a model, append-only.

    The context (who, when, which request, why) is copied into each event, so an event
    never changes afterwards. Triggers fire once a statement: bulk writes stay cheap.
    """
    return pghistory.track(
        pghistory.InsertEvent(),
        UpdateEvent(),
        pghistory.DeleteEvent(),
        append_only=True,
        context_field=pghistory.ContextJSONField(),
        context_id_field=pghistory.ContextUUIDField(),
        exclude=exclude,
        level=pgtrigger.Statement,
    )
