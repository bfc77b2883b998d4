import pytest

from reporting.country_headlines import (
    country_headline,
    document_sentence,
    framework_sentence,
)

TODAY = "2025-09-30"


def framework(starts_on="2023-01-01", ends_on="2027-12-31", original_ends_on=None):
    return {"starts_on": starts_on, "ends_on": ends_on, "original_ends_on": original_ends_on}


def document(starts_on="2023-01-01", ends_on="2026-12-31", **fields):
    plain = {"generation": "new", "stage": "running", "is_interim": False}
    return {"starts_on": starts_on, "ends_on": ends_on, **plain, **fields}


RUNS = [framework()]


@pytest.mark.parametrize(
    ("frameworks", "documents", "words"),
    [
        (RUNS, [document()], "The programme document ends a year before the framework it serves"),
        (
            RUNS,
            [document(ends_on="2025-12-31")],
            "The programme document ends 2 years before the framework it serves",
        ),
        (
            RUNS,
            [document(ends_on="2027-06-30")],
            "The programme document ends 6 months before the framework it serves",
        ),
        (
            RUNS,
            [document(ends_on="2027-11-30")],
            "The programme document ends a month before the framework it serves",
        ),
        (RUNS, [document(ends_on="2027-12-31")], "Framework and programme document run together"),
        (
            RUNS,
            [document(ends_on="2024-12-31")],
            "The programme document has ended; the framework runs on",
        ),
        (
            RUNS,
            [document(stage="withdrawn")],
            "The programme document has ended; the framework runs on",
        ),
        (
            RUNS,
            [document(starts_on=None, ends_on=None)],
            "A programme document is on record; its period is not stated",
        ),
        (
            RUNS,
            [document(starts_on=None, ends_on=None, is_interim=True)],
            "A short programme document stands as an interim solution",
        ),
        (RUNS, [], "The framework runs to 2027; no programme document is on record"),
        ([], [], "No Cooperation Framework is on record"),
        (
            [framework(ends_on="2024-12-31")],
            [],
            "The framework has ended; no next one is on record",
        ),
        (
            [framework(ends_on="2024-12-31"), framework(starts_on="2026-01-01")],
            [],
            "No framework runs now; the next one is on record",
        ),
    ],
)
def test_the_headline_of_a_country_is_what_the_dates_hold(frameworks, documents, words):
    assert country_headline(frameworks, documents, TODAY) == words


def test_a_new_generation_stands_before_a_later_document_of_the_earlier_one():
    earlier = document(starts_on="2024-01-01", ends_on="2027-12-31", generation="earlier")
    assert country_headline(RUNS, [earlier, document()], TODAY) == (
        "The programme document ends a year before the framework it serves"
    )


@pytest.mark.parametrize(
    ("frameworks", "words"),
    [
        (RUNS, "The framework runs from 1 January 2023 to 31 December 2027."),
        (
            [framework(original_ends_on="2025-12-31")],
            (
                "The framework of 1 January 2023 was agreed to 31 December 2025; "
                "it now runs to 31 December 2027."
            ),
        ),
        ([], ""),
    ],
)
def test_an_extension_is_told_with_the_end_first_agreed(frameworks, words):
    assert framework_sentence(frameworks, TODAY) == words


@pytest.mark.parametrize(
    ("documents", "words"),
    [
        ([document()], "The programme document is for 1 January 2023 to 31 December 2026."),
        (
            [document(starts_on=None, ends_on=None)],
            "The period of the programme document is not stated.",
        ),
        ([], ""),
    ],
)
def test_a_period_that_is_not_known_is_not_assumed(documents, words):
    assert document_sentence(documents) == words
