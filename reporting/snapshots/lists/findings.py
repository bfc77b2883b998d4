"""The list of what the rules of alignment say, the weightiest first."""

from collections.abc import Iterator, Mapping
from typing import Any

from reporting.snapshots.lists.entries import Entry
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.sections.alignment import OUTCOMES, SEVERITIES, standing
from reporting.snapshots.snapshot import Snapshot


def entries(snapshot: Snapshot) -> Iterator[Entry]:
    """Every outcome: found, set aside, not checkable, met."""
    subjects = about(snapshot)
    offices = {row["iso3"]: snapshot.office_of(row) for row in snapshot.records["countries"]}
    for row in snapshot.records["findings"]:
        yield Entry(
            key=f"{row['rule']}/{row['subject']}",
            body=body(snapshot, row, subjects),
            names=names(snapshot, row),
            facets=facets(row, offices),
            before=(OUTCOMES.index(standing(row)), row["rule"]),
            texts=[row["rule"], *row["countries"]],
        )


def body(snapshot: Snapshot, row: Record, subjects: Mapping[str, Record]) -> Record:
    """An outcome with the record it is about, and the first of its countries by name."""
    return {
        **row,
        **shared.first_named(snapshot, row["countries"]),
        "about": subjects.get(row["subject"]),
    }


def about(snapshot: Snapshot) -> dict[str, Record]:
    """The periods of the records that outcomes are about, by their address."""
    kinds = {"frameworks": "frameworks", "programme-documents": "programme_documents"}
    return {
        f"{kind}/{row['id']}": {name: row[name] for name in ("id", "starts_on", "ends_on")}
        for kind, records in kinds.items()
        for row in snapshot.records[records]
    }


def names(snapshot: Snapshot, row: Record) -> dict[str, str]:
    """What the outcome is sorted by: its first country, else its office."""
    if row["countries"]:
        found: dict[str, str] = snapshot.countries[row["countries"][0]]["names"]
        return found
    office: Any = snapshot.offices.get(row["office"] or "", {})
    return dict(office.get("names", {"en": row["subject"]}))


def facets(row: Record, offices: Mapping[str, str | None]) -> dict[str, str | list[str]]:
    """An outcome belongs to its office and to those that serve its countries.

    The weight is borne by findings that nobody set aside: they are what is counted by weight.
    """
    state = standing(row)
    served = {offices[iso3] for iso3 in row["countries"]}
    return {
        "rule": row["rule"],
        "outcome": "finding" if state in SEVERITIES else state,
        "severity": [state] if state in SEVERITIES else [],
        "office": sorted(code for code in {row["office"], *served} if code),
        "country": list(row["countries"]),
    }
