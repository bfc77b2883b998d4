from datetime import date, timedelta

import pytest

from reporting.demonstration.calendar import dates_of_round, present_session_opens_on


@pytest.mark.parametrize("day", [date(2026, 11, 22) + timedelta(days=n) for n in range(7)])
def test_today_is_in_the_middle_of_the_eight_weeks_of_answering(day):
    session = present_session_opens_on(day)
    dates = dates_of_round(session)

    assert session.strftime("%A") == "Tuesday"
    assert abs((day - dates["opens_on"]).days - 28) <= 3
    assert abs((dates["answers_due_on"] - day).days - 28) <= 3


def test_a_round_is_not_frozen_after_its_report_was_dated():
    dates = dates_of_round(date(2022, 3, 29), date(2022, 1, 11))

    assert dates == {
        "opens_on": date(2021, 9, 28),
        "answers_due_on": date(2021, 11, 23),
        "review_due_on": date(2022, 1, 4),
        "freezes_on": date(2022, 1, 11),
    }
