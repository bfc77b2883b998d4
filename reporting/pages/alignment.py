"""Counts of findings, and the short lists of an office, as the Board's pages show them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from reporting.pages.editions import Reading
from reporting.pages.findings import (
    ShownFinding,
    counts_words,
    in_order,
    shown_finding,
    title,
    title_of,
    unchecked_words,
)
from reporting.pages.parts import Link, named
from reporting.pages.words import as_sentence, number, sentences
from reporting.snapshots.sections.alignment import FINDING

Row = Mapping[str, Any]


@dataclass(frozen=True)
class RuleCounts:
    """A rule with the number of its outcomes."""

    code: str
    title: str
    errors: int
    warnings: int
    information: int
    dismissed: int
    not_checkable: int
    passed: int
    is_on: bool = True
    off_reason: str = ""
    url: str = ""


@dataclass(frozen=True)
class AlignmentCounts:
    """All rules with their counts, and the whole in words."""

    title: str
    note: str
    rules: list[RuleCounts]
    url: str


@dataclass(frozen=True)
class OfficeFinding:
    """A finding with the countries it concerns."""

    countries: list[Link]
    finding: ShownFinding


@dataclass(frozen=True)
class OfficeFindings:
    """The weightiest findings of an office, and how many more there are."""

    title: str
    note: str
    rows: list[OfficeFinding]
    rest: str
    rest_url: str


def alignment_counts(reading: Reading) -> AlignmentCounts | None:
    """The counts of the whole, which lead to the list of them; none where no rule was set."""
    part = reading.section.get("alignment")
    if part is None or not part["rules"]:
        return None
    counts = part["counts"]
    note = counts_note(counts)
    rules = [rule_counts(row, rule_address(reading, row["code"])) for row in part["rules"]]
    return AlignmentCounts(title(counts), note, rules, reading.to("findings"))


def rule_address(reading: Reading, code: str) -> str:
    """Where all that a rule says is listed."""
    return reading.to("findings", {"rule": code}) + "#findings"


def counts_note(counts: Mapping[str, int]) -> str:
    """The findings, and beside them what could not be checked, as sentences."""
    unchecked = unchecked_words(counts)
    return sentences(as_sentence(counts_words(counts)), as_sentence(unchecked) if unchecked else "")


def rule_counts(row: Row, url: str = "") -> RuleCounts:
    """One rule."""
    counts = row["counts"]
    return RuleCounts(
        code=row["code"],
        title=title_of(row["code"], row),
        errors=counts["error"],
        warnings=counts["warning"],
        information=counts["info"],
        dismissed=counts["dismissed"],
        not_checkable=counts["not_checkable"],
        passed=counts["passed"],
        is_on=row["is_on"],
        off_reason=row["off_reason"],
        url=url,
    )


def office_findings(reading: Reading) -> OfficeFindings | None:
    """What concerns an office and the countries it serves; older publications have none."""
    part = reading.section.get("alignment")
    if part is None:
        return None
    rules = {rule["code"]: rule for rule in part["rules"]}
    names = {row["iso3"]: named(row) for row in part["countries"]}
    found = [
        OfficeFinding(country_links(reading, row, names), shown_finding(row, rules, {}))
        for row in in_order(part["checked"])
    ]
    counts = part["counts"]
    note = counts_note(counts)
    here = {"office": reading.section["office"]["code"], "outcome": FINDING}
    url = reading.to("findings", here) + "#findings"
    said = reading.says("findings", title(counts), *counts.values())
    return OfficeFindings(said, note, found, rest(part["open"] - len(found)), url)


def country_links(reading: Reading, row: Row, names: Mapping[str, str]) -> list[Link]:
    """The countries of this office that a finding concerns."""
    here = [iso3 for iso3 in row["countries"] if iso3 in names]
    return [Link(names[iso3], reading.to("country", code=iso3)) for iso3 in here]


def rest(more: int) -> str:
    """How many are not in this short list."""
    if more <= 0:
        return ""
    words = ngettext(
        "%(n)s more finding stands in the list of all findings.",
        "%(n)s more findings stand in the list of all findings.",
        more,
    )
    return words % {"n": number(more)}


def document_counts(counts: Mapping[str, int] | None) -> str:
    """The findings on one programme document in a cell; a dash where it was not checked."""
    if counts is None or not any(counts.values()):
        return ""
    return counts_words(counts)


def document_unchecked(counts: Mapping[str, int] | None) -> str:
    """How much of one programme document could not be checked."""
    return unchecked_words(counts) if counts else ""
