"""What programme documents, contributions and presence of a team's countries propose."""

from collections.abc import Callable, Sequence
from datetime import date

from checklist.compliance import Verdict
from checklist.proposals.proposed import Proposal, proposal, together, unknown
from programmes.alignment.checking import is_checked
from programmes.alignment.facts import Country, Document
from programmes.alignment.of_team import Surroundings
from programmes.alignment.outcomes import Kind, Outcome
from programmes.alignment.registry import RULES, Case
from regions.days import months_begun

RECENT = 24
"""Months for which a contribution counts: an analysis is brought up to date at least yearly
(UN INFO), and a framework is designed within two years."""
PRESENT = {"physical", "limited", "non_resident"}
Place = tuple[Country, Document]


def documents(countries: Sequence[Country]) -> list[Place]:
    """The newest programme document of each country that has one under the policy of 2024."""
    found = []
    for country in countries:
        valid = [each for each in country.documents if is_checked(each)]
        if valid:
            found.append((country, max(valid, key=lambda x: x.starts_on or date.min)))
    return found


def derived(around: Surroundings, day: date) -> Proposal:
    """NGT-01: outcomes that point to a result of the framework the document names (para 3)."""
    found = documents(around.countries)
    if not found:
        return unknown("document")
    if any(document.framework is None for _country, document in found):
        return unknown("framework")
    outcomes = [x for _c, document in found for x in document.results if x.level == "outcome"]
    if not outcomes:
        return unknown("outcomes")
    named = {document.framework.pk for _c, document in found if document.framework}
    count = sum(each.goal_framework in named for each in outcomes)
    kind = Verdict.FULL if count == len(outcomes) else Verdict.PARTIAL
    kind = kind if count else Verdict.NOT_STARTED
    records = [document.name for _country, document in found]
    return proposal(kind, "derived", *records, derived=count, outcomes=len(outcomes))


def by_rules(*codes: str, says: str) -> Callable[[Surroundings, date], Proposal]:
    """What alignment rules say of the documents: all met is full, a finding is partial."""

    def propose(around: Surroundings, day: date) -> Proposal:
        found = documents(around.countries)
        if not found:
            return unknown("document")
        places = [outcomes_of(each, around, day, codes) for each in found]
        outcomes = [each for place in places for each in place]
        missing = [name for each in outcomes for name in each.missing]
        if missing or not outcomes:
            return unknown(*dict.fromkeys(missing or ["rules"]))
        kinds = [Verdict.PARTIAL if is_open(place) else Verdict.FULL for place in places]
        told = [[x.says, dict(x.facts)] for x in outcomes if x.kind is Kind.FINDING]
        records = [document.name for _country, document in found]
        proposed = proposal(together(kinds), f"{says}.{'no' if told else 'yes'}", *records)
        return Proposal(proposed.kind, proposed.says, {"findings": told}, proposed.records)

    return propose


def is_open(outcomes: Sequence[Outcome]) -> bool:
    """Whether a rule found something."""
    return any(each.kind is Kind.FINDING for each in outcomes)


def outcomes_of(
    place: Place, around: Surroundings, day: date, codes: Sequence[str]
) -> list[Outcome]:
    """What the rules that are on say of one document, with the thresholds that are set."""
    country, document = place
    told = (
        RULES[code].check(document, Case(day, around.team, (country,), around.parameters[code]))
        for code in codes
        if code in around.parameters
    )
    return [each for each in told if each is not None]


def analysis(around: Surroundings, day: date) -> Proposal:
    """NGT-04: a dated contribution to the country analysis (paras 11, 13 and 14)."""
    days = [
        x.given_on
        for country in around.countries
        for x in country.contributions
        if x.kind == "analysis" and x.given_on and x.given_on <= day
    ]
    if not days:
        return unknown("contribution")
    last, records = max(days), [each.name for each in around.countries]
    recent = months_begun(last, day) <= RECENT
    kind = Verdict.FULL if recent else Verdict.PARTIAL
    return proposal(kind, "analysis.recent" if recent else "analysis.old", *records, day=last)


def south_south(around: Surroundings, day: date) -> Proposal:
    """NGT-11: South-South and triangular cooperation in the programme document (para 24)."""
    found = documents(around.countries)
    if not found:
        return unknown("document")
    said = [document.south_south_section for _country, document in found]
    if "unknown" in said:
        return unknown("south_south_section")
    kinds = [Verdict.FULL if each == "yes" else Verdict.NOT_STARTED for each in said]
    records = [document.name for _country, document in found]
    has = sum(each == "yes" for each in said)
    return proposal(together(kinds), "south", *records, has=has, documents=len(said))


def represented(around: Surroundings, day: date) -> Proposal:
    """NGT-10: represented in the country team, resident or not (paras 5 and 10)."""
    said = [each.presence for each in around.countries]
    if None in said or not said:
        return unknown("presence")
    kinds = [Verdict.FULL if each in PRESENT else Verdict.NOT_STARTED for each in said]
    records = [each.name for each in around.countries]
    has = sum(each in PRESENT for each in said)
    return proposal(together(kinds), "presence", *records, has=has, countries=len(said))
