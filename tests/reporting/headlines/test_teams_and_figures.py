import pytest

from reporting import headlines


@pytest.mark.parametrize(
    ("active", "running", "words"),
    [
        (62, 105, "UN-Habitat takes an active part in 62 of 105 frameworks that run"),
        (0, 1, "UN-Habitat takes an active part in 0 of 1 framework that runs"),
        (1200, 1300, "UN-Habitat takes an active part in 1,200 of 1,300 frameworks that run"),
        (0, 0, "No Cooperation Framework runs"),
    ],
)
def test_how_many_frameworks_unhabitat_takes_an_active_part_in(active, running, words):
    assert headlines.engagement(active, running) == words


@pytest.mark.parametrize(
    ("found", "words"),
    [
        (["agrees", "within_hedge"], "All 2 figures reported agree with the records"),
        (["agrees"], "The figure reported agrees with the records"),
        (["differs"], "The figure reported does not agree with the records"),
        (
            ["agrees", "differs", "not_counted"],
            "1 of 3 figures reported agree with the records",
        ),
        ([], "No figure was reported for this round"),
    ],
)
def test_how_reported_figures_stand_to_the_records(found, words):
    assert headlines.agreement(found) == words
