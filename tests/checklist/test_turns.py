from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from checklist.calendar import correction_due
from checklist.models import ReportingRound, Submission
from checklist.pages.turns import Standing, Turn, turn_of
from checklist.turns import whose_turn

TODAY = date(2024, 12, 18)
NOON = datetime(2024, 12, 18, 12, tzinfo=ZoneInfo("UTC"))


@pytest.mark.parametrize(
    ("state", "round_state", "with_office", "whose"),
    [
        ("submitted", "open", 0, "secretariat"),
        ("in_review", "frozen", 3, "secretariat"),
        ("decided", "open", 0, "nobody"),
        ("decided", "open", 3, "office"),
        ("decided", "frozen", 3, "nobody"),
        ("recalled", "open", 0, "office"),
        ("in_review", "published", 3, "nobody"),
        ("recalled", "published", 0, "nobody"),
    ],
)
def test_whose_turn_a_submission_is(state, round_state, with_office, whose):
    assert whose_turn(state, round_state, with_office=with_office) == whose


def submission(state, freezes_on=date(2025, 1, 14), round_state="open"):
    round_ = ReportingRound(code="2025", freezes_on=freezes_on, state=round_state)
    return Submission(state=state, due_on=date(2024, 12, 31), round=round_)


def test_the_secretariat_decides_by_the_day_it_is_due():
    assert turn_of(submission("submitted"), Standing(4, 0, None), TODAY) == Turn(
        "The secretariat’s turn.",
        "Decide by 31 December 2024, in 13 days.",
        "Returned lines go back to the office for 7 days.",
        date(2024, 12, 31),
        "in 13 days",
    )


def test_a_review_without_waiting_lines_is_still_the_secretariats_until_it_is_closed():
    turn = turn_of(submission("in_review"), Standing(0, 2, NOON), TODAY)
    assert turn.whose == "The secretariat’s turn."
    assert turn.task == (
        "Every line is decided. Accept the submission by 31 December 2024, in 13 days."
    )


def test_after_a_return_the_office_has_a_week():
    turn = turn_of(submission("decided"), Standing(0, 2, NOON), TODAY)
    assert turn == Turn(
        "The office’s turn.",
        "Correct 2 returned lines by 25 December 2024, in 7 days.",
        "",
        date(2024, 12, 25),
        "in 7 days",
    )


def test_a_return_shortly_before_the_freeze_leaves_the_days_until_it():
    turn = turn_of(submission("decided", date(2024, 12, 20)), Standing(0, 1, NOON), TODAY)
    assert turn.task == "Correct 1 returned line by 20 December 2024, in 2 days."


def test_a_return_after_the_freeze_is_due_at_once():
    assert correction_due(TODAY, date(2024, 12, 1)) == TODAY


def test_nobodys_turn_when_nothing_came_back():
    assert turn_of(submission("decided"), Standing(0, 0, None), TODAY).whose == (
        "Every line is decided."
    )


def test_what_was_taken_back_is_with_the_office():
    assert turn_of(submission("recalled"), Standing(0, 0, None), TODAY).whose == (
        "The office’s turn."
    )


def test_a_turn_that_is_over_is_late():
    assert turn_of(submission("submitted"), Standing(1, 0, None), date(2025, 1, 2)).is_late


def test_what_was_not_corrected_before_the_freeze_is_nobodys_turn():
    turn = turn_of(submission("decided", round_state="frozen"), Standing(0, 2, NOON), TODAY)
    assert turn == Turn(
        "Every line is decided.", "The round is frozen; 2 returned lines were not corrected."
    )


def test_nothing_is_late_in_a_published_round():
    turn = turn_of(submission("decided", round_state="published"), Standing(0, 2, NOON), TODAY)
    assert turn == Turn("Nobody’s turn.", "The round is published.")
