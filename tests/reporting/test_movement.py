"""What became of an answer since the publication before: one table of cases, both ways."""

import pytest

from reporting.snapshots.movement import Move, Stand, has_lapsed, is_older, judge, sums

SAME = "a" * 64
OTHER = "b" * 64

CASES = [
    ("not_started", "partial", "up"),
    ("not_started", "full", "up"),
    ("partial", "full", "up"),
    ("full", "partial", "down"),
    ("full", "not_started", "down"),
    ("partial", "not_started", "down"),
    ("not_assessed", "not_started", "first"),
    ("not_assessed", "partial", "first"),
    ("not_assessed", "full", "first"),
    ("full", "not_assessed", "lost"),
    ("not_started", "not_assessed", "lost"),
    ("not_applicable", "not_assessed", "lost"),
    ("full", "not_applicable", "not_applicable"),
    ("not_started", "not_applicable", "not_applicable"),
    ("not_assessed", "not_applicable", "not_applicable"),
    ("not_applicable", "full", "applicable"),
    ("not_applicable", "not_started", "applicable"),
    ("not_assessed", "not_assessed", "silent"),
]


@pytest.mark.parametrize(("before", "now", "move"), CASES)
def test_each_step_from_one_kind_to_another_has_its_name(before, now, move):
    assert judge(Stand(before, SAME), Stand(now, SAME, is_reexamined=True)) == move
    assert judge(Stand(before, SAME), Stand(now, SAME)) == move


@pytest.mark.parametrize("kind", ["full", "partial", "not_started", "not_applicable"])
def test_the_same_verdict_is_confirmed_by_somebody_or_merely_carried(kind):
    before = Stand(kind, SAME, is_reexamined=True)
    assert judge(before, Stand(kind, SAME, is_reexamined=True)) is Move.CONFIRMED
    assert judge(before, Stand(kind, SAME)) is Move.CARRIED


@pytest.mark.parametrize(("before", "now", "_move"), CASES)
def test_answers_to_other_words_are_never_up_or_down(before, now, _move):
    assert judge(Stand(before, SAME), Stand(now, OTHER, is_reexamined=True)) is Move.REWORDED


def test_what_was_not_asked_before_is_new_and_what_is_asked_no_more_is_gone():
    assert judge(None, Stand("full", SAME)) is Move.NEW
    assert judge(Stand("full", SAME), None) is Move.GONE


@pytest.mark.parametrize(
    ("before", "now", "lapsed"),
    [
        (Stand("full", SAME, 2), Stand("partial", SAME, 0), True),
        (Stand("partial", SAME, 1), Stand("partial", SAME, 0), True),
        (Stand("partial", SAME, 0), Stand("partial", SAME, 0), False),
        (Stand("partial", SAME, 0), Stand("full", SAME, 1), False),
        (Stand("full", SAME, 3), Stand("full", SAME, 1), False),
        (Stand("full", SAME, 1), Stand("not_assessed", SAME), False),
        (Stand("full", SAME, 1), Stand("not_applicable", SAME), False),
        (None, Stand("full", SAME), False),
        (Stand("full", SAME, 1), None, False),
    ],
)
def test_evidence_lapsed_where_some_was_named_and_none_is_now(before, now, lapsed):
    assert has_lapsed(before, now) is lapsed


def dated(*days):
    return [{"dated_on": day} for day in days]


@pytest.mark.parametrize(
    ("days", "older"),
    [
        (["2024-05-01", "2024-09-10"], True),
        (["2024-09-10"], True),
        (["2024-05-01", "2024-09-11"], False),
        (["2024-05-01", None], False),
        ([None], False),
        ([], False),
    ],
)
def test_evidence_is_older_only_if_every_day_is_known_and_none_is_later(days, older):
    assert is_older(dated(*days), "2024-09-10") is older


def test_sums_name_every_move():
    assert sums([Move.UP, Move.UP, Move.CARRIED]) == {
        **dict.fromkeys(map(str, Move), 0),
        "up": 2,
        "carried": 1,
    }
