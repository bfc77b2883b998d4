"""All that the rules of alignment say, as a list: the words are those of the country page."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from reporting.headlines import findings as headlines
from reporting.pages.alignment import RuleCounts, rule_counts
from reporting.pages.count_table import CountColumn, CountTable, count_table
from reporting.pages.editions import Reading
from reporting.pages.filtering import (
    FilterBar,
    Option,
    filter_bar,
    finding_over,
    office_options,
    office_words,
)
from reporting.pages.findings import (
    OUTCOMES,
    SEVERITIES,
    ShownFinding,
    framework_name,
    missing,
    outcome_word,
    programme_name,
    shown_finding,
    title,
    title_of,
    unchecked_words,
)
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, area, named, trail
from reporting.snapshots.sections.alignment import OUTCOMES as STANDINGS

Row = Mapping[str, Any]


@dataclass(frozen=True)
class OutcomeRow:
    """What one rule says of one record."""

    countries: list[Link]
    others: list[Link]
    about: str
    finding: ShownFinding
    closes: str


@dataclass(frozen=True)
class FindingsPage:
    """The outcomes, a part of them at a time, under their counts."""

    head: Head
    counts: CountTable
    rules_title: str
    rules: list[RuleCounts]
    title: str
    filters: FilterBar
    rows: list[OutcomeRow]
    part: Page


def findings_page(reading: Reading) -> FindingsPage:
    """What the rules say, the weightiest first."""
    section = reading.section
    rules = {rule["code"]: rule for rule in section["rules"]}
    return FindingsPage(
        head=findings_head(reading),
        counts=counts(reading),
        rules_title=reading.says("rules", most(section["rules"])),
        rules=[counted_rule(reading, rule) for rule in section["rules"]],
        title=list_title(reading),
        filters=finding_filters(reading),
        rows=[outcome_row(reading, row, rules) for row in reading.rows],
        part=reading.page,
    )


def list_title(reading: Reading) -> str:
    """How many checks are met; of a narrowed list, how many outcomes pass."""
    if reading.filters:
        return headlines.passing(reading.total)
    return reading.says("list", met(reading.section["counts"]))


def findings_head(reading: Reading) -> Head:
    """How many findings, and what could not be checked."""
    return Head(
        title=_("Findings"),
        headline=headline(reading),
        lead=unchecked_words(reading.section["counts"]),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Findings"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def headline(reading: Reading) -> str:
    """The finding of the whole or of an office; of any other choice, how many pass."""
    found = title(counts_of(reading, reading.filters.get("office")))
    return finding_over(reading, found, headlines.passing(reading.total))


def counts_of(reading: Reading, office: str | None) -> Mapping[str, int]:
    """The outcomes of an office, or of all; those of headquarters are in the whole alone."""
    if office is None:
        whole: Mapping[str, int] = reading.section["counts"]
        return whole
    rows = {row["office"]: row["counts"] for row in reading.section["by_office"]}
    found: Mapping[str, int] = rows[office]
    return found


def counts(reading: Reading) -> CountTable:
    """The outcomes by office."""
    shown = {option.value for option in office_options(reading)}
    rows = [row for row in reading.section["by_office"] if row["office"] in shown]
    most_of = max(rows, key=lambda row: row["counts"]["not_checkable"], default=None)
    words = headlines.most_unchecked(
        office_words(reading, most_of["office"]) if most_of else "",
        most_of["counts"]["not_checkable"] if most_of else 0,
    )
    return count_table(reading, reading.says("offices", words), count_columns(reading))


def count_columns(reading: Reading) -> list[CountColumn]:
    """By weight, then what was set aside, could not be checked, is met."""
    return [count_column(reading, standing) for standing in STANDINGS]


def count_column(reading: Reading, state: str) -> CountColumn:
    """One kind of outcome."""
    return CountColumn(
        standing_word(state),
        f"#indicator+num+finding+{state.replace('_', '')}",
        lambda office: counts_of(reading, office)[state],
        lambda office: reading.to(
            "findings", {**({"office": office} if office else {}), **asked(state)}
        ),
    )


def asked(state: str) -> dict[str, str]:
    """The filter that opens the outcomes of a standing."""
    return {"severity": state} if state in SEVERITIES else {"outcome": state}


def standing_word(state: str) -> str:
    """The weight of a finding, or what else was said."""
    return str(SEVERITIES[state]) if state in SEVERITIES else outcome_word(state)


def most(rules: list[Row]) -> str:
    """The rule with the most findings."""
    found = {rule["code"]: sum(rule["counts"][each] for each in SEVERITIES) for rule in rules}
    code = max(found, key=lambda each: found[each], default="")
    return headlines.most(code, found.get(code, 0))


def met(found: Mapping[str, int]) -> str:
    """How many checks are met of those that could be made."""
    made = sum(found[each] for each in (*SEVERITIES, "dismissed", "passed"))
    return headlines.met(found["passed"], made)


def counted_rule(reading: Reading, rule: Row) -> RuleCounts:
    """A rule; its code opens what it says."""
    return rule_counts(rule, reading.to("findings", {"rule": rule["code"]}) + "#findings")


def finding_filters(reading: Reading) -> FilterBar:
    """By office, weight and outcome; rule and country come with addresses."""
    return filter_bar(
        reading,
        "findings",
        office=(_("Office"), office_options(reading)),
        severity=(_("Weight"), [Option(code, str(word)) for code, word in SEVERITIES.items()]),
        outcome=(_("Outcome"), [Option(code, str(word)) for code, word in OUTCOMES.items()]),
    )


def outcome_row(reading: Reading, row: Row, rules: Mapping[str, Row]) -> OutcomeRow:
    """One outcome with the record it is about."""
    others = [Link(code, reading.to("country", code=code)) for code in row["others"]]
    shown = shown_outcome(row, rules)
    return OutcomeRow(country_links(reading, row), others, about(reading, row), shown, shown.closes)


def country_links(reading: Reading, row: Row) -> list[Link]:
    """The first countries of an outcome."""
    return [
        Link(named(each), reading.to("country", code=each["iso3"])) for each in row["countries"]
    ]


def shown_outcome(row: Row, rules: Mapping[str, Row]) -> ShownFinding:
    """A finding in its words; anything else by the rule, with what is missing to check it."""
    if row["outcome"] == "finding":
        return shown_finding(row, rules, {})
    return ShownFinding(
        rule=row["rule"],
        severity="",
        mark="",
        word=outcome_word(row["outcome"]),
        title=title_of(row["rule"], rules.get(row["rule"])),
        text=missing(row.get("missing", ())),
        closes="",
        basis="",
    )


def about(reading: Reading, row: Row) -> str:
    """The record by its period, or the office."""
    record = row["about"]
    if record is None:
        offices = {each["code"]: area(each) for each in reading.section["offices"]}
        return offices.get(row["office"], "")
    return (framework_name if row["subject"].startswith("frameworks/") else programme_name)(record)
