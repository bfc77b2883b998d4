import pytest
from django.utils import translation

from checklist.compliance import Tally
from reporting import headlines


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (
            Tally(full=1483, partial=846, not_started=502, not_assessed=217),
            "Almost half the answers are full; one in six has not started",
        ),
        (Tally(full=10), "Every answer is full"),
        (Tally(full=50, partial=50), "Half the answers are full"),
        (Tally(full=51, partial=49), "More than half the answers are full"),
        (Tally(partial=10), "No answer is full"),
        (Tally(full=1, partial=99), "Fewer than one answer in ten is full"),
        (Tally(full=999, partial=1), "More than nine answers in ten are full"),
        (
            Tally(full=33, not_started=67),
            "About a third of the answers are full; 67 per cent have not started",
        ),
        (
            Tally(full=75, partial=24, not_started=1),
            "About three quarters of the answers are full; 1 has not started",
        ),
        (
            Tally(full=7500, partial=1500, not_started=900),
            "About three quarters of the answers are full; 900 have not started",
        ),
        (
            Tally(full=75, partial=15, not_started=10),
            "About three quarters of the answers are full; one in ten has not started",
        ),
        (
            Tally(full=72, not_started=28),
            "More than two thirds of the answers are full; one in four has not started",
        ),
        (Tally(full=5, partial=3), "5 of 8 answers are full"),
        (Tally(full=1), "1 of 1 answer is full"),
        (Tally(not_applicable=9), "0 of 0 answers are full"),
    ],
)
def test_shares_in_words(tally, words):
    assert headlines.in_words(tally) == words


@pytest.mark.parametrize("full", range(1, 100))
def test_every_share_has_words(full):
    assert headlines.in_words(Tally(full=full, not_started=100 - full))


def test_numbers_are_written_as_the_language_writes_them():
    with translation.override("fr"):
        assert "1\u202f200" in headlines.in_words(Tally(full=98_800, not_started=1_200))
