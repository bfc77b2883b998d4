"""A22 and A23: what comes before the end of a framework, to the day."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from programmes.alignment import checking  # noqa: F401 registers the rules
from programmes.alignment.facts import Contribution
from programmes.alignment.registry import RULES
from tests.programmes.alignment.world import a_case, a_framework, judged

DAY = date(2026, 5, 5)
NEXT = a_framework(pk=2, starts_on=date(2027, 1, 1), ends_on=date(2031, 12, 31))


def ending(ends_on, **facts):
    return a_framework(ends_on=ends_on, **facts)


def a22(framework, *given, day=DAY, **facts):
    case = a_case(framework, NEXT, day=day, contributions=given, **facts)
    return judged("A22", framework, case)


DUE = [
    (date(2026, 5, 5), date(2027, 11, 5), True),
    (date(2026, 5, 5), date(2027, 11, 6), False),
    (date(2026, 6, 30), date(2027, 12, 31), True),
    (date(2026, 6, 29), date(2027, 12, 31), False),
    (date(2025, 12, 31), date(2027, 6, 30), True),
    (date(2025, 12, 30), date(2027, 6, 30), True),
    (date(2025, 12, 29), date(2027, 6, 30), False),
    (date(2026, 8, 31), date(2028, 2, 29), True),
    (date(2026, 8, 29), date(2028, 2, 29), True),
    (date(2026, 8, 28), date(2028, 2, 29), False),
    (date(2028, 2, 29), date(2029, 8, 31), True),
    (date(2026, 12, 31), date(2026, 12, 31), True),
]


@pytest.mark.parametrize(("day", "ends_on", "is_due"), DUE)
def test_the_next_framework_is_prepared_from_eighteen_months_before_the_end(day, ends_on, is_due):
    assert a22(ending(ends_on), day=day) == ("A22.none" if is_due else None)


@pytest.mark.parametrize(("months", "says"), [(7, None), (8, "A22.none")])
def test_the_secretariat_sets_how_many_months(months, says):
    assert a22(ending(date(2026, 12, 31)), parameters={"months": months}) == says


def analysis(day, framework=None):
    return Contribution("analysis", day, framework)


def design(day, framework=None):
    return Contribution("design", day, framework)


GIVEN = [
    ([], "A22.none"),
    ([design(date(2026, 1, 1), 2)], "passed"),
    ([design(None, 2)], "passed"),
    ([analysis(date(2020, 1, 1), 2)], "passed"),
    ([design(date(2026, 1, 1), 1)], "A22.before"),
    ([analysis(date(2026, 1, 1), 1)], "A22.before"),
    ([design(date(2023, 1, 1))], "passed"),
    ([design(date(2022, 12, 31))], "A22.before"),
    ([design(date(2026, 5, 5))], "passed"),
    ([design(date(2026, 5, 6))], "A22.none"),
    ([design(date(2026, 5, 6), 2)], "A22.none"),
    ([analysis(date(2024, 5, 5))], "passed"),
    ([analysis(date(2024, 5, 4))], "A22.before"),
    ([analysis(date(2026, 5, 5))], "passed"),
    ([analysis(date(2026, 5, 6))], "A22.none"),
    ([analysis(None)], ("contribution_date",)),
    ([design(None)], ("contribution_date",)),
    ([design(None, 1)], "A22.none"),
    ([analysis(None), design(None, 2)], "passed"),
]


@pytest.mark.parametrize(("given", "says"), GIVEN)
def test_what_counts_as_a_contribution_to_the_next_framework(given, says):
    assert a22(ending(date(2026, 12, 31)), *given) == says


def test_a_contribution_in_any_country_of_the_team_counts():
    framework = ending(date(2026, 12, 31))
    one, other = a_case(framework), a_case(framework, contributions=[design(date(2026, 1, 1))])
    both = type(one)(DAY, one.team, (*one.countries, *other.countries), {})
    assert judged("A22", framework, both) == "passed"


def test_a_finding_says_end_limit_and_what_was_given_last():
    framework = ending(date(2026, 12, 31))
    case = a_case(framework, contributions=[analysis(date(2021, 3, 1)), analysis(date(2022, 3, 1))])
    outcome = RULES["A22"].check(framework, case)
    assert outcome.facts == {"framework_ends": "2026-12-31", "limit": 18, "latest": "2022-03-01"}


JULY = {"starts_on": date(2022, 7, 1), "ends_on": date(2027, 6, 30)}
YEAR = {"starts_on": date(2023, 1, 1), "ends_on": date(2027, 12, 31)}
LEAP = {"starts_on": date(2024, 3, 1), "ends_on": date(2028, 2, 29)}
BEFORE_LEAP = {"starts_on": date(2024, 3, 1), "ends_on": date(2028, 2, 28)}
SHORT = {"starts_on": date(2026, 1, 1), "ends_on": date(2026, 12, 31)}
LONGER = {"starts_on": date(2025, 12, 31), "ends_on": date(2026, 12, 31)}
TO_COME = {"starts_on": date(2026, 5, 6), "ends_on": date(2027, 12, 31)}

YEARS = [
    (JULY, date(2025, 6, 30), None),
    (JULY, date(2025, 7, 1), "A23.due"),
    (JULY, date(2026, 6, 30), "A23.due"),
    (JULY, date(2026, 7, 1), "A23.due"),
    (JULY, date(2027, 6, 30), "A23.due"),
    (YEAR, date(2025, 12, 31), None),
    (YEAR, date(2026, 1, 1), "A23.due"),
    (LEAP, date(2026, 2, 28), None),
    (LEAP, date(2026, 3, 1), "A23.due"),
    (BEFORE_LEAP, date(2026, 2, 28), None),
    (BEFORE_LEAP, date(2026, 3, 1), "A23.due"),
    (SHORT, date(2026, 5, 5), None),
    (LONGER, date(2026, 5, 5), "A23.due"),
    (TO_COME, date(2026, 5, 5), None),
    (TO_COME, date(2026, 5, 6), "A23.due"),
]


@pytest.mark.parametrize(("period", "day", "says"), YEARS)
def test_an_evaluation_is_due_from_the_last_but_one_year_on(period, day, says):
    framework = a_framework(**period)
    assert judged("A23", framework, a_case(framework, day=day)) == says


def test_an_evaluation_on_record_closes_it():
    framework = a_framework(**YEAR, evaluated_on=date(2026, 4, 1))
    assert judged("A23", framework, a_case(framework)) == "passed"


def test_an_extension_moves_the_last_but_one_year():
    framework = a_framework(
        **{**YEAR, "ends_on": date(2028, 12, 31)}, original_ends_on=date(2027, 12, 31)
    )
    assert judged("A23", framework, a_case(framework)) is None


def next_day(day):
    return day + timedelta(days=1)


def month_later(day):
    """The same day of the next month, or its last; from the end of a month to the end."""
    after = day.replace(day=1) + timedelta(days=32)
    last = (after.replace(day=1) + timedelta(days=32)).replace(day=1) - timedelta(days=1)
    return last if next_day(day).day == 1 else after.replace(day=min(day.day, last.day))


def reach(day, months):
    """The last end that is so many months away: month by month, never shortening the day."""
    if next_day(day).day == 1:
        for _ in range(months):
            day = month_later(day)
        return day
    total = day.year * 12 + day.month - 1 + months
    year, month = divmod(total, 12)
    for number in range(day.day, 27, -1):
        try:
            return date(year, month + 1, number)
        except ValueError:
            continue
    return date(year, month + 1, day.day)


DAYS = st.dates(date(2024, 1, 1), date(2029, 12, 31))


@given(DAYS, DAYS, st.integers(1, 60))
def test_months_before_the_end_as_a_calendar_counts_them(day, ends_on, months):
    framework = a_framework(starts_on=date(2020, 1, 1), ends_on=ends_on)
    if ends_on >= day:
        due = a22(framework, day=day, parameters={"months": months}) is not None
        assert due == (ends_on <= reach(day, months))


def same_day_a_year_earlier(day):
    """29 February has none; its year began on 1 March."""
    return (
        date(day.year - 1, 3, 1)
        if (day.month, day.day) == (2, 29)
        else date(day.year - 1, day.month, day.day)
    )


def year_of_cycle(day, ends_on):
    """Counted back from the end: the last year is 1; walked day by day."""
    number, first = 1, same_day_a_year_earlier(next_day(ends_on))
    while day < first:
        number, first = number + 1, same_day_a_year_earlier(first)
    return number


@given(DAYS, DAYS, DAYS)
def test_the_last_but_one_year_as_a_calendar_counts_it(day, starts_on, ends_on):
    if not starts_on <= day <= ends_on or starts_on == ends_on:
        return
    framework = a_framework(starts_on=starts_on, ends_on=ends_on)
    has_two = year_of_cycle(starts_on, ends_on) >= 2
    due = has_two and year_of_cycle(day, ends_on) <= 2
    assert (judged("A23", framework, a_case(framework, day=day)) == "A23.due") == due
