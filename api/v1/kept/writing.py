"""One record from a body into the intake, and its faults back to where they are in the body."""

import re
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from typing import Any

from accounts.policy import Actor
from accounts.refusals import Invalid
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import PlannedRow, empty

ROW = re.compile(r"^/rows/\d+")


def create_one(
    kind: RecordKind, values: Mapping[str, Any], *, reason: str, by: Actor
) -> PlannedRow:
    """A new record; what names one on record is a fault."""
    with pointing_into_body():
        return save_rows(kind, [values], reason=reason, new=True, by=by).rows[0]


def save_one(kind: RecordKind, values: Mapping[str, Any], *, reason: str, by: Actor) -> PlannedRow:
    """Change a record that is named by its id."""
    with pointing_into_body():
        return save_rows(kind, [values], reason=reason, by=by).rows[0]


@contextmanager
def pointing_into_body() -> Iterator[None]:
    """The body is the row: a pointer begins at its field."""
    try:
        yield
    except Invalid as refusal:
        faults = [replace(fault, pointer=ROW.sub("", fault.pointer)) for fault in refusal.faults]
        raise Invalid(faults) from refusal


def whole(kind: RecordKind, values: Mapping[str, Any]) -> dict[str, Any]:
    """A field left out is empty; what acts or the secretariat alone change stays."""
    stays = {*kind.by_acts, *kind.reserved}
    nothing = {name: value for name, value in empty(kind).items() if name not in stays}
    for column in kind.columns:
        if any(part in values for part in column.parts):
            del nothing[column.name]
    return {**nothing, **values}
