"""Offices and secretariat act in any order whatever; what must always hold, holds."""

from contextlib import suppress
from types import SimpleNamespace

import pytest
from django.db import transaction
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from accounts.refusals import Refused
from checklist.actions.answers import confirm, save
from checklist.actions.bulk import accept_confirmed, close, return_unconfirmed, undo_bulk
from checklist.actions.drafts import save_all
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.rounds import freeze, reopen
from checklist.actions.submissions import recall, submit
from checklist.content import content_of
from checklist.models import Answer, ReportingRound, Submission, SubmissionLine
from tests.factories import (
    make_actor,
    make_checklist,
    make_office,
    make_open_round,
    make_team,
    office_actor,
)

pytestmark = pytest.mark.django_db

TEAMS = ("KEN", "UGA")
ANSWERS = st.sampled_from([(item, team) for item in ("NGT-01", "NGT-02") for team in TEAMS])
WORDS = st.sampled_from(["One.", "Two.", "Three."])

# By act, the steps it may make; an act that is not named moves no answer.
MOVES = {
    "draft": {(step, "draft") for step in ("empty", "draft", "submitted", "returned", "accepted")},
    "submit": {
        (step, "submitted") for step in ("empty", "draft", "submitted", "returned", "accepted")
    },
    "recall": {("submitted", "draft")},
    "decide": {("submitted", "accepted"), ("submitted", "returned")},
    "undo": {("accepted", "submitted"), ("returned", "submitted")},
}


def world():
    """Round 2025 published, 2026 open: all but one of its answers are carried over."""
    office = make_office("ROAF")
    for code in TEAMS:
        make_team(code, office)
    checklist = make_checklist(items=2)
    make_open_round("2025")
    carried = {"kind": "partial", "narrative": "Zero.", "constraints": ["other"]}
    last = Answer.objects.exclude(subject="UGA", item__code="NGT-02")
    last.update(**carried, progress="accepted", version=3)
    ReportingRound.objects.update(state="published")
    return SimpleNamespace(
        office=office,
        round=make_open_round("2026", checklist=checklist),
        writer=office_actor(office),
        reviewer=make_actor(),
    )


def line_with(key, words):
    item, subject = key
    said = {"kind": "partial", "narrative": words, "constraints": ["other"]}
    return {"item": item, "subject": subject, **said}


class Life(RuleBasedStateMachine):
    """Acts in any order, refused where they do not fit; the invariants follow each."""

    world: SimpleNamespace

    def __init__(self):
        super().__init__()
        self.frame = transaction.atomic()
        self.frame.__enter__()
        self.before = self.steps()
        self.act = ""
        self.written = {(answer.pk, answer.narrative) for answer in self.answers()}

    def teardown(self):
        transaction.set_rollback(True)
        self.frame.__exit__(None, None, None)

    def answers(self):
        return Answer.objects.in_round(self.world.round).select_related("item", "round")

    def steps(self):
        return dict(self.answers().values_list("pk", "progress"))

    def doing(self, act, do):
        """An act, with the steps before it for the invariant after it."""
        self.act, self.before = act, self.steps()
        with suppress(Refused):
            do()
            self.written |= {(each.pk, each.narrative) for each in self.answers()}

    def answer(self, key):
        return self.answers().get(item__code=key[0], subject=key[1])

    def newest(self):
        return Submission.objects.first()

    @rule(key=ANSWERS, words=WORDS)
    def write(self, key, words):
        line = line_with(key, words)
        values = {name: line[name] for name in ("kind", "narrative", "constraints")}
        answer = self.answer(key)
        version = answer.version
        self.doing(
            "draft", lambda: save(answer, values, base_version=version, by=self.world.writer)
        )

    @rule(key=ANSWERS, words=WORDS)
    def write_several(self, key, words):
        w = self.world
        lines = [line_with(key, words), line_with((key[0], "KEN"), "Table.")][
            : 1 + (key[1] != "KEN")
        ]
        self.doing("draft", lambda: save_all(w.round, w.office, lines, by=w.writer))

    @rule(key=ANSWERS)
    def nothing_changed(self, key):
        answer = self.answer(key)
        self.doing("draft", lambda: confirm(answer, base_version=None, by=self.world.writer))

    @rule()
    def hand_over_drafts(self):
        w = self.world
        self.doing("submit", lambda: submit(w.round, w.office, None, by=w.writer))

    @rule(keys=st.lists(ANSWERS, min_size=1, unique=True), words=WORDS)
    def hand_over_lines(self, keys, words):
        w = self.world
        lines = [line_with(key, words) for key in keys]
        self.doing("submit", lambda: submit(w.round, w.office, lines, by=w.writer))

    @precondition(lambda self: self.newest() and self.newest().state == "submitted")
    @rule()
    def take_back(self):
        found = self.newest()
        self.doing("recall", lambda: recall(found, by=self.world.writer))

    @precondition(lambda self: self.newest() is not None)
    @rule(number=st.integers(1, 4), decision=st.sampled_from(["accept", "return"]))
    def decide_a_line(self, number, decision):
        found = self.newest()
        chosen = [LineDecision(number, decision, "Name the source.")]
        self.doing("decide", lambda: decide(found, chosen, by=self.world.reviewer))

    @precondition(lambda self: self.newest() is not None)
    @rule(bulk=st.sampled_from(["accept", "return"]))
    def decide_in_bulk(self, bulk):
        found = self.newest()
        lines = found.lines.filter(decision="", is_changed=False, is_confirmed=bulk == "accept")
        expected, by = lines.count(), self.world.reviewer
        if bulk == "accept":
            self.doing("decide", lambda: accept_confirmed(found, expected=expected, by=by))
        else:
            back = {"reason": "Re-examine.", "expected": expected}
            self.doing("decide", lambda: return_unconfirmed(found, **back, by=by))

    @precondition(lambda self: self.newest() and self.newest().state == "in_review")
    @rule()
    def undo(self):
        found = self.newest()
        self.doing("undo", lambda: undo_bulk(found, by=self.world.reviewer))

    @precondition(lambda self: self.newest() and self.newest().state == "in_review")
    @rule()
    def close_the_review(self):
        found = self.newest()
        self.doing("", lambda: close(found, by=self.world.reviewer))

    @rule(key=ANSWERS, words=WORDS)
    def amend(self, key, words):
        answer = self.answer(key)
        values = {"kind": "partial", "narrative": f"Amended: {words}", "constraints": ["other"]}
        given = {"base_version": answer.version, "reason": "A slip"}
        self.doing("", lambda: save(answer, values, **given, by=self.world.reviewer))

    @rule(seldom=st.integers(0, 3))
    def freeze_or_reopen(self, seldom):
        round_ = ReportingRound.objects.get(pk=self.world.round.pk)
        if round_.state == "frozen":
            self.doing("", lambda: reopen(round_, by=self.world.reviewer))
        elif seldom == 0:
            self.doing("", lambda: freeze(round_, by=self.world.reviewer))

    @invariant()
    def an_answer_moves_only_as_the_act_allows(self):
        for pk, step in self.steps().items():
            if step != self.before[pk]:
                assert (self.before[pk], step) in MOVES.get(self.act, set())

    @invariant()
    def no_words_are_ever_lost(self):
        kept = set(Answer.pgh_event_model.objects.values_list("pgh_obj_id", "narrative"))
        assert self.written <= kept

    @invariant()
    def accepted_means_that_these_very_words_were_accepted(self):
        for answer in self.answers().filter(progress="accepted"):
            words = content_of(answer).as_json()
            amended = answer.amendments.first()
            if amended and amended.after == words:
                continue
            lines = answer.lines.filter(decision="accept", answer_version=answer.version)
            assert words in [line.after for line in lines]

    @invariant()
    def what_is_submitted_waits_on_one_line_with_its_words(self):
        submitted = self.answers().filter(progress="submitted")
        waiting = SubmissionLine.objects.filter(decision="").select_related("answer")
        lines = {line.answer_id: line for line in waiting}
        assert set(lines) == {answer.pk for answer in submitted}
        for answer in submitted:
            line = lines[answer.pk]
            assert line.answer_version == answer.version
            assert line.after == content_of(answer).as_json()

    @invariant()
    def a_submission_says_how_far_it_is(self):
        for each in Submission.objects.all():
            decisions = set(each.lines.values_list("decision", flat=True))
            if each.state == "submitted":
                assert decisions <= {"", "superseded"}
            elif each.state in {"decided", "recalled"}:
                assert "" not in decisions

    @invariant()
    def nobodys_name_stands_under_what_was_only_carried(self):
        carried = self.answers().filter(reexamined=False).exclude(progress="empty")
        for answer in carried.exclude(progress="accepted"):
            assert (answer.narrative, answer.version) == ("Zero.", 1)


def test_invariants_hold_whatever_is_done_in_whatever_order():
    Life.world = world()

    run_state_machine_as_test(Life, settings=settings(max_examples=25, stateful_step_count=30))
