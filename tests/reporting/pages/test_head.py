"""What the head of a page says of its publication."""

import pytest

from reporting.pages.head import answers_as_of


@pytest.mark.parametrize(
    ("planned", "published", "day"),
    [
        ("2026-02-16", "2026-04-27", "2026-02-16"),
        ("2026-02-16", "2026-01-20", "2026-01-20"),
    ],
)
def test_answers_are_of_the_day_of_the_freeze_and_never_of_a_day_to_come(planned, published, day):
    assert answers_as_of({"round": {"freezes_on": planned}, "register_as_of": published}) == day
