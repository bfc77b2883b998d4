import pytest

from reporting.covering import Cover
from reporting.headlines.countries import covered, most_frequent, served, teams_moved

NONE = dict.fromkeys(Cover, 0)


@pytest.mark.parametrize(
    ("counts", "words"),
    [
        (
            {Cover.WHOLE: 2, Cover.SHORT: 1, Cover.NONE: 7, Cover.NO_FRAMEWORK: 90},
            (
                "3 of 10 countries with a framework have a programme document on record; "
                "documents that reach its end: 2"
            ),
        ),
        (
            {Cover.UNSTATED: 1, Cover.NONE: 9},
            (
                "1 of 10 countries with a framework have a programme document on record; "
                "none is known to reach its end"
            ),
        ),
        ({Cover.NO_FRAMEWORK: 4}, "No framework runs in any country on record"),
    ],
)
def test_the_headline_counts_countries_with_a_framework_and_what_reaches_its_end(counts, words):
    assert covered({**NONE, **counts}) == words


def test_what_is_found_most_often_is_never_that_no_framework_runs():
    counts = {**NONE, Cover.NO_FRAMEWORK: 50, Cover.NONE: 3, Cover.SHORT: 2}
    assert most_frequent(counts) == "Most often no programme document is on record: 3"
    assert (
        most_frequent({**NONE, Cover.WHOLE: 2})
        == "Every programme document reaches to the end of its framework"
    )


def test_the_headline_of_the_teams_says_which_way_they_went():
    moves = {"up": 3, "down": 1, "same": 5, "first": 1}
    assert (
        teams_moved(moves, "2024")
        == "3 of 10 country teams have more full answers than in 2024, 1 fewer"
    )
    assert teams_moved(moves, "") == "10 country teams"


def test_a_team_may_serve_one_country_or_many():
    assert served([{}]) == "One framework for 1 country"
    assert served([{}, {}]) == "One framework for 2 countries"
