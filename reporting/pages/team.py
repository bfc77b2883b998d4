"""The page of a country team, which may serve many countries."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting import headlines
from reporting.covering import running
from reporting.headlines import countries as lists
from reporting.headlines import country as country_words
from reporting.pages.country import framework_facts, office_crumbs
from reporting.pages.editions import Reading
from reporting.pages.engagement import Contribution, contribution, framework_part
from reporting.pages.head import Head, notices, publication_facts
from reporting.pages.parts import Crumb, Fact, Link, named, standing, trail
from reporting.pages.sheets import Column, Sheet
from reporting.pages.team_answers import TeamAnswers, answers_of
from reporting.pages.timeline import Timeline, timeline
from reporting.pages.words import in_order, number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class TeamTitles:
    """The finding over each figure and list."""

    served: str
    periods: str
    engagement: str


@dataclass(frozen=True)
class TeamPage:
    """One country team."""

    head: Head
    titles: TeamTitles
    timeline: Timeline | None
    facts: list[Fact]
    contribution: Contribution | None
    countries: list[Link]
    answers: TeamAnswers | None


def team_page(reading: Reading) -> TeamPage:
    """A team with the countries it serves."""
    section = reading.section
    framework = running(section["frameworks"], reading.register_day)
    served = [
        Link(named(row), reading.to("country", code=row["iso3"])) for row in section["countries"]
    ]
    return TeamPage(
        head=team_head(reading),
        titles=team_titles(reading, framework),
        timeline=timeline(reading, named(section["team"])),
        facts=list(framework_part(framework)),
        contribution=contribution(framework),
        countries=sorted(served, key=lambda link: in_order(link.label)),
        answers=answers_of(reading),
    )


def team_titles(reading: Reading, framework: Row | None) -> TeamTitles:
    """What the dates and the part in the framework say, and how many are served."""
    frameworks, today = reading.section["frameworks"], reading.register_day
    engagement = country_words.engagement(framework, None)
    return TeamTitles(
        served=reading.says("served", lists.served(reading.section["countries"])),
        periods=reading.says("periods", country_words.periods(frameworks, [], today)),
        engagement=reading.says("engagement", engagement) if framework else "",
    )


def team_head(reading: Reading) -> Head:
    """How the team stands."""
    section, team = reading.section, reading.section["team"]
    found = standing(section, rtl=False)
    name = named(team)
    part = headlines.part(name, found.tally, found.before, reading.round_before)
    served = len(team["countries"])
    words = ngettext("%(n)s country or territory", "%(n)s countries and territories", served)
    return Head(
        title=name,
        headline=reading.says("page", part),
        lead=headlines.unassessed(found.tally),
        eyebrow=_("Country team"),
        crumbs=trail(reading, *office_crumbs(reading), Crumb(name)),
        facts=[
            Fact(_("Code"), team["code"]),
            Fact(_("Serves"), words % {"n": number(served)}),
            *framework_facts(section["frameworks"], reading.register_day),
            *publication_facts(reading)[:2],
        ],
        notices=notices(reading),
    )


def served_sheet(reading: Reading) -> Sheet:
    """The countries that the team serves."""
    columns = [Column(_("Code"), "#country+code"), Column(_("Country"), "#country+name")]
    rows = [(row["iso3"], named(row)) for row in reading.section["countries"]]
    return Sheet(_("Countries this team serves"), columns, rows)
