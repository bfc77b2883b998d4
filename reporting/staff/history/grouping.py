"""Events that one act made together are one entry: a round that opens is not 3,000 lines."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime
from itertools import groupby
from typing import Any, Final

from django.urls import reverse

from accounts.past import LABELS, author
from reporting.staff.history.kinds import KINDS
from reporting.staff.history.reading import Line

SHOWN: Final = 3


@dataclass(frozen=True)
class Subject:
    """A record that an entry is about, with the way to its history."""

    name: str
    url: str


@dataclass(frozen=True)
class Entry:
    """What one person did to records of one kind at one time."""

    at: datetime
    by: str
    label: str
    kind: str
    subjects: list[Subject]
    more: int
    why: str
    request_id: str


def entries(lines: Iterable[Line], people: Mapping[int, str]) -> list[Entry]:
    """Neighbouring events of one act, told as one."""
    return [entry(list(group), people) for _key, group in groupby(lines, key=act_of)]


def act_of(line: Line) -> tuple[Any, ...]:
    """Events of one transaction carry one time."""
    context = line.context
    return line.at, line.kind, line.label, context.get("user"), context.get("request_id")


def entry(lines: list[Line], people: Mapping[int, str]) -> Entry:
    """One entry, with its first few records by name."""
    first = lines[0]
    subjects = list({line.record: subject(line) for line in lines}.values())
    return Entry(
        at=first.at,
        by=author(first.context, people),
        label=str(LABELS.get(first.label, first.label)),
        kind=str(KINDS[first.kind].title),
        subjects=subjects[:SHOWN],
        more=max(len(subjects) - SHOWN, 0),
        why=first.context.get("reason") or "",
        request_id=first.context.get("request_id") or "",
    )


def subject(line: Line) -> Subject:
    """A record by its name."""
    address = reverse("history-record", args=[line.kind, line.record])
    return Subject(line.name or line.record, address)
