"""Which numbers a sentence names, in each of the six languages."""

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.languages import CODES
from regions.numbers import number, per_cent
from reporting.headline_numbers import named_in, strange_in

LANGUAGES = st.sampled_from(CODES)
COUNTS = st.integers(min_value=0, max_value=9_999_999)
TENTHS = st.decimals(min_value=0, max_value=99_999, places=1)


@given(value=COUNTS, language=LANGUAGES)
def test_a_count_is_read_as_the_house_writes_it(value, language):
    said = named_in(f"x {number(value, language)} y", language)
    assert list(said.numbers) == [Decimal(value).normalize()]


@given(value=TENTHS, language=LANGUAGES)
def test_decimals_are_read_as_the_house_writes_them(value, language):
    said = named_in(f"({number(value, language)})", language)
    assert list(said.numbers) == [value.normalize()]


@given(hundredths=st.integers(min_value=0, max_value=100), language=LANGUAGES)
def test_a_share_is_read_by_its_hundredths(hundredths, language):
    said = named_in(per_cent(Decimal(hundredths) / 100, language), language)
    assert list(said.numbers) == [Decimal(hundredths).normalize()]


@given(value=COUNTS)
def test_arabic_digits_are_the_same_numbers(value):
    text = number(value, "ar").translate({ord(str(d)): "٠١٢٣٤٥٦٧٨٩"[d] for d in range(10)})
    assert list(named_in(text, "ar").numbers) == [Decimal(value).normalize()]


@given(known=COUNTS, other=COUNTS, language=LANGUAGES)
def test_only_another_number_is_strange(known, other, language):
    computed = f"x {number(known, language)}"
    found = strange_in(f"y {number(other, language)}", computed, [], "", language)
    assert found == ([] if other == known else [number(other, language)])


@given(figure=COUNTS, language=LANGUAGES)
def test_a_further_figure_may_be_named(figure, language):
    assert strange_in(f"y {number(figure, language)}", "x", [figure], "", language) == []


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("49 per cent in round 2026, as HSP/EB.2025/8 says", []),
        ("The Mid-2026 view of NGT-03: 49%", []),
        ("Above 24 of the answers", ["24"]),
        ("HSP/EB.2025/9 says 49", ["HSP/EB.2025/9"]),
        ("NGT-04 stands at 49", ["NGT-04"]),
        ("49 and a ½", ["½"]),
        ("From 2019 to 2026", ["2019"]),
        ("4\u200b9 is forty-nine, 94 is not", ["94"]),
        ("40, 50", ["40", "50"]),
        ("4,900", ["4,900"]),
    ],
)
def test_years_codes_and_symbols_come_from_the_page_too(text, strange):
    facts = "Round 2026, publication 1 · 24 February 2026 · HSP/EB.2025/8 · NGT-03"
    assert strange_in(text, "49 per cent", [], facts, "en") == strange


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("fr", "3 179 réponses"),
        ("fr", "3\u202f179 réponses"),
        ("ru", "3\u00a0179 ответов"),
        ("es", "3179 respuestas"),
        ("es", "3.179 respuestas"),
        ("ar", "٣٬١٧٩ إجابة"),
        ("zh-hans", "3,179 项"),
    ],
)
def test_thousands_may_be_grouped_in_the_ways_people_type(language, text):
    assert list(named_in(text, language).numbers) == [Decimal(3179)]


def test_a_chinese_share_in_words_is_not_let_through_unread():
    assert strange_in("百分之四十九", "49%", [], "", "zh-hans") == ["百分之四十九"]
