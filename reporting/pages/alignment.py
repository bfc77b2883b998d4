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
from reporting.pages.words import number, sentences

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


def alignment_counts(part: Row | None) -> AlignmentCounts | None:
    """The counts of the whole; none where a publication was made before there were any."""
    if part is None or not part["rules"]:
        return None
    counts = part["counts"]
    note = sentences(f"{counts_words(counts)}.", as_statement(unchecked_words(counts)))
    return AlignmentCounts(title(counts), note, [rule_counts(row) for row in part["rules"]])


def as_statement(words: str) -> str:
    """Words with a full stop, or nothing."""
    return f"{words}." if words else ""


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
    note = sentences(f"{counts_words(counts)}.", as_statement(unchecked_words(counts)))
    url = reading.to("countries", {"office": reading.section["office"]["code"]})
    said = reading.says("findings", title(counts), *counts.values())
    return OfficeFindings(said, note, found, rest(part["open"] - len(found)), url)


def country_links(reading: Reading, row: Row, names: Mapping[str, str]) -> list[Link]:
    """The countries of this office that a finding concerns."""
    here = [iso3 for iso3 in row["countries"] if iso3 in names]
    return [Link(names[iso3], reading.to("country", code=iso3)) for iso3 in here]


def rest(more: int) -> str:
    """How many are not in the list; they stand on the pages of their countries."""
    if more <= 0:
        return ""
    words = ngettext(
        "%(n)s more finding stands on the page of its country.",
        "%(n)s more findings stand on the pages of their countries.",
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
