"""The lists of a publication that a page shows part by part: one small module for each."""

from collections.abc import Callable, Iterator, Mapping
from typing import Final

from reporting.snapshots.lists import (
    answers,
    changes,
    contributions,
    countries,
    findings,
    found,
    framework_ends,
    frameworks,
    mechanism_roles,
    programme_documents,
    requests,
    teams,
)
from reporting.snapshots.lists.entries import Entry, as_rows
from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot

LISTS: Final[Mapping[str, Callable[[Snapshot], Iterator[Entry]]]] = {
    "answers": answers.entries,
    "changes": changes.entries,
    "countries": countries.entries,
    "requests": requests.entries,
    "teams": teams.entries,
    "pillars": found.pillars,
    "items": found.items,
    "offices": found.offices,
    "mechanisms": found.mechanisms,
    "sessions": found.sessions,
    "documents": found.documents,
    "contributions": contributions.entries,
    "frameworks": frameworks.entries,
    "framework-ends": framework_ends.entries,
    "programme-documents": programme_documents.entries,
    "mechanism-roles": mechanism_roles.entries,
    "findings": findings.entries,
}


def cut_lists(snapshot: Snapshot) -> dict[str, list[Record]]:
    """The rows of every list, by its name."""
    return {name: as_rows(name, list(entries(snapshot))) for name, entries in LISTS.items()}
