"""What the pages of alignment show: the whole by rule, one rule, one office, one country."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any, Final

from django.urls import reverse

from regions.languages import in_language
from reporting.pages.alignment import RuleCounts, rule_counts
from reporting.pages.findings import (
    Findings,
    counts_words,
    findings,
    found_words,
    in_order,
    record_names,
    unchecked_words,
)
from reporting.pages.parts import Link
from reporting.pages.timeline import Timeline, timeline_of
from reporting.snapshots.plain import Record
from reporting.snapshots.sections import alignment
from reporting.snapshots.sections.offices import served_by
from reporting.snapshots.snapshot import Snapshot
from reporting.staff.alignment.records import Desk, Listed

Row = Mapping[str, Any]
FINDINGS: Final = frozenset({"error", "warning", "info"})


@dataclass(frozen=True)
class GroupCounts:
    """An office or a country with the number of its outcomes."""

    link: Link
    counts: dict[str, int]


@dataclass(frozen=True)
class Summary:
    """All rules and all offices with their counts."""

    title: str
    note: list[str]
    rules: list[RuleCounts]
    offices: list[GroupCounts]


def summary(snapshot: Snapshot, asked: Mapping[str, str]) -> Summary:
    """The counts of what passes the filters; a rule without any of it is left out."""
    rows = list(of_office(snapshot, asked.get("office")))
    rows = [row for row in rows if passes(row, asked)]
    narrowed = Snapshot({**snapshot.records, "findings": rows})
    part = alignment.overview(narrowed)
    is_narrowed = bool(asked)
    rules = [row for row in part["rules"] if not is_narrowed or any(row["counts"].values())]
    return Summary(
        title=found_words(part["counts"]),
        note=note_of(part["counts"]),
        rules=[rule_counts(row, reverse("alignment-rule", args=[row["code"]])) for row in rules],
        offices=list(by_office(snapshot, rows)),
    )


def of_office(
    snapshot: Snapshot, code: str | None, rows: Iterable[Record] | None = None
) -> Iterable[Record]:
    """What is on an office, or on a country that it serves; everything without an office."""
    rows = snapshot.records["findings"] if rows is None else rows
    if code is None:
        return rows
    here = {each["iso3"] for each in served_by(snapshot, code)}
    return [row for row in rows if row["office"] == code or not here.isdisjoint(row["countries"])]


def passes(row: Record, asked: Mapping[str, str]) -> bool:
    """Whether an outcome passes the filters by weight and by outcome."""
    kind = alignment.standing(row)
    weight, outcome = asked.get("severity"), asked.get("outcome")
    if weight not in (None, row.get("severity")):
        return False
    return outcome in (None, kind) or (outcome == "finding" and kind in FINDINGS)


def by_office(snapshot: Snapshot, rows: list[Record]) -> Iterable[GroupCounts]:
    """Each office of which there is anything, with the way to its page."""
    for code, office in snapshot.offices.items():
        counts = alignment.counted(of_office(snapshot, code, rows))
        if any(counts.values()):
            url = reverse("alignment-office", args=[code])
            yield GroupCounts(Link(in_language(office["area_names"]), url), counts)


def note_of(counts: Mapping[str, int]) -> list[str]:
    """The counts in words: what was found, and what could not be checked."""
    return [each for each in (counts_words(counts), unchecked_words(counts)) if each]


@dataclass(frozen=True)
class RulePage:
    """What one rule says of everything."""

    counts: RuleCounts
    open: list[Listed]
    dismissed: list[Listed]
    unchecked: list[Listed]


def rule_page(desk: Desk, code: str) -> RulePage:
    """Every finding of a rule, what could not be checked, what was set aside."""
    rows = desk.snapshot.findings_by_rule.get(code, [])
    rule = next(row for row in desk.snapshot.records["alignment_rules"] if row["code"] == code)
    found = in_order(rows)
    return RulePage(
        counts=rule_counts({**rule, "counts": alignment.counted(rows)}),
        open=desk.shown(row for row in found if not row["dismissed"]),
        dismissed=desk.shown(row for row in found if row["dismissed"]),
        unchecked=desk.unchecked(rows),
    )


@dataclass(frozen=True)
class OfficePage:
    """What the rules say of an office and of each country it serves."""

    name: str
    title: str
    note: list[str]
    countries: list[GroupCounts]
    open: list[Listed]


def office_page(desk: Desk, code: str) -> OfficePage:
    """The findings of an office, and its countries with their counts."""
    snapshot = desk.snapshot
    served = [row["iso3"] for row in served_by(snapshot, code)]
    part = alignment.of_office(snapshot, code, served)
    groups = [
        GroupCounts(
            desk.country(iso3), alignment.counted(snapshot.findings_by_country.get(iso3, []))
        )
        for iso3 in served
    ]
    return OfficePage(
        name=in_language(snapshot.offices[code]["area_names"]),
        title=found_words(part["counts"]),
        note=note_of(part["counts"]),
        countries=sorted(groups, key=lambda group: group.link.label),
        open=desk.shown(row for row in in_order(part["checked"]) if not row["dismissed"]),
    )


@dataclass(frozen=True)
class CountryPage:
    """What the rules say of a country, below its time line."""

    name: str
    note: list[str]
    timeline: Timeline | None
    findings: Findings


def country_page(desk: Desk, iso3: str, *, rtl: bool) -> CountryPage:
    """The time line of today and every outcome."""
    snapshot = desk.snapshot
    country = snapshot.countries[iso3]
    section = live_section(snapshot, country)
    team = snapshot.teams.get(country["team"] or "")
    name = in_language(team["names"]) if team else ""
    return CountryPage(
        name=in_language(country["names"]),
        note=note_of(alignment.counted(section["alignment"]["checked"])),
        timeline=timeline_of(section, name, snapshot.records["register_as_of"], rtl=rtl),
        findings=country_findings(desk, section),
    )


def live_section(snapshot: Snapshot, country: Record) -> Record:
    """The country as a publication of today would hold it."""
    return {
        "frameworks": snapshot.frameworks_by_team.get(country["team"] or "", []),
        "documents": snapshot.documents_by_country.get(country["iso3"], []),
        "sessions": snapshot.records["sessions"],
        "reports": snapshot.records["documents"],
        "alignment": alignment.of_country(snapshot, country["iso3"]),
    }


def country_findings(desk: Desk, section: Record) -> Findings:
    """As the Board reads them, with links to rules and records, and acts."""
    rows = section["alignment"]["checked"]
    names = record_names(section["frameworks"], section["documents"])
    shown = findings(section["alignment"], names)
    found = in_order(rows)
    unchecked = [each.line for each in desk.unchecked(rows) if each.line]
    return replace(
        shown,
        open=only_findings(desk.shown(row for row in found if not row["dismissed"])),
        dismissed=only_findings(desk.shown(row for row in found if row["dismissed"])),
        unchecked=unchecked,
    )


def only_findings(rows: Iterable[Listed]) -> list[Any]:
    """The findings alone, on the page of their country."""
    return [row.finding for row in rows if row.finding]
