"""What comes before a framework ends: its evaluation, and the design of the next one."""

from datetime import date, timedelta
from typing import Final

from programmes.alignment.facts import Contribution, Framework
from programmes.alignment.outcomes import PASSED, Outcome, finding, not_checkable
from programmes.alignment.registry import Case, rule
from regions.days import months_begun

MONTHS: Final = 18
FRESH: Final = 24
"""For how many months a Common Country Analysis prepares a framework: it is renewed yearly."""


@rule("A22", of="framework")
def prepares_the_next_one(framework: Framework, case: Case) -> Outcome | None:
    """From `months` before the end, a contribution to the next framework is on record.

    What counts, given by the day in any country of the team: what names a framework that
    begins later; where none is named, a design given since this framework began, or an
    analysis of the last two years. What names this framework was for this one. Of an undated
    contribution that names none nobody can tell. (Logic of the roll-out.)
    """
    limit = case.parameters.get("months", MONTHS)
    if months_begun(case.day, framework.ends_on) > limit:
        return None
    given = [each for country in case.countries for each in country.contributions]
    later = {each.pk for each in case.team.frameworks if each.starts_on > framework.ends_on}
    if any(is_for_the_next(each, framework, later, case.day) for each in given):
        return PASSED
    if any(each.framework is None and each.given_on is None for each in given):
        return not_checkable("contribution_date")
    days = [each.given_on for each in given if each.given_on and each.given_on <= case.day]
    latest = max(days, default=None)
    says = "A22.before" if latest else "A22.none"
    return finding(says, framework_ends=framework.ends_on, limit=limit, latest=latest)


def is_for_the_next(given: Contribution, framework: Framework, later: set[int], day: date) -> bool:
    """Whether a contribution was to a framework after this one, as far as its record tells."""
    if given.given_on and given.given_on > day:
        return False
    if given.framework is not None:
        return given.framework in later
    if given.given_on is None:
        return False
    if given.kind == "design":
        return given.given_on >= framework.starts_on
    return months_begun(given.given_on, day) <= FRESH


@rule("A23", of="framework")
def is_evaluated_in_its_last_but_one_year(framework: Framework, case: Case) -> Outcome | None:
    """The evaluation is due from the last-but-one year on: what is late stays due to the end.

    Years are counted back from the end: of a framework to 30 June 2027 the last but one
    begins on 1 July 2025. A framework of a year or less has no such year. (General
    knowledge, unverified; the UNSDG Chair's report counts such evaluations.)
    """
    last_but_one = years_before(framework.ends_on, 2)
    is_short = framework.starts_on >= years_before(framework.ends_on, 1)
    if is_short or case.day < max(framework.starts_on, last_but_one):
        return None
    if framework.evaluated_on is not None:
        return PASSED
    return finding("A23.due", framework_ends=framework.ends_on, since=last_but_one)


def years_before(end: date, years: int) -> date:
    """The first day of the year that ends so many years, less one, before the end.

    Where that February has no 29th, it is the first of March.
    """
    after = end + timedelta(days=1)
    try:
        return after.replace(year=after.year - years)
    except ValueError:
        return date(after.year - years, 3, 1)
