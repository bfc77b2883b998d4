"""The page of one country: its framework, UN-Habitat's part in it, and the answers of its team."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Any

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.country_headlines import (
    country_headline,
    document_sentence,
    framework_sentence,
)
from reporting.covering import running
from reporting.headlines import country as words
from reporting.pages.country_programme import (
    DocumentRow,
    SupportRow,
    document_row,
    part_facts,
    support_row,
)
from reporting.pages.editions import Reading
from reporting.pages.engagement import Contribution, contribution, kind_word
from reporting.pages.findings import Findings, counts_words, findings, record_names, unchecked_words
from reporting.pages.head import Head, notices, publication_facts
from reporting.pages.parts import Crumb, Fact, area, named, noted_english, standing, trail
from reporting.pages.periods import agreed_note
from reporting.pages.requests import RequestsPart, requests_part
from reporting.pages.team_answers import TeamAnswers, answers_of
from reporting.pages.timeline import Timeline, timeline
from reporting.pages.words import as_sentence, sentences, years
from reporting.snapshots.sections.alignment import counted

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Titles:
    """The finding over each figure and table."""

    periods: str
    engagement: str
    documents: str
    support: str


@dataclass(frozen=True)
class CountryPage:
    """One country."""

    head: Head
    titles: Titles
    timeline: Timeline | None
    findings: Findings
    facts: list[Fact]
    contribution: Contribution | None
    documents: list[DocumentRow]
    support: list[SupportRow]
    answers: TeamAnswers | None
    requests: RequestsPart | None


def country_page(reading: Reading) -> CountryPage:
    """A country, also one that no team serves."""
    section, team = reading.section, reading.section["team"]
    framework = running(section["frameworks"], reading.register_day)
    return CountryPage(
        head=country_head(reading),
        titles=country_titles(reading, framework),
        timeline=timeline(reading, named(team) if team else ""),
        findings=country_findings(reading),
        facts=list(part_facts(framework, section["country"])),
        contribution=contribution(framework),
        documents=[document_row(row) for row in section["documents"]],
        support=[support_row(row) for row in section["mechanisms"]],
        answers=answers_of(reading),
        requests=requests_part(reading, country=section["country"]["iso3"]),
    )


def country_titles(reading: Reading, framework: Row | None) -> Titles:
    """What the dates, the part in the framework and the lists say."""
    section, today = reading.section, reading.register_day
    frameworks, documents = section["frameworks"], section["documents"]
    return Titles(
        periods=reading.says("periods", words.periods(frameworks, documents, today)),
        engagement=reading.says("engagement", words.engagement(framework, section["country"])),
        documents=reading.says("documents", words.documents(documents)),
        support=reading.says("support", words.support(section["mechanisms"])),
    )


def country_findings(reading: Reading) -> Findings:
    """What the rules say of the country; a publication made before there were any says so."""
    section = reading.section
    names = record_names(section["frameworks"], section["documents"])
    found = findings(section.get("alignment"), names)
    return replace(found, title=reading.says("findings", found.title))


def finding_facts(section: Row) -> Iterator[Fact]:
    """How many findings of each weight, and what could not be checked."""
    part = section.get("alignment")
    if part is not None and part["checked"]:
        counts = counted(part["checked"])
        yield Fact(_("Findings"), counts_words(counts), "#findings", unchecked_words(counts))


def country_head(reading: Reading) -> Head:
    """The finding in the dates, and how the team stands."""
    section, today = reading.section, reading.register_day
    country, frameworks, documents = (
        section[name] for name in ("country", "frameworks", "documents")
    )
    lead = sentences(
        framework_sentence(frameworks, today),
        document_sentence(documents),
        standing_sentence(reading),
    )
    return Head(
        title=named(country),
        headline=reading.says("page", country_headline(frameworks, documents, today)),
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
    return as_sentence(headlines.part(name, found.tally, found.before, reading.round_before))


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
    if office := section["office"]:
        yield Fact(_("Office"), area(office), reading.to("office", code=office["code"]))
    else:
        yield Fact(_("Office"), _("none serves it"))
    yield from framework_facts(section["frameworks"], reading.register_day)
    yield from finding_facts(section)


def framework_facts(frameworks: Sequence[Row], today: str) -> Iterator[Fact]:
    """The framework that runs."""
    row = running(frameworks, today)
    if row is None:
        yield Fact(_("Framework"), _("none runs on this day"))
        return
    yield Fact(kind_word(row), years(row["starts_on"], row["ends_on"]), note=agreed_note(row))
