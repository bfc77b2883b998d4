"""Which frameworks end soon: month ends, the day itself, and what follows on record."""

from datetime import date

import pytest

from reporting.framework_ends import (
    YearOfEnds,
    by_horizon,
    by_year,
    ends_ahead,
    ends_soon,
    without_gap,
)

DAY = date(2026, 6, 30)


def framework(ends_on, team="KEN", starts_on="2022-01-01", **fields):
    dates = {"starts_on": starts_on, "ends_on": ends_on, "original_ends_on": None}
    told = {"office": "ROAF", "documents": [], "findings": []}
    return {"team": team, **dates, **told, **fields}


def soon(rows):
    return ends_soon(ends_ahead([rows], DAY), DAY)


@pytest.mark.parametrize(
    ("ends_on", "is_listed"),
    [
        ("2026-06-29", False),
        ("2026-06-30", True),
        ("2027-12-31", True),
        ("2028-01-01", False),
        ("2027-12-30", True),
    ],
)
def test_eighteen_months_are_counted_by_begun_months_and_today_belongs_to_them(ends_on, is_listed):
    assert bool(soon([framework(ends_on)])) is is_listed


def test_a_framework_of_the_same_team_that_begins_later_follows():
    following = framework("2031-12-31", starts_on="2027-01-01")
    [end] = soon([framework("2026-12-31"), following])
    [alone] = soon([framework("2026-12-31"), {**following, "team": "UGA"}])
    assert (end.successor, alone.successor) == (following, None)


def test_an_extended_end_says_so():
    rows = [
        framework("2026-12-31", original_ends_on="2025-12-31"),
        framework("2026-12-31", "UGA", original_ends_on="2026-12-31"),
    ]
    assert [end.is_extended for end in soon(rows)] == [True, False]


def test_what_is_due_is_what_the_rules_of_the_cycle_found_and_nobody_set_aside():
    found = [
        {"rule": "A22", "dismissed": None},
        {"rule": "A23", "dismissed": {"reason": "Done."}},
        {"rule": "A21", "dismissed": None},
    ]
    [end] = soon([framework("2026-12-31", findings=found)])
    assert [each["rule"] for each in end.due] == ["A22"]


def test_ends_are_counted_for_every_year_without_a_gap():
    rows = [
        framework("2026-12-31"),
        framework("2030-12-31", starts_on="2027-01-01"),
        framework("2028-06-30", "UGA"),
        framework("2025-12-31", "TZA"),
    ]
    assert without_gap(by_year(ends_ahead([rows], DAY))) == [
        YearOfEnds(2026, 1, 1),
        YearOfEnds(2027, 0, 0),
        YearOfEnds(2028, 1, 0),
        YearOfEnds(2029, 0, 0),
        YearOfEnds(2030, 1, 0),
    ]


def test_ends_are_counted_by_horizon_with_those_unfollowed_and_those_before_which_an_act_is_due():
    rows = [
        framework("2026-12-31"),
        framework("2031-12-31", starts_on="2027-01-01"),
        framework("2027-10-31", "UGA", findings=[{"rule": "A22", "dismissed": None}]),
    ]
    assert by_horizon(ends_ahead([rows], DAY), DAY) == [
        {"office": "ROAF", "within": "12", "ends": 1, "unfollowed": 0, "due": 0},
        {"office": "ROAF", "within": "18", "ends": 2, "unfollowed": 1, "due": 1},
    ]
