import pytest

from checklist.compliance import Tally
from reporting.changes import Change, change, percent


def test_points_are_the_difference_of_the_numbers_as_printed():
    before, now = Tally(full=404, partial=596), Tally(full=486, partial=514)
    assert (percent(before), percent(now)) == (40, 49)
    assert change(now, before) == Change(9, is_points=True)


def test_under_ten_answers_the_change_is_in_answers():
    assert change(Tally(full=5, partial=3), Tally(full=3, partial=5)) == Change(2, is_points=False)
    assert change(Tally(full=5, partial=3), Tally(full=30)) == Change(-25, is_points=False)


@pytest.mark.parametrize(
    ("now", "before"),
    [
        (Tally(full=3), None),
        (Tally(full=3), Tally(not_applicable=3)),
        (Tally(not_applicable=3), Tally(full=3)),
    ],
)
def test_nothing_to_compare_with_is_no_change(now, before):
    assert change(now, before) is None


@pytest.mark.parametrize(
    ("step", "direction", "worse", "words"),
    [
        (Change(7, is_points=True), "up", False, "up 7 points"),
        (Change(1, is_points=True), "up", False, "up 1 point"),
        (Change(-3, is_points=True), "down", True, "down 3 points"),
        (Change(-1, is_points=False), "down", True, "down 1 answer"),
        (Change(2, is_points=False), "up", False, "up 2 answers"),
        (Change(0, is_points=True), "same", False, "no change"),
        (Change(-3, is_points=True, is_of_full=False), "down", False, "down 3 points"),
    ],
)
def test_only_a_fall_of_full_answers_is_worse(step, direction, worse, words):
    assert (step.direction, step.worse, step.words) == (direction, worse, words)
