"""The sections of the register: frameworks, programme documents, mechanisms.

Their records are lists; the sections hold what stands over them and does not grow with them.
"""

from collections.abc import Iterator

from reporting.framework_ends import by_horizon
from reporting.register_counts import counted
from reporting.selecting import with_coverage
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.sections.framework_ends import ends
from reporting.snapshots.snapshot import Snapshot


def cut(snapshot: Snapshot) -> Iterator[tuple[str, Record]]:
    """What stands over the lists of the register."""
    offices = {"offices": [shared.office_names(snapshot, code) for code in snapshot.offices]}
    yield "frameworks", {**offices, **frameworks(snapshot)}
    yield "programme-documents", {**offices, **programme_documents(snapshot)}
    yield "mechanisms", {**offices, "counts": mechanism_counts(snapshot)}


def frameworks(snapshot: Snapshot) -> Record:
    """The counts of frameworks by office, and the ends that lie ahead."""
    rows = snapshot.records["frameworks"]
    return {
        "counts": counted("frameworks", rows, snapshot.offices, snapshot.day),
        "horizons": by_horizon(ends(snapshot), snapshot.date),
        "span": shared.span(rows),
        "total": len(rows),
        "extended": sum(row["original_ends_on"] is not None for row in rows),
    }


def programme_documents(snapshot: Snapshot) -> Record:
    """The counts of programme documents by office, and of how many the period is known."""
    rows = snapshot.records["programme_documents"]
    placed = with_coverage(rows, snapshot.records["countries"])
    beside = (shared.frameworks_of(snapshot, snapshot.countries[row["country"]]) for row in rows)
    return {
        "counts": counted("programme-documents", placed, snapshot.offices, snapshot.day),
        "span": shared.span([*rows, *(each for found in beside for each in found)]),
        "total": len(rows),
        "dated": sum(None not in (row["starts_on"], row["ends_on"]) for row in rows),
    }


def mechanism_counts(snapshot: Snapshot) -> list[Record]:
    """How many mechanisms each region has, and UN-Habitat's roles in them; first the whole."""
    rows = snapshot.records["mechanisms"]
    return [
        {"office": office, **role_counts([row for row in rows if office in (None, row["office"])])}
        for office in (None, *snapshot.offices)
    ]


def role_counts(mechanisms: list[Record]) -> Record:
    """The mechanisms, those with a role, the roles by kind, and those that name countries."""
    roles = [role for row in mechanisms for role in row["roles"]]
    kinds = sorted({role["role"] for role in roles})
    return {
        "mechanisms": len(mechanisms),
        "with_role": sum(bool(row["roles"]) for row in mechanisms),
        "roles": {kind: sum(role["role"] == kind for role in roles) for kind in kinds},
        "for_countries": sum(bool(role["countries"]) for role in roles),
    }


def mechanisms(snapshot: Snapshot) -> list[Record]:
    """Every mechanism with its roles, and whom they support."""
    return [
        {**row, "roles": [role(snapshot, each) for each in row["roles"]]}
        for row in snapshot.records["mechanisms"]
    ]


def role(snapshot: Snapshot, row: Record) -> Record:
    """A role with the countries it supports, the first of them by name."""
    return {**row, **shared.first_named(snapshot, row["countries"])}
