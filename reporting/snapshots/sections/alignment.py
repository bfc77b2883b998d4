"""What sections hold of the rules of alignment: outcomes, and counts of them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.snapshots.plain import Record
from reporting.snapshots.snapshot import Snapshot

FINDING: Final = "finding"
SEVERITIES: Final = ("error", "warning", "info")
OUTCOMES: Final = (*SEVERITIES, "dismissed", "not_checkable", "passed")


def standing(row: Mapping[str, Any]) -> str:
    """What an outcome counts as: the weight of a finding that nobody set aside, or its kind."""
    if row["outcome"] != FINDING:
        return str(row["outcome"])
    return "dismissed" if row["dismissed"] else str(row["severity"])


def counted(rows: Iterable[Record]) -> dict[str, int]:
    """How many outcomes of each standing; those that could not be checked are no findings."""
    counts = dict.fromkeys(OUTCOMES, 0)
    for row in rows:
        counts[standing(row)] += 1
    return counts


def overview(snapshot: Snapshot) -> Record:
    """The counts of the whole, and of each rule."""
    by_rule = snapshot.findings_by_rule
    return {
        "counts": counted(snapshot.records["findings"]),
        "rules": [
            {**rule, "counts": counted(by_rule.get(rule["code"], []))}
            for rule in snapshot.records["alignment_rules"]
        ],
    }


def of_country(snapshot: Snapshot, iso3: str) -> Record:
    """Everything that the rules say of a country, its team's frameworks included."""
    return told(snapshot, snapshot.findings_by_country.get(iso3, []))


def of_office(snapshot: Snapshot, code: str, served: Iterable[str]) -> Record:
    """The findings on an office and on what it serves, and how many outcomes of each kind."""
    here = set(served)
    rows = [
        row
        for row in snapshot.records["findings"]
        if row["office"] == code or here.intersection(row["countries"])
    ]
    found = [row for row in rows if row["outcome"] == FINDING]
    return {**told(snapshot, found), "counts": counted(rows)}


def told(snapshot: Snapshot, rows: list[Record]) -> Record:
    """Outcomes with the rules that found something: what they compare, and their basis."""
    codes = {row["rule"] for row in rows if row["outcome"] == FINDING}
    rules = [rule for rule in snapshot.records["alignment_rules"] if rule["code"] in codes]
    return {"checked": rows, "rules": rules}
