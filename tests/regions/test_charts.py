from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from regions.charts import (
    SHARED_KINDS,
    Scale,
    Segment,
    lettered,
    segments,
    tenths_of,
)

counts = st.dictionaries(
    st.sampled_from([*SHARED_KINDS, "not_applicable"]), st.integers(min_value=0, max_value=10**6)
)


def test_the_segments_of_the_note_of_2025_stand_as_in_the_design():
    assert segments(
        {"full": 1483, "partial": 846, "not_started": 502, "not_assessed": 217}, rtl=False
    ) == [
        Segment("full", "0%", "48.7%"),
        Segment("partial", "48.7%", "27.7%"),
        Segment("not_started", "76.4%", "16.5%"),
        Segment("not_assessed", "92.9%", "7.1%"),
    ]


def test_a_right_to_left_bar_is_the_mirror_of_the_other():
    assert segments({"full": 1, "partial": 3}, rtl=True) == [
        Segment("full", "75%", "25%"),
        Segment("partial", "0%", "75%"),
    ]


@pytest.mark.parametrize("nothing", [{}, {"full": 0}, {"not_applicable": 7}])
def test_a_bar_of_nothing_has_no_segment(nothing):
    assert segments(nothing, rtl=False) == []


def test_not_applicable_takes_no_room():
    assert segments({"full": 1, "not_applicable": 99}, rtl=False) == [Segment("full", "0%", "100%")]


@given(counts, st.booleans())
def test_segments_fill_the_bar_without_gap_or_overlap(counts, rtl):
    parts = segments(counts, rtl=rtl)
    spans = sorted((tenths_of(p.x), tenths_of(p.x) + tenths_of(p.width)) for p in parts)
    assert all(end == begin for (_, end), (begin, _) in pairwise(spans))
    assert not parts or (spans[0][0], spans[-1][1]) == (0, 1000)


@given(counts, st.booleans())
def test_segments_come_in_the_one_order_of_verdicts(counts, rtl):
    kinds = [part.kind for part in segments(counts, rtl=rtl)]
    assert kinds == [kind for kind in SHARED_KINDS if counts.get(kind)]


def test_a_part_too_narrow_for_its_words_has_none_but_the_last_is_named_from_the_end():
    counts = {"full": 90, "partial": 4, "not_assessed": 6}
    words = {"full": "Full 90%", "partial": "Partial 4%", "not_assessed": "Not assessed 6%"}
    parts = lettered(counts, words, rtl=False)
    assert [(p.label, p.start, p.anchor) for p in parts] == [
        ("Full 90%", "0%", "start"),
        ("", "90%", "start"),
        ("Not assessed 6%", "100%", "end"),
    ]


def test_words_begin_at_the_right_where_reading_begins_at_the_right():
    parts = lettered({"full": 1, "partial": 1}, {"full": "كامل"}, rtl=True)
    assert [(p.label, p.start) for p in parts] == [("كامل", "100%"), ("", "50%")]


@pytest.mark.parametrize(
    ("highest", "ticks"),
    [
        (0, ["0", "1"]),
        (1, ["0", "1"]),
        (4, ["0", "1", "2", "3", "4"]),
        (9, ["0", "2", "4", "6", "8", "10"]),
        (36, ["0", "10", "20", "30", "40"]),
        (334, ["0", "100", "200", "300", "400"]),
    ],
)
def test_a_scale_ends_at_the_first_round_number_that_holds_all(highest, ticks):
    assert [tick.label for tick in Scale.up_to(highest).ticks()] == ticks


@given(st.integers(min_value=0, max_value=10**7))
def test_a_scale_holds_its_highest_value_in_few_steps(highest):
    scale = Scale.up_to(highest)
    assert scale.top >= highest
    assert scale.steps <= 5


def test_what_lies_outside_a_scale_stands_at_its_end():
    scale = Scale(top=40, steps=4)
    assert [scale.position(v) for v in (-1, 0, 10, 40, 41)] == ["0%", "0%", "25%", "100%", "100%"]


def test_a_mirrored_scale_counts_from_the_right():
    assert Scale(top=40, steps=4, rtl=True).position(10) == "75%"
