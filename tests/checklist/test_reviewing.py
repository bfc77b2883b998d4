import threading

import pytest
from django.db import connections, transaction

from accounts.refusals import Blocked, Invalid, NotAllowed
from checklist.actions.answers import save
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import freeze, locked, mark_published, shared
from checklist.actions.submissions import recall, submit
from checklist.models import Submission, SubmissionLine
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
def reviewer():
    return make_actor()


@pytest.fixture
def submission(by):
    make_team("KEN", make_office("ROAF"))
    make_checklist(items=2)
    round_ = make_open_round()
    lines = [partial_line("NGT-01"), partial_line("NGT-02")]
    return submit(round_, make_office("ROAF"), lines, by=by).submission


def test_accepted_and_returned_lines_move_their_answers(submission, reviewer):
    decisions = [LineDecision(1, "accept"), LineDecision(2, "return", "Name the source.")]

    decided = decide(submission, decisions, by=reviewer)

    assert decided.state == "decided"
    assert answer_to(submission.round, "NGT-01", "KEN").progress == "accepted"
    assert answer_to(submission.round, "NGT-02", "KEN").progress == "returned"
    line = submission.lines.get(number=2)
    assert (line.reason, line.decided_by) == ("Name the source.", reviewer.user)


def test_a_submission_is_in_review_while_a_line_waits(submission, reviewer):
    assert decide(submission, [LineDecision(1, "accept")], by=reviewer).state == "in_review"


def test_a_return_needs_its_reason_and_a_line_must_exist(submission, reviewer):
    wrong = [
        LineDecision(1, "return", " "),
        LineDecision(9, "accept"),
        LineDecision(2, "maybe"),
        LineDecision(2, "accept"),
    ]
    with pytest.raises(Invalid) as refusal:
        decide(submission, wrong, by=reviewer)
    assert [(f.pointer, f.code) for f in refusal.value.faults] == [
        ("/0/reason", "reason_required"),
        ("/1/line", "unknown_line"),
        ("/2/decision", "unknown_decision"),
        ("/3/line", "duplicate_line"),
    ]
    assert set(SubmissionLine.objects.values_list("decision", flat=True)) == {""}


def test_the_same_decision_again_by_the_same_person_is_safe(submission, reviewer):
    decisions = [LineDecision(1, "accept")]
    decide(submission, decisions, by=reviewer)
    assert decide(submission, decisions, by=reviewer).state == "in_review"


def test_a_decided_line_tells_a_second_reviewer_which_decision_stands(submission, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    with pytest.raises(Blocked) as refusal:
        decide(submission, [LineDecision(1, "return", "No")], by=make_actor())
    assert refusal.value.code == "already_decided"
    assert str(reviewer.user) in refusal.value.message


def test_nobody_accepts_a_submission_they_made_themselves(submission, reviewer):
    Submission.objects.update(submitted_by=reviewer.user)
    submission.refresh_from_db()
    with pytest.raises(NotAllowed) as refusal:
        decide(submission, [LineDecision(1, "accept")], by=reviewer)
    assert refusal.value.code == "own_submission"


@pytest.mark.parametrize("role", ["administrator", "regional_office", "board_member"])
def test_only_the_secretariat_decides(submission, role):
    with pytest.raises(NotAllowed):
        decide(submission, [LineDecision(1, "accept")], by=make_actor(role))


def test_an_edit_takes_the_line_out_of_review(submission, by, reviewer):
    answer = answer_to(submission.round, "NGT-01", "KEN")
    save(answer, {"kind": "partial", "narrative": "New"}, base_version=1, by=by)

    with pytest.raises(Blocked) as refusal:
        decide(submission, [LineDecision(1, "accept")], by=reviewer)

    assert refusal.value.code == "already_decided"
    assert answer_to(submission.round, "NGT-01", "KEN").progress == "draft"


def test_an_edit_after_acceptance_takes_it_back(submission, by, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    answer = answer_to(submission.round, "NGT-01", "KEN")

    save(answer, {"kind": "partial", "narrative": "New"}, base_version=1, by=by)

    assert answer_to(submission.round, "NGT-01", "KEN").progress == "draft"


def test_what_was_accepted_is_the_baseline_of_the_next_submission(submission, by, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    answer = answer_to(submission.round, "NGT-01", "KEN")
    values = {"kind": "partial", "narrative": "New", "constraints": ["other"]}
    save(answer, values, base_version=1, by=by)

    again = submit(submission.round, submission.office, None, by=by).submission

    line = again.lines.get()
    assert (line.before["narrative"], line.after["narrative"]) == ("Under way.", "New")


def test_a_decided_submission_cannot_be_recalled(submission, by, reviewer):
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    with pytest.raises(Blocked) as refusal:
        recall(submission, by=by)
    assert refusal.value.code == "already_decided"


@pytest.mark.django_db(transaction=True)
def test_of_two_reviewers_at_once_exactly_one_wins(submission):
    reviewers = [make_actor(), make_actor()]
    start, outcomes = threading.Barrier(2), []

    def review(actor, decision):
        try:
            start.wait()
            decide(submission, [LineDecision(1, decision, "Reason")], by=actor)
            outcomes.append("stands")
        except Blocked as refusal:
            outcomes.append(refusal.code)
        finally:
            connections.close_all()

    pairs = zip(reviewers, ("accept", "return"), strict=True)
    threads = [threading.Thread(target=review, args=pair) for pair in pairs]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()

    assert sorted(outcomes) == ["already_decided", "stands"]


@pytest.mark.django_db(transaction=True)
@pytest.mark.parametrize("act", ["decide", "amend"])
def test_a_decision_made_while_the_round_is_published_waits_for_it_and_is_refused(submission, act):
    """Else it would stand beside a publication that does not have it."""
    decide(submission, [LineDecision(1, "accept")], by=make_actor())
    freeze(submission.round, by=make_actor())
    answer = answer_to(submission.round, "NGT-01", "KEN")
    words = {"kind": "partial", "narrative": "Corrected.", "constraints": ["core_funding"]}
    acts = {
        "decide": lambda by: decide(submission, [LineDecision(2, "accept")], by=by),
        "amend": lambda by: save(answer, words, base_version=None, reason="Why.", by=by),
    }
    outcomes = []

    def run(by):
        try:
            acts[act](by)
            outcomes.append("stands")
        except Blocked as refusal:
            outcomes.append(refusal.code)
        finally:
            connections.close_all()

    late = threading.Thread(target=run, args=[make_actor()])
    with transaction.atomic():
        round_ = locked(submission.round)
        late.start()
        late.join(0.5)
        assert outcomes == []
        mark_published(round_, by=make_actor())
    late.join()

    assert outcomes == ["round_published"]


@pytest.mark.django_db(transaction=True)
def test_a_decision_waits_for_nobody_who_only_reads_or_hands_in(submission):
    """A preview is drawn for seconds, and holds the round as a submission does."""
    decisions, by = [LineDecision(1, "accept")], make_actor()
    late = threading.Thread(target=decide_apart, args=[submission, decisions, by])
    with transaction.atomic():
        shared(submission.round_id)
        late.start()
        late.join(20)
        assert submission.lines.get(number=1).decision == "accept"


def decide_apart(submission, decisions, by):
    """On a connection of its own."""
    try:
        decide(submission, decisions, by=by)
    finally:
        connections.close_all()
