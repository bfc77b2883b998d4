"""Many drafts at once: the same lines as a submission, but they need not be complete."""

import pytest

from accounts.refusals import Blocked, Invalid, NotAllowed, Stale
from checklist.actions.drafts import save_all
from checklist.actions.rounds import freeze
from checklist.actions.submissions import submit
from checklist.models import Answer
from tests.factories import (
    answer_to,
    make_actor,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return office_actor(make_office("ROAF"))


@pytest.fixture
def round_():
    for code in ("KEN", "UGA"):
        make_team(code, make_office("ROAF"))
    make_checklist()
    return make_open_round()


def office():
    return make_office("ROAF")


def test_a_draft_need_not_be_complete(round_, by):
    line = {"item": "NGT-01", "subject": "KEN", "kind": "full"}

    planned = save_all(round_, office(), [line], by=by)

    kept = answer_to(round_, "NGT-01", "KEN")
    assert planned.counts["created"] == 1
    assert (kept.kind, kept.progress, kept.version, kept.reexamined) == ("full", "draft", 1, True)


def test_one_bad_line_and_no_draft_is_kept(round_, by):
    lines = [partial_line(), partial_line(subject="UGA", kind="maybe")]

    with pytest.raises(Invalid) as refusal:
        save_all(round_, office(), lines, by=by)

    assert [fault.pointer for fault in refusal.value.faults] == ["/lines/1/kind"]
    assert set(Answer.objects.values_list("progress", flat=True)) == {"empty"}


def test_the_same_lines_twice_change_nothing(round_, by):
    save_all(round_, office(), [partial_line()], by=by)
    before = Answer.objects.values().get(subject="KEN")

    again = save_all(round_, office(), [partial_line(base_version=0)], by=by)

    assert again.counts["unchanged"] == 1
    assert Answer.objects.values().get(subject="KEN") == before


def test_words_that_are_under_review_already_stay_under_review(round_, by):
    done = submit(round_, office(), [partial_line()], by=by).submission

    save_all(round_, office(), [partial_line()], by=by)

    assert answer_to(round_, "NGT-01", "KEN").progress == "submitted"
    assert done.lines.get().decision == ""


def test_new_words_take_the_line_out_of_review(round_, by):
    done = submit(round_, office(), [partial_line()], by=by).submission

    save_all(round_, office(), [partial_line(narrative="Signed.")], by=by)

    assert answer_to(round_, "NGT-01", "KEN").progress == "draft"
    assert done.lines.get().decision == "superseded"


def test_a_stale_line_overwrites_nothing(round_, by):
    save_all(round_, office(), [partial_line()], by=by)

    with pytest.raises(Stale):
        save_all(round_, office(), [partial_line(narrative="Older.", base_version=0)], by=by)

    assert answer_to(round_, "NGT-01", "KEN").narrative == "Under way."


def test_only_the_office_keeps_drafts_and_only_while_the_round_is_open(round_, by):
    for actor in (make_actor(), office_actor(make_office("ROAS"))):
        with pytest.raises(NotAllowed):
            save_all(round_, office(), [partial_line()], by=actor)
    freeze(round_, by=make_actor())
    with pytest.raises(Blocked) as refusal:
        save_all(round_, office(), [partial_line()], by=by)

    assert [each.code for each in refusal.value.blockers] == ["round_not_open"]


def test_as_many_queries_for_one_line_as_for_two(round_, by, django_assert_num_queries):
    for lines in ([partial_line()], [partial_line(narrative="x"), partial_line(subject="UGA")]):
        with django_assert_num_queries(6):
            save_all(round_, office(), lines, by=by)
