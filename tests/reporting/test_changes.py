import pytest

from checklist.compliance import Tally
from reporting.changes import NOT_COMPARED, Change, Wording, change, percent


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


def test_answers_to_other_words_have_no_difference_and_partly_other_words_say_so():
    now, before = Tally(full=5), Tally(full=3)
    assert change(now, before, Wording.OTHER) is NOT_COMPARED
    partly = change(now, before, Wording.PARTLY)
    assert partly == Change(2, is_points=False, wording=Wording.PARTLY)


@pytest.mark.parametrize(
    ("parts", "whole"),
    [
        ([], "same"),
        (["same", "same"], "same"),
        (["other", "other"], "other"),
        (["same", "other"], "partly"),
        (["partly"], "partly"),
    ],
)
def test_a_group_is_asked_as_its_parts_are(parts, whole):
    assert Wording.of(map(Wording, parts)) == whole


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
