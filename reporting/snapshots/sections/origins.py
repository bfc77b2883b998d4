"""How many records of each kind stand in a publication, and by whose word."""

from collections import Counter
from collections.abc import Iterable, Iterator
from typing import Any, Final

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot

PROVENANCE: Final = ("document", "entered", "invented")


def origins(snapshot: Snapshot) -> list[Record]:
    """Each kind of record with its numbers by provenance and by certainty."""
    return [counted(kind, list(rows)) for kind, rows in kinds(snapshot)]


def counted(kind: str, rows: list[tuple[str, str | None]]) -> Record:
    """The numbers of one kind."""
    by_word = Counter(provenance for provenance, _certainty in rows)
    sure = Counter(certainty for _provenance, certainty in rows if certainty)
    return {
        "kind": kind,
        "records": len(rows),
        **{name: by_word[name] for name in PROVENANCE},
        "certainty": dict(sorted(sure.items())),
    }


def kinds(snapshot: Snapshot) -> Iterator[tuple[str, Iterable[tuple[str, str | None]]]]:
    """The kinds in the order of a page: what is asked, what is answered, what is on record."""
    records = snapshot.records
    countries = records["countries"]
    yield "items", items(records["checklist"])
    yield "answers", answers(snapshot)
    yield "figures", [("document", None) for _ in records["figures"]]
    yield "frameworks", sourced(records["frameworks"])
    yield (
        "engagement",
        sourced(each for row in records["frameworks"] for each in row["engagements"]),
    )
    yield "programme_documents", sourced(records["programme_documents"])
    yield "teams", [("document", row["office_certainty"]) for row in records["teams"]]
    yield "coverage", sourced(each for row in countries for each in row["coverage"])
    yield "presence", sourced(row["presence"] for row in countries if row["presence"])
    yield "contributions", sourced(each for row in countries for each in row["contributions"])
    yield "mechanisms", sourced(records["mechanisms"])
    yield "roles", sourced(role for row in records["mechanisms"] for role in row["roles"])
    yield "sessions", [(said_of(row["is_invented"]), None) for row in records["sessions"]]
    yield "documents", [("document", None) for _ in records["documents"]]
    yield "terms", [("document", row["certainty"]) for row in records["terms"]]


def sourced(rows: Iterable[Record]) -> list[tuple[str, str | None]]:
    """Records that carry their provenance."""
    return [(row["provenance"], row.get("certainty")) for row in rows]


def items(checklist: Record) -> list[tuple[str, str | None]]:
    """The items by the certainty of their wording; those of a reconstruction cite no document."""
    said = "entered" if checklist["is_reconstruction"] else "document"
    return [(said, item["certainty"]) for item in checklist["items"]]


def answers(snapshot: Snapshot) -> list[tuple[str, str | None]]:
    """In a demonstration every answer is made up; elsewhere the offices gave it."""
    head: Any = snapshot.records["publication"]
    said = "invented" if head["is_demonstration"] else "entered"
    return [(said, None) for _ in snapshot.records["answers"]]


def said_of(is_invented: bool) -> str:
    """A record that is either made up or from the documents of the Board."""
    return "invented" if is_invented else "document"
