"""The sections of a publication: one small module for each kind of page."""

from collections.abc import Callable, Iterator
from typing import Final

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import (
    answers,
    calendar,
    changes,
    constraints,
    contributions,
    correction,
    countries,
    findings,
    framework_ends,
    items,
    method,
    offices,
    overview,
    papers,
    pillars,
    register,
    requests,
    search,
    teams,
)
from reporting.snapshots.snapshot import Snapshot

Section = tuple[str, Record]

CUTTERS: Final[tuple[Callable[[Snapshot], Iterator[Section]], ...]] = (
    overview.cut,
    changes.cut,
    correction.cut,
    offices.cut,
    countries.cut,
    teams.cut,
    pillars.cut,
    items.cut,
    answers.cut,
    constraints.cut,
    register.cut,
    requests.cut,
    contributions.cut,
    framework_ends.cut,
    findings.cut,
    calendar.cut,
    method.cut,
    search.cut,
    papers.cut,
)


def cut(snapshot: Snapshot) -> dict[str, Record]:
    """Cut the records into what each page needs, all of it and nothing else."""
    return {
        key: {"about": snapshot.about, "headlines": snapshot.headlines.get(key, {}), **body}
        for cutter in CUTTERS
        for key, body in cutter(snapshot)
    }
