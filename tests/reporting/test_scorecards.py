from fractions import Fraction

import pytest

from checklist.compliance import Tally, Verdict
from checklist.models import Answer
from reporting.scorecards import Scorecard, as_record, from_record, live, summed, total
from tests.reporting.world import answered_round, make_world

ROWS = [
    {"office": "ROAF", "tally": as_record(Tally(full=1, partial=2))},
    {"office": "ROAS", "tally": as_record(Tally(not_assessed=1))},
    {"office": "ROAF", "tally": as_record(Tally(full=3))},
]


def test_counted_rows_are_summed_by_a_key():
    assert summed(ROWS, lambda row: row["office"]) == {
        "ROAF": Tally(full=4, partial=2),
        "ROAS": Tally(not_assessed=1),
    }
    assert total(ROWS) == Tally(full=4, partial=2, not_assessed=1)


def test_a_tally_survives_its_record():
    tally = Tally(1, 2, 3, 4, 5)
    assert from_record(as_record(tally)) == tally


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("by", "expected"),
    [
        (
            "office",
            [
                ("HQ", Tally(full=1)),
                ("ROAF", Tally(full=1, not_started=1, not_applicable=1)),
                ("ROAS", Tally(partial=1, not_assessed=2)),
            ],
        ),
        ("pillar", [("NGT", Tally(2, 1, 1, 2, 1))]),
        (
            "team",
            [
                ("KEN", Tally(full=1, not_applicable=1)),
                ("PACIFIC", Tally(partial=1, not_assessed=1)),
            ],
        ),
        (
            "item",
            [
                ("NGT-01", Tally(full=1, partial=1)),
                ("NGT-02", Tally(not_assessed=1, not_applicable=1)),
                ("NGT-08", Tally(full=1, not_started=1, not_assessed=1)),
            ],
        ),
    ],
)
def test_live_scorecards_count_what_was_not_accepted_as_not_assessed(
    by, expected, django_assert_num_queries
):
    make_world()
    round_ = answered_round()
    with django_assert_num_queries(1):
        found = live(Answer.objects.in_round(round_), by, accepted_only=True)
    assert found == [Scorecard(by, key, tally) for key, tally in expected]


def test_a_scorecard_judges_as_its_tally_does():
    card = Scorecard("office", "ROAF", Tally(full=5, partial=5), Tally(full=4, partial=6))
    assert (card.verdict, card.share, card.change.words) == (
        Verdict.PARTIAL,
        Fraction(1, 2),
        "up 10 points",
    )
