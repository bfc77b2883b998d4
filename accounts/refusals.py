"""Refusals in words, the same for page and API: not allowed, blocked, stale, invalid."""

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any


@dataclass(frozen=True)
class Blocker:
    """What stands in the way of an act: a stable code and words for people."""

    code: str
    message: str


@dataclass(frozen=True)
class Fault:
    """A fault in what was sent: where (JSON pointer), a stable code, and words."""

    pointer: str
    code: str
    message: str


def number_within(fault: Fault, many: str) -> int:
    """Which of many a fault is about, from 1: `/rows/3/kind` is about row 4.

    Nought for what was sent as a whole.
    """
    parts = fault.pointer.split("/")
    return int(parts[2]) + 1 if parts[1:2] == [many] else 0


class Refused(Exception):
    """An act was refused; nothing was changed."""

    def __init__(self, code: str, message: str) -> None:
        super().__init__(code)
        self.code = code
        self.message = message


class NotAllowed(Refused):
    """This role, or this person, may not do it (403)."""


class Blocked(Refused):
    """The state does not permit it (409); `blockers` say what is in the way."""

    def __init__(self, blockers: Sequence[Blocker]) -> None:
        super().__init__(blockers[0].code, blockers[0].message)
        self.blockers = list(blockers)


class Stale(Refused):
    """Somebody else changed it since (412, or 409 in a submission); `current` is what stands."""

    def __init__(self, code: str, message: str, current: Any) -> None:
        super().__init__(code, message)
        self.current = current


@dataclass
class Faults:
    """Faults gathered while reading a whole input, so that every one can be named."""

    found: list[Fault] = field(default_factory=list)

    def add(self, pointer: str, code: str, message: str) -> None:
        """Note one more fault and go on."""
        self.found.append(Fault(pointer, code, message))


class Invalid(Refused):
    """What was sent cannot be taken (422); every fault is named, nothing is stored."""

    def __init__(self, faults: Sequence[Fault]) -> None:
        super().__init__("invalid", faults[0].message)
        self.faults = list(faults)
