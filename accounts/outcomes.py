"""What would become of lines or rows that were sent, told alike behind every door."""

from collections.abc import Sequence
from dataclasses import Field, replace
from enum import StrEnum
from typing import Any, ClassVar, Protocol, TypeVar

from accounts.refusals import Fault, number_within


class Outcome(StrEnum):
    """What a line, or a row, would do to what is on record."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REJECTED = "rejected"


class Numbered(Protocol):
    """One of many that were sent, counted from 1: a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def number(self) -> int: ...


class Planned(Protocol):
    """A plan of many with the faults in them: a frozen dataclass."""

    __dataclass_fields__: ClassVar[dict[str, Field[Any]]]

    @property
    def faults(self) -> list[Fault]: ...


One = TypeVar("One", bound=Numbered)
Plan = TypeVar("Plan", bound=Planned)


def rejected(planned: Sequence[One], faults: Sequence[Fault], many: str) -> list[One]:
    """The `many` as planned, those with a fault rejected: they would change nothing."""
    bad = {number_within(fault, many) for fault in faults}
    nothing: dict[str, Any] = {"outcome": Outcome.REJECTED, "differences": {}}
    return [replace(each, **nothing) if each.number in bad else each for each in planned]


def in_order(faults: Sequence[Fault], many: str) -> list[Fault]:
    """The faults by what they are about; those of the whole come first."""
    return sorted(faults, key=lambda fault: number_within(fault, many))


def with_faults(plan: Plan, more: Sequence[Fault], many: str) -> Plan:
    """The plan with faults that were found before it; they reject what they are about, too."""
    faults = in_order([*more, *plan.faults], many)
    changed: dict[str, Any] = {many: rejected(getattr(plan, many), more, many), "faults": faults}
    return replace(plan, **changed)
