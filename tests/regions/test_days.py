from datetime import UTC, date, datetime, timedelta

import pytest
from django.utils.translation import override
from hypothesis import given
from hypothesis import strategies as st

from regions.days import months_begun, since

MONTHS = [
    (date(2027, 6, 30), date(2027, 12, 31), 6),
    (date(2027, 6, 29), date(2027, 12, 31), 7),
    (date(2027, 6, 30), date(2028, 1, 1), 7),
    (date(2026, 2, 28), date(2026, 8, 30), 6),
    (date(2026, 2, 28), date(2026, 8, 31), 6),
    (date(2028, 2, 28), date(2028, 8, 29), 7),
    (date(2028, 2, 29), date(2028, 8, 31), 6),
    (date(2027, 8, 31), date(2028, 2, 29), 6),
    (date(2027, 8, 30), date(2028, 2, 29), 6),
    (date(2026, 5, 5), date(2027, 11, 5), 18),
    (date(2026, 5, 5), date(2027, 11, 6), 19),
    (date(2026, 5, 5), date(2026, 5, 5), 0),
]


@pytest.mark.parametrize(("first", "last", "months"), MONTHS)
def test_months_begun_from_one_day_to_another(first, last, months):
    assert months_begun(first, last) == months


DAYS = st.dates(date(2023, 1, 1), date(2032, 12, 31))


@given(DAYS, DAYS)
def test_a_later_day_never_has_fewer_months(first, last):
    assert months_begun(first, last) <= months_begun(first, last + timedelta(days=1))
    assert months_begun(first + timedelta(days=1), last) <= months_begun(first, last)


def test_a_long_wait_is_written_with_separators():
    with override("en"):
        assert since(datetime(2022, 1, 1, 12, tzinfo=UTC), date(2026, 2, 9)) == "1,500 days ago"
