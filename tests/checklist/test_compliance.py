from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from checklist.compliance import Tally, Verdict

counts = st.integers(0, 10_000)
tallies = st.builds(Tally, counts, counts, counts, counts, counts)


@given(st.lists(tallies), st.randoms())
def test_tallies_add_in_any_order(parts, random):
    shuffled = random.sample(parts, len(parts))
    assert sum(shuffled, Tally()) == sum(parts, Tally())


@given(tallies, tallies, tallies)
def test_tallies_add_in_any_grouping(a, b, c):
    assert (a + b) + c == a + (b + c)


@given(tallies)
def test_nothing_added_changes_nothing(tally):
    assert tally + Tally() == tally


@given(st.lists(tallies))
def test_a_sum_counts_every_answer_once(parts):
    whole = sum(parts, Tally())
    assert whole.total == sum(part.total for part in parts)
    assert whole.counted == whole.total - sum(part.not_applicable for part in parts)


@given(tallies)
def test_a_share_lies_between_nought_and_one(tally):
    if tally.counted == 0:
        assert tally.share is None
    else:
        assert 0 <= tally.share <= 1


@given(tallies, counts)
def test_what_does_not_apply_changes_no_share_and_no_verdict(tally, more):
    changed = tally + Tally(not_applicable=more)
    assert (changed.share, changed.verdict) == (tally.share, tally.verdict)


@given(tallies, tallies)
def test_the_share_of_a_sum_lies_between_the_shares_of_its_parts(a, b):
    shares = [part.share for part in (a, b) if part.share is not None]
    if shares:
        assert min(shares) <= (a + b).share <= max(shares)


@given(st.sampled_from(Verdict), st.integers(1, 50))
def test_a_group_of_one_verdict_has_that_verdict(kind, number):
    assert Tally(**{kind: number}).verdict == kind


@pytest.mark.parametrize(
    ("tally", "verdict"),
    [
        (Tally(), Verdict.NOT_APPLICABLE),
        (Tally(not_applicable=3), Verdict.NOT_APPLICABLE),
        (Tally(not_assessed=2, not_applicable=1), Verdict.NOT_ASSESSED),
        (Tally(full=4, not_applicable=1), Verdict.FULL),
        (Tally(full=4, not_assessed=1), Verdict.PARTIAL),
        (Tally(not_started=2, not_assessed=5), Verdict.NOT_STARTED),
        (Tally(not_started=2, partial=1), Verdict.PARTIAL),
        (Tally(full=1, not_started=1), Verdict.PARTIAL),
        (Tally(partial=1), Verdict.PARTIAL),
    ],
)
def test_the_verdict_of_a_group(tally, verdict):
    assert tally.verdict == verdict


def test_under_ten_answers_counts_stand_in_for_a_share():
    assert not Tally(full=5, partial=4, not_applicable=9).is_enough_for_a_share
    assert Tally(full=5, partial=5).is_enough_for_a_share
    assert Tally(full=5, partial=3).share == Fraction(5, 8)
