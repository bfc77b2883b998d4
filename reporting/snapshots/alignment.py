"""Rules of alignment and what they say, as a publication keeps them: facts, in no language.

The words are made when a page is read, in the reader's language, so that a publication says
the same in all six.
"""

from datetime import date
from typing import Final

from programmes.alignment.checking import Checked, check
from programmes.alignment.outcomes import Kind, plain
from programmes.models import AlignmentRule
from reporting.snapshots.plain import Record, records

SETTING = ("code", "condition", "basis", "severity", "lesser_severity", "is_on", "off_reason")


OF_ANSWERS: Final = frozenset({"A28", "A29"})
"""Rules on answers that were handed over: what is not accepted is not published, nor told of."""


def read_rules() -> list[Record]:
    """The rules as the secretariat has set them, those that are off with the reason."""
    rows = records(AlignmentRule.objects.order_by("code"), *SETTING, "parameters")
    for row in rows:
        row["parameters"] = {name: plain(value) for name, value in row["parameters"].items()}
    return rows


def published_rules() -> list[Record]:
    """Those of which a publication tells."""
    return [row for row in read_rules() if row["code"] not in OF_ANSWERS]


def read_findings(day: date) -> list[Record]:
    """What every rule says of every record, on a day; answers are published by themselves."""
    return [as_record(each) for each in check(day) if each.rule not in OF_ANSWERS]


def as_record(checked: Checked) -> Record:
    """One outcome: a finding with its facts, what could not be checked with what is missing."""
    named = {
        "rule": checked.rule,
        "outcome": str(checked.outcome),
        "subject": checked.subject,
        "countries": list(checked.countries),
        "office": checked.office,
    }
    if checked.outcome is Kind.FINDING:
        return {**named, **found(checked)}
    return {**named, **({"missing": list(checked.missing)} if checked.missing else {})}


def found(checked: Checked) -> Record:
    """What was found; a finding that was set aside keeps reason and day, and nobody's name."""
    set_aside = checked.dismissal
    holds = set_aside is not None and set_aside.holds
    return {
        "severity": checked.severity,
        "says": checked.says,
        "facts": dict(checked.facts),
        "objects": list(checked.objects),
        "dismissed": {"reason": set_aside.reason, "on": set_aside.on.isoformat()}
        if set_aside and holds
        else None,
    }
