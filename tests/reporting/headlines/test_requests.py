import pytest

from reporting.headlines.requests import asked, overdue


@pytest.mark.parametrize(
    ("states", "sentence"),
    [
        ({}, "No request of the Board is on record"),
        ({"closed": 1}, "The request of the Board is answered"),
        ({"answered": 2, "closed": 1}, "All 3 requests of the Board are answered"),
        ({"open": 1}, "1 request of the Board is carried over, since March 2025"),
        (
            {"open": 1, "under_way": 1},
            "2 requests of the Board are carried over, the oldest since March 2025",
        ),
        (
            {"answered": 4, "closed": 2, "open": 1},
            "6 of 7 requests of the Board are answered; 1 is carried over, since March 2025",
        ),
        (
            {"answered": 6, "under_way": 3},
            (
                "6 of 9 requests of the Board are answered; 3 are carried over, "
                "the oldest since March 2025"
            ),
        ),
    ],
)
def test_the_headline_says_what_is_answered_and_what_is_carried_over(states, sentence):
    assert asked(states, "March 2025") == sentence


def test_lateness_is_said_in_words_and_only_where_there_is_any():
    assert overdue(0) == ""
    assert overdue(2) == "2 of those carried over are past the day they were due."
