"""Deciding unchanged lines together: only those somebody vouched for, undone until the end."""

import pytest

from accounts.policy import actor_of
from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.answers import save
from checklist.actions.bulk import (
    accept_confirmed,
    close,
    return_all,
    return_unconfirmed,
    undo_bulk,
)
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from checklist.models import Answer, ReportingRound, Submission
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

SAME = {"kind": "partial", "narrative": "Under way.", "constraints": ["core_funding"]}


@pytest.fixture
def by():
    return office_actor(make_office("ROAF"))


@pytest.fixture
def reviewer():
    return make_actor()


@pytest.fixture
def submission(by):
    """Line 1 changed, lines 2 and 3 confirmed unchanged, line 4 only carried over."""
    for code in ("KEN", "UGA", "RWA", "TZA"):
        make_team(code, make_office("ROAF"))
    checklist = make_checklist()
    make_open_round("2025")
    Answer.objects.update(**SAME, progress="accepted", version=1)
    ReportingRound.objects.update(state="published")
    round_ = make_open_round("2026", checklist=checklist)
    lines = [
        partial_line(subject="KEN", narrative="Signed."),
        partial_line(subject="UGA"),
        partial_line(subject="RWA"),
        partial_line(subject="TZA", reexamined=False),
    ]
    return submit(round_, make_office("ROAF"), lines, by=by).submission


def decisions(submission):
    rows = submission.lines.values_list("number", "decision", "decided_in_bulk")
    return {number: (decision, bulk) for number, decision, bulk in rows}


def codes(refusal):
    return [blocker.code for blocker in refusal.value.blockers]


def test_only_confirmed_unchanged_lines_are_accepted_together(submission, reviewer):
    assert accept_confirmed(submission, expected=2, by=reviewer) == 2

    assert decisions(submission) == {
        1: ("", False),
        2: ("accept", True),
        3: ("accept", True),
        4: ("", False),
    }
    assert answer_to(submission.round, "NGT-01", "UGA").progress == "accepted"


def test_carried_lines_go_back_together_with_a_reason(submission, reviewer):
    assert return_unconfirmed(submission, reason="Re-examine.", expected=1, by=reviewer) == 1

    line = submission.lines.get(number=4)
    assert (line.decision, line.reason) == ("return", "Re-examine.")
    assert answer_to(submission.round, "NGT-01", "TZA").progress == "returned"


def test_a_return_in_bulk_needs_its_reason(submission, reviewer):
    with pytest.raises(Invalid) as refusal:
        return_unconfirmed(submission, reason=" ", expected=1, by=reviewer)

    assert [fault.code for fault in refusal.value.faults] == ["reason_required"]


def test_nothing_is_decided_when_there_are_other_lines_than_were_shown(submission, reviewer):
    with pytest.raises(Blocked) as refusal:
        accept_confirmed(submission, expected=3, by=reviewer)

    assert codes(refusal) == ["count_changed"]
    assert {decision for decision, _ in decisions(submission).values()} == {""}


def test_what_was_decided_in_bulk_is_undone(submission, reviewer):
    accept_confirmed(submission, expected=2, by=reviewer)
    return_unconfirmed(submission, reason="Re-examine.", expected=1, by=reviewer)

    assert undo_bulk(submission, by=reviewer) == 3

    assert set(decisions(submission).values()) == {("", False)}
    progress = Answer.objects.in_round(submission.round).values_list("progress", flat=True)
    assert set(progress) == {"submitted"}
    line = submission.lines.get(number=4)
    assert (line.reason, line.decided_by, line.decided_at) == ("", None, None)


def test_a_decision_on_one_line_is_not_undone_with_the_bulk(submission, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    accept_confirmed(submission, expected=2, by=reviewer)

    undo_bulk(submission, by=reviewer)

    assert decisions(submission)[1] == ("accept", False)


def test_the_review_stays_open_until_it_is_closed(submission, reviewer):
    accept_confirmed(submission, expected=2, by=reviewer)
    return_unconfirmed(submission, reason="Re-examine.", expected=1, by=reviewer)

    done = decide(submission, [LineDecision(1, "accept")], by=reviewer)
    assert done.state == "in_review"

    assert close(submission, by=reviewer).state == "decided"
    with pytest.raises(Blocked) as refusal:
        undo_bulk(submission, by=reviewer)
    assert codes(refusal) == ["already_decided"]


def test_a_review_is_not_closed_while_lines_wait(submission, reviewer):
    accept_confirmed(submission, expected=2, by=reviewer)

    with pytest.raises(Blocked) as refusal:
        close(submission, by=reviewer)

    assert codes(refusal) == ["lines_waiting"]


def test_an_answer_written_anew_is_left_alone_by_the_undoing(submission, reviewer, by):
    accept_confirmed(submission, expected=2, by=reviewer)
    uganda = answer_to(submission.round, "NGT-01", "UGA")
    save(uganda, {"kind": "partial", "narrative": "New."}, base_version=1, by=by)

    assert undo_bulk(submission, by=reviewer) == 1

    assert decisions(submission)[2] == ("accept", True)
    assert answer_to(submission.round, "NGT-01", "UGA").progress == "draft"


def test_everything_that_waits_goes_back_with_one_reason_and_for_good(submission, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)

    assert return_all(submission, reason="Read it again.", expected=3, by=reviewer) == 3

    assert Submission.objects.get().state == "decided"
    assert decisions(submission) == {
        1: ("accept", False),
        2: ("return", False),
        3: ("return", False),
        4: ("return", False),
    }


def test_nothing_goes_back_when_other_lines_wait_than_were_shown(submission, reviewer):
    with pytest.raises(Blocked) as refusal:
        return_all(submission, reason="Again.", expected=3, by=reviewer)

    assert codes(refusal) == ["count_changed"]
    assert {decision for decision, _ in decisions(submission).values()} == {""}


def test_with_nothing_decided_in_bulk_there_is_nothing_to_undo(submission, reviewer):
    with pytest.raises(Blocked) as refusal:
        undo_bulk(submission, by=reviewer)

    assert codes(refusal) == ["not_in_bulk"]


def test_nobody_decides_in_bulk_on_their_own_submission_nor_without_the_role(submission, by):
    author = submission.submitted_by
    author.role = "secretariat"
    author.save()
    acts = [
        lambda actor: accept_confirmed(submission, expected=2, by=actor),
        lambda actor: return_unconfirmed(submission, reason="No.", expected=1, by=actor),
        lambda actor: return_all(submission, reason="No.", expected=4, by=actor),
        lambda actor: undo_bulk(submission, by=actor),
        lambda actor: close(submission, by=actor),
    ]

    for act in acts:
        for actor in (actor_of(author), by):
            with pytest.raises(NotAllowed):
                act(actor)

    assert Submission.objects.get().state == "submitted"
