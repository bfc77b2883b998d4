"""The list of what became of every answer since the publication before."""

from collections.abc import Iterator, Mapping
from typing import Any, Final

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.movement import CHANGED, STAYED, UNCHANGED, has_changed
from reporting.snapshots.plain import Record
from reporting.snapshots.sections.shared import subject_names
from reporting.snapshots.snapshot import Moved, Snapshot

FIRST_WORDS: Final = 160
"""So many signs of an answer's words stand in the list; the whole stands in its place."""


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """One row for each answer, in the order of the checklist, offices and names."""
    pillars = {code: place for place, code in enumerate(snapshot.pillars)}
    items = {code: place for place, code in enumerate(snapshot.items)}
    for change in snapshot.changes:
        row = change.answer
        yield Entry(
            key=f"{row['item']} {row['subject']}",
            body=body(snapshot, change),
            names={"en": row["subject"], **subject_names(snapshot, row)},
            facets={
                "change": kinds(change),
                **{name: row[name] for name in ("pillar", "office", "item")},
            },
            before=(
                pillars.get(row["pillar"], len(pillars)),
                items.get(row["item"], len(items)),
                row["item"],
                snapshot.place_of(row["office"]),
            ),
        )


def kinds(change: Moved) -> list[str]:
    """What the row is found by: its move, marks of its evidence, whether it changed or stayed."""
    changed = [CHANGED] if has_changed(change.move, change.marks) else []
    stayed = [STAYED] if change.move in UNCHANGED else []
    return [change.move, *change.marks, *changed, *stayed]


def body(snapshot: Snapshot, change: Moved) -> Record:
    """From what to what, whose answer it is, its first words, and what proves it."""
    row = change.answer
    team = snapshot.teams.get(row["team"] or "")
    kept = ("item", "subject", "level", "office", "team")
    return {
        **{name: row[name] for name in kept},
        "names": subject_names(snapshot, row),
        "countries": team["countries"] if team else [],
        "before": change.before,
        "kind": row["kind"] if change.now else None,
        "move": change.move,
        "marks": change.marks,
        "item_is_new": change.item_is_new,
        "words": first_words(row) if change.now else "",
        "language": row.get("language", ""),
        "evidence": row.get("evidence", []) if change.now else [],
    }


def first_words(answer: Mapping[str, Any]) -> str:
    """The beginning of what the office wrote, or of its reason; cut between words where it can."""
    text = answer.get("narrative") or answer.get("not_applicable_reason") or ""
    if len(text) <= FIRST_WORDS:
        return text
    return f"{cut_between_words(text[:FIRST_WORDS])}…"


def cut_between_words(text: str) -> str:
    """Without the last, broken word; a script that has no spaces is cut as it is."""
    whole, _space, broken = text.rpartition(" ")
    return (whole if whole and len(broken) < len(text) // 2 else text).rstrip(" ,;:.")
