"""The list of UN-Habitat's roles in regional mechanisms, by office and mechanism."""

from collections.abc import Iterator
from typing import Final

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import register
from reporting.snapshots.snapshot import Snapshot

NO_ROLE: Final = "none"


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every role; a mechanism in which none is on record stands there by itself."""
    for place, mechanism in enumerate(snapshot.records["mechanisms"]):
        for role in mechanism["roles"] or (None,):
            kind = role["role"] if role else NO_ROLE
            yield Entry(
                key=f"{mechanism['code'][:36]}/{place}/{kind}",
                body=role_of(snapshot, mechanism, role),
                names=mechanism["names"],
                facets={"office": mechanism["office"], "kind": mechanism["kind"], "role": kind},
                before=(snapshot.place_of(mechanism["office"]),),
                texts=[role["topic"], role["partners"], *role["countries"]] if role else [],
            )


def role_of(snapshot: Snapshot, mechanism: Record, role: Record | None) -> Record:
    """A role with its mechanism; the first of its countries by name, the others by code."""
    kept = ("code", "names", "kind", "office", "source", "provenance")
    row = {name: mechanism[name] for name in kept}
    return {**row, "role": role and register.role(snapshot, role)}
