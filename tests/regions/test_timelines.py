from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.charts import tenths_of
from regions.timelines import Axis, Year

days = st.dates(min_value=date(1990, 1, 1), max_value=date(2100, 12, 31))


def test_an_axis_of_four_years_has_a_line_at_each_first_of_january():
    assert Axis.of_years(2024, 2025).years() == [
        Year("2024", "0%", "25%"),
        Year("2025", "50.1%", "75%"),
    ]


def test_a_framework_to_december_touches_the_one_from_january():
    axis = Axis.of_years(2022, 2028)
    first = axis.period("framework", date(2023, 1, 1), date(2025, 12, 31))
    second = axis.period("extension", date(2026, 1, 1), date(2027, 12, 31))
    assert first.end == second.start
    assert (first.x, first.width) == ("14.3%", "42.8%")


def test_under_arabic_a_period_starts_at_its_right_edge():
    axis = Axis.of_years(2022, 2028, rtl=True)
    period = axis.period("framework", date(2022, 1, 1), date(2022, 12, 31))
    assert (period.x, period.width, period.start, period.end) == ("85.7%", "14.3%", "100%", "85.7%")


@pytest.mark.parametrize("last", [date(2021, 12, 31), date(2030, 1, 1), date.max])
def test_what_lies_outside_the_axis_is_cut_at_its_ends(last):
    period = Axis.of_years(2022, 2028).period("framework", date(1999, 1, 1), last)
    assert period.x == "0%"
    assert period.width in {"0%", "100%"}


def test_the_axis_knows_which_days_it_holds():
    axis = Axis.of_years(2022, 2028)
    assert [axis.holds(d) for d in (date(2021, 12, 31), date(2022, 1, 1), date(2028, 12, 31))] == [
        False,
        True,
        True,
    ]


def test_an_event_stands_where_its_day_begins():
    event = Axis.of_years(2025, 2025).event("session", date(2025, 7, 2), label="Jul")
    assert (event.kind, event.x, event.label) == ("session", "49.9%", "Jul")


@given(days, days, days, st.booleans())
def test_a_later_day_never_stands_before_an_earlier_one(a, b, c, rtl):
    first, middle, last = sorted((a, b, c))
    axis = Axis(first, last, rtl)
    places = [tenths_of(axis.position(day)) for day in (first, middle, last)]
    assert places == sorted(places, reverse=rtl)


@given(days, days, st.booleans())
def test_every_period_stays_inside_the_drawing(first, last, rtl):
    period = Axis.of_years(2020, 2030, rtl=rtl).period("framework", *sorted((first, last)))
    begin, width = tenths_of(period.x), tenths_of(period.width)
    assert 0 <= begin <= begin + width <= 1000
