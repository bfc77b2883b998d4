"""The page of one country: its framework, UN-Habitat's part in it, and the answers of its team."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.country_headlines import (
    country_headline,
    document_sentence,
    framework_sentence,
)
from reporting.pages.answers import AnswerGroup, team_answers
from reporting.pages.country_rows import stage_word
from reporting.pages.editions import Reading
from reporting.pages.engagement import Contribution, contribution, engagement_facts, kind_word
from reporting.pages.findings import Findings, counts_words, findings, record_names, unchecked_words
from reporting.pages.head import Head, notices, publication_facts
from reporting.pages.mechanisms import role_word
from reporting.pages.parts import Crumb, Fact, Standing, area, named, noted_english, standing, trail
from reporting.pages.requests import RequestsPart, requests_part
from reporting.pages.timeline import Timeline, timeline
from reporting.pages.words import as_sentence, sentences, years
from reporting.selecting import runs_on
from reporting.snapshots.sections.alignment import counted

Row = Mapping[str, Any]


@dataclass(frozen=True)
class SupportRow:
    """A regional mechanism whose role supports this country."""

    name: str
    role: str
    topic: str
    source: str
    is_invented: bool


@dataclass(frozen=True)
class DocumentRow:
    """A programme document with what is known of it."""

    name: str
    period: str
    stage: str
    note: str
    source: str
    is_invented: bool


@dataclass(frozen=True)
class CountryPage:
    """One country."""

    head: Head
    timeline: Timeline | None
    findings: Findings
    facts: list[Fact]
    contribution: Contribution | None
    documents: list[DocumentRow]
    support: list[SupportRow]
    team_name: str
    groups: list[AnswerGroup]
    standing: Standing | None
    requests: RequestsPart | None


def country_page(reading: Reading) -> CountryPage:
    """A country, also one that no team serves."""
    section = reading.section
    framework = running(section["frameworks"], reading.register_day)
    team = section["team"]
    return CountryPage(
        head=country_head(reading),
        timeline=timeline(reading, named(team) if team else ""),
        findings=country_findings(section),
        facts=list(engagement_facts(framework, section["country"]["presence"])),
        contribution=contribution(framework),
        documents=[document_row(row) for row in section["documents"]],
        support=[support_row(row) for row in section["mechanisms"]],
        team_name=named(team) if team else "",
        groups=list(team_answers(reading)),
        standing=standing(section, rtl=reading.rtl) if team else None,
        requests=requests_part(reading, country=section["country"]["iso3"]),
    )


def country_findings(section: Row) -> Findings:
    """What the rules say of the country; a publication made before there were any says so."""
    names = record_names(section["frameworks"], section["documents"])
    return findings(section.get("alignment"), names)


def finding_facts(section: Row) -> Iterator[Fact]:
    """How many findings of each weight, and what could not be checked."""
    part = section.get("alignment")
    if part is not None and part["checked"]:
        counts = counted(part["checked"])
        yield Fact(_("Findings"), counts_words(counts), "#findings", unchecked_words(counts))


def running(frameworks: Sequence[Row], today: str) -> Row | None:
    """The framework that runs on the day of the register."""
    return next((row for row in frameworks if runs_on(row, today)), None)


def country_head(reading: Reading) -> Head:
    """The finding in the dates, and how the team stands."""
    section, today = reading.section, reading.register_day
    country = section["country"]
    lead = sentences(
        framework_sentence(section["frameworks"], today),
        document_sentence(section["documents"]),
        standing_sentence(reading),
    )
    return Head(
        title=named(country),
        headline=country_headline(section["frameworks"], section["documents"], today),
        lead=lead,
        eyebrow=named(country),
        crumbs=trail(reading, *office_crumbs(reading), Crumb(named(country))),
        facts=[*country_facts(reading), *publication_facts(reading)[:2]],
        notices=notices(reading),
    )


def standing_sentence(reading: Reading) -> str:
    """How the country team stands, as a sentence."""
    team = reading.section["team"]
    if team is None:
        return _("No United Nations country team serves it; country-level items do not apply.")
    found = standing(reading.section, rtl=False)
    name = named(team)
    words = headlines.part(name, found.tally, found.before, reading.round_before)
    return as_sentence(words)


def office_crumbs(reading: Reading) -> Iterator[Crumb]:
    """The office that serves the country, or the list of countries."""
    office = reading.section["office"]
    if office is None:
        yield Crumb(_("Countries"), reading.to("countries"))
        return
    yield Crumb(_("Offices"), reading.to("offices"))
    yield Crumb(area(office), reading.to("office", code=office["code"]))


def country_facts(reading: Reading) -> Iterator[Fact]:
    """The country in a few lines."""
    section, country = reading.section, reading.section["country"]
    yield Fact(_("Code"), country["iso3"], note=noted_english(country["designation_note"]))
    if section["team"]:
        team = section["team"]
        yield Fact(_("Country team"), named(team), reading.to("team", code=team["code"]))
    if section["office"]:
        office = section["office"]
        yield Fact(_("Office"), area(office), reading.to("office", code=office["code"]))
    yield from framework_facts(section["frameworks"], reading.register_day)
    yield from finding_facts(section)


def framework_facts(frameworks: Sequence[Row], today: str) -> Iterator[Fact]:
    """The framework that runs."""
    row = running(frameworks, today)
    if row is None:
        yield Fact(_("Framework"), _("none runs on this day"))
        return
    agreed = row["original_ends_on"]
    note = _("agreed to %(year)s") % {"year": agreed[:4]} if agreed else ""
    yield Fact(kind_word(row), years(row["starts_on"], row["ends_on"]), note=note)


def document_row(row: Row) -> DocumentRow:
    """A programme document; what is not known says so."""
    return DocumentRow(
        name=document_name(row),
        period=years(row["starts_on"], row["ends_on"]),
        stage=stage_word(row["stage"]),
        note=row["note"],
        source=row["source"],
        is_invented=row["provenance"] == "invented",
    )


def document_name(row: Row) -> str:
    """What kind of programme document it is."""
    if row["is_interim"]:
        return _("Short document, an interim solution")
    if row["generation"] == "new":
        return _("Document of the new generation")
    return _("Document of the earlier generation")


def support_row(row: Row) -> SupportRow:
    """A role in a mechanism that supports the country."""
    role = row["role"]
    return SupportRow(
        name=named(row),
        role=role_word(role["role"]),
        topic=role["topic"],
        source=role["source"],
        is_invented=role["provenance"] == "invented",
    )
