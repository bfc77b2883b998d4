"""The list of published answers, by item, office and name: where every number of a page ends."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from checklist.compliance import HELD_BACK, Verdict
from checklist.models.answers import GLOBAL_SUBJECT
from reporting.constraint_groups import groups_of
from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.next_steps import due
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

NOT_FULL: Final = "not_full"
"""Beside the kind of an answer: those that are assessed and not full."""

COUNTED: Final = "counted"
"""Beside the kind of an answer: those that count in shares."""


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every answer with what it was before; its words are what a search looks in."""
    items = {code: place for place, code in enumerate(snapshot.items)}
    day = snapshot.records["register_as_of"]
    for answer in snapshot.records["answers"]:
        if answer["item"] in items:
            yield Entry(
                key=f"{answer['item']}:{answer['subject']}",
                body=listed(snapshot, answer),
                names=names(snapshot, answer),
                facets=facets(answer, day),
                before=(items[answer["item"]], snapshot.place_of(answer["office"])),
                texts=list(texts(answer)),
            )


def texts(answer: Record) -> Iterator[str]:
    """What was written, and what the evidence is called."""
    for name in ("narrative", "next_step", "not_applicable_reason"):
        yield answer.get(name) or ""
    for each in answer.get("evidence") or ():
        yield from (each["title"], each["reference"])


def listed(snapshot: Snapshot, answer: Record) -> Record:
    """An answer under the team that it is about, if it is about one."""
    return {
        **snapshot.beside_before(answer),
        "who": shared.team_names(snapshot, answer["team"]),
    }


def names(snapshot: Snapshot, answer: Record) -> Mapping[str, str]:
    """The names of whoever it is about; the whole organisation stands first by its office."""
    if answer["subject"] == GLOBAL_SUBJECT:
        return {"en": GLOBAL_SUBJECT}
    place = snapshot.teams.get(answer["team"]) or snapshot.offices[answer["office"]]
    found: Mapping[str, str] = place["names"]
    return found


def facets(answer: Record, day: str) -> dict[str, Any]:
    """What the list is narrowed by."""
    constraints = answer.get("constraints", [])
    return {
        "office": answer["office"],
        "pillar": answer["pillar"],
        "item": answer["item"],
        "kind": kinds(answer["kind"]),
        "constraint": constraints if answer["kind"] in HELD_BACK else [],
        "reason": groups_of(constraints) if answer["kind"] in HELD_BACK else [],
        "asked": answer["level"],
        "due": due(answer, day) if answer["kind"] in HELD_BACK else None,
    }


def kinds(kind: str) -> list[str]:
    """The kind, and the two groups of kinds that pages count."""
    held = [NOT_FULL] if kind in HELD_BACK else []
    counted = [] if kind == Verdict.NOT_APPLICABLE else [COUNTED]
    return [kind, *held, *counted]
