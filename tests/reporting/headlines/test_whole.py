import pytest

from checklist.compliance import Tally
from reporting import headlines

FORTY_NINE = Tally(full=49, partial=51)
FORTY = Tally(full=40, partial=60)


@pytest.mark.parametrize(
    ("now", "before", "words"),
    [
        (
            FORTY_NINE,
            FORTY,
            "UN-Habitat answers ‘full’ to 49 per cent of the reform checklist, up from 40 in 2024",
        ),
        (
            FORTY,
            FORTY_NINE,
            (
                "UN-Habitat answers ‘full’ to 40 per cent of the reform checklist, "
                "down from 49 in 2024"
            ),
        ),
        (
            FORTY,
            Tally(full=4, partial=6),
            "UN-Habitat answers ‘full’ to 40 per cent of the reform checklist, as in 2024",
        ),
        (FORTY, None, "UN-Habitat answers ‘full’ to 40 per cent of the reform checklist"),
        (
            FORTY,
            Tally(full=4),
            "UN-Habitat answers ‘full’ to 40 per cent of the reform checklist",
        ),
        (Tally(full=5, partial=3), FORTY, "UN-Habitat answers ‘full’ to 5 of 8 items that apply"),
    ],
)
def test_the_headline_of_the_whole(now, before, words):
    assert headlines.whole(now, before, "2024") == words


@pytest.mark.parametrize(
    ("tally", "words"),
    [
        (Tally(full=3), "Every answer that applies is assessed."),
        (Tally(not_assessed=1), "1 answer is not assessed."),
        (Tally(not_assessed=1200), "1,200 answers are not assessed."),
    ],
)
def test_what_is_not_known_is_said(tally, words):
    assert headlines.unassessed(tally) == words
