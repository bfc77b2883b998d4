import pytest
from django.utils import translation

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


def named(code, answers, before):
    return {"constraint": code, "answers": answers, "before": before}


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        (
            [named("core_funding", 5, 3), named("guidance_pending", 2, 9)],
            (
                "‘Lack of core funding’ is now named most often for what is not full; "
                "in 2024 it was ‘Guidance pending’."
            ),
        ),
        (
            [named("core_funding", 5, 9), named("guidance_pending", 2, 3)],
            "‘Lack of core funding’ is named most often for what is not full.",
        ),
        (
            [named("core_funding", 5, None)],
            "‘Lack of core funding’ is named most often for what is not full.",
        ),
        ([named("core_funding", 0, 4)], ""),
        ([], ""),
    ],
)
def test_the_constraint_named_most_often_and_the_one_before(rows, words):
    assert headlines.most_named(rows, "2024") == words


@pytest.mark.parametrize(
    ("rows", "words"),
    [
        ([named("core_funding", 5, 9)], "‘Lack of core funding’ is named most often"),
        ([], "Constraints"),
    ],
)
def test_the_title_over_the_constraints(rows, words):
    assert headlines.most_named_title(rows) == words


def test_numbers_are_written_as_the_language_writes_them():
    tally = Tally(full=1483, partial=846, not_started=502, not_assessed=217)
    assert headlines.distribution(tally) == (
        "1,483 of 3,048 answers are full; 502 have not started"
    )
    with translation.override("fr"):
        assert "1\u202f483" in headlines.distribution(tally)


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


def test_without_an_earlier_publication_nothing_moved():
    assert headlines.moved({"up": 0, "down": 0}, "") == (
        "There is no earlier publication to compare with"
    )
    assert headlines.moved({"up": 1382, "down": 40}, "2024") == (
        "1,382 answers moved up since 2024, 40 moved down"
    )
