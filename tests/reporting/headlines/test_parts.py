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
            "Africa: 49 per cent of answers are full, up from 40 in 2024",
        ),
        (FORTY, FORTY_NINE, "Africa: 40 per cent of answers are full, down from 49 in 2024"),
        (FORTY, FORTY, "Africa: 40 per cent of answers are full, as in 2024"),
        (FORTY, None, "Africa: 40 per cent of answers are full"),
        (Tally(full=5, partial=3), None, "Africa: 5 of 8 answers are full"),
        (Tally(full=1), None, "Africa: 1 of 1 answer is full"),
        (Tally(not_applicable=4), None, "Africa: nothing is asked here"),
    ],
)
def test_the_headline_of_a_part(now, before, words):
    assert headlines.part("Africa", now, before, "2024") == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", FORTY), ("B", FORTY_NINE)], "Highest in B, lowest in A"),
        ([("A", FORTY), ("B", FORTY_NINE), ("C", Tally(full=9))], "Highest in B, lowest in A"),
        ([("A", FORTY), ("C", Tally(full=9))], ""),
        ([], ""),
    ],
)
def test_extremes_are_named_among_those_that_have_a_share(rows, words):
    assert headlines.extremes(rows) == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([("A", 3), ("B", 1)], "Every pillar rose since 2024."),
        ([("A", 3), ("B", 0)], "Every pillar rose since 2024 except B."),
        ([("A", 3), ("B", 0), ("C", -1)], "Every pillar rose since 2024 except B and C."),
        ([("A", 3), ("B", 0), ("C", -1), ("D", 0)], "1 of 4 pillars rose since 2024."),
        ([("A", 0)], "0 of 1 pillars rose since 2024."),
        ([], ""),
    ],
)
def test_pillars_that_did_not_rise_are_named_while_they_are_few(rows, words):
    assert headlines.risen(rows, "2024") == words


@pytest.mark.parametrize(
    ("items", "words"),
    [
        (
            [Tally(full=3), Tally(partial=2), FORTY],
            "1 of 3 items are full in every answer, 1 in none",
        ),
        ([Tally(full=3)], "1 of 1 item is full in every answer, 0 in none"),
        ([FORTY, FORTY], "Each of 2 items is full in some answers and not in others"),
        ([FORTY], "The item is full in some answers and not in others"),
        ([Tally(not_applicable=3)], "No item applies"),
        ([], "No item applies"),
    ],
)
def test_items_that_are_full_everywhere_and_nowhere(items, words):
    assert headlines.full_everywhere(items) == words
