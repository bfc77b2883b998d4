"""What sections hold of the rules of alignment: outcomes, and counts of them."""

from collections.abc import Iterable, Mapping
from typing import Any, Final

from reporting.snapshots.plain import Record
from reporting.snapshots.sections import shared
from reporting.snapshots.snapshot import Snapshot

FINDING: Final = "finding"
MOST: Final = 30
"""So many findings stand on the page of an office; the rest on those of its countries."""
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
    """The weightiest findings on an office and on what it serves; all outcomes are counted."""
    here = set(served)
    rows = [
        row
        for row in snapshot.records["findings"]
        if row["office"] == code or here.intersection(row["countries"])
    ]
    found = weightiest(row for row in rows if row["outcome"] == FINDING and not row["dismissed"])
    shown = found[:MOST]
    named = sorted(here.intersection(iso3 for row in shown for iso3 in row["countries"]))
    return {
        **told(snapshot, shown),
        "counts": counted(rows),
        "open": len(found),
        "countries": [shared.country_names(snapshot, iso3) for iso3 in named],
    }


def weightiest(rows: Iterable[Mapping[str, Any]]) -> list[Any]:
    """Findings, errors first."""
    order = {severity: place for place, severity in enumerate(SEVERITIES)}
    return sorted(rows, key=lambda row: (order[row["severity"]], row["rule"], row["subject"]))


def told(snapshot: Snapshot, rows: list[Record]) -> Record:
    """Outcomes with the rules that found something: what they compare, and their basis."""
    codes = {row["rule"] for row in rows if row["outcome"] == FINDING}
    rules = [rule for rule in snapshot.records["alignment_rules"] if rule["code"] in codes]
    return {"checked": rows, "rules": rules}
