from datetime import UTC, date, datetime
from decimal import Decimal

import pytest

from regions import numbers

THIN, HARD = numbers.NARROW, numbers.NO_BREAK


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ar", [f"275{HARD}000", f"1{HARD}348", "3,5"]),
        ("zh-hans", ["275,000", "1,348", "3.5"]),
        ("en", ["275,000", "1,348", "3.5"]),
        ("fr", [f"275{THIN}000", f"1{THIN}348", "3,5"]),
        ("ru", [f"275{HARD}000", f"1{HARD}348", "3,5"]),
        ("es", [f"275{HARD}000", "1348", "3,5"]),
    ],
)
def test_numbers_stand_as_the_language_writes_them(language, written):
    assert [numbers.number(n, language) for n in (275000, 1348, Decimal("3.5"))] == written


@pytest.mark.parametrize(
    ("value", "written"),
    [
        (0, "0"),
        (-1348, "−1,348"),
        (999, "999"),
        (10**9, "1,000,000,000"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_numbers_at_the_edges(value, written):
    assert numbers.number(value, "en") == written


def test_a_half_is_rounded_up_as_on_paper():
    assert [numbers.per_cent(s, "en") for s in (0.485, 0.495, 0.005)] == ["49%", "50%", "1%"]


@pytest.mark.parametrize(
    ("language", "written"),
    [("ar", "49%"), ("zh-hans", "49%"), ("en", "49%"), ("fr", f"49{THIN}%"), ("ru", "49%"),
     ("es", f"49{HARD}%")],
)  # fmt: skip
def test_the_sign_stands_as_the_language_sets_it(language, written):
    assert numbers.per_cent(0.487, language) == written


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("ar", "6 تشرين الأول/أكتوبر 2025"),
        ("zh-hans", "2025 年 10 月 6 日"),
        ("en", "6 October 2025"),
        ("fr", "6 octobre 2025"),
        ("ru", "6 октября 2025 года"),
        ("es", "6 de octubre de 2025"),
    ],
)
def test_days_are_never_written_in_digits_alone(language, written):
    assert numbers.day(date(2025, 10, 6), language) == written


def test_the_first_of_the_month_is_an_ordinal_in_french_alone():
    first = date(2025, 3, 1)
    assert numbers.day(first, "fr") == "1er mars 2025"
    assert numbers.day(first, "es") == "1 de marzo de 2025"


def test_the_clock_has_24_hours_in_every_language():
    moment = datetime(2025, 3, 1, 14, 32, tzinfo=UTC)
    assert numbers.moment(moment, "en") == "1 March 2025, 14:32"
    assert numbers.moment(moment, "ar") == "1 آذار/مارس 2025، 14:32"


def test_a_language_we_do_not_have_is_written_as_english():
    assert numbers.number(1348, "de") == "1,348"
    assert numbers.day(date(2025, 3, 1), "de") == "1 March 2025"


@pytest.mark.parametrize(
    ("language", "written"),
    [
        ("en", "25–27 March 2025"),
        ("ar", "25–27 آذار/مارس 2025"),
        ("zh-hans", "2025 年 3 月 25 日至 27 日"),
        ("fr", "25–27 mars 2025"),
        ("ru", "25–27 марта 2025 года"),
        ("es", "25 a 27 de marzo de 2025"),
    ],
)
def test_the_days_of_a_session_name_the_month_once(language, written):
    assert numbers.days(date(2025, 3, 25), date(2025, 3, 27), language) == written


def test_days_across_months_name_both():
    first, last = date(2025, 3, 31), date(2025, 4, 2)
    assert numbers.days(first, last, "en") == "31 March 2025 – 2 April 2025"
    assert numbers.days(first, last, "zh-hans") == "2025 年 3 月 31 日至 2025 年 4 月 2 日"
    assert numbers.days(first, first, "fr") == "31 mars 2025"
