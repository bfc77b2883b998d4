"""A new round begins with what the last one left, and with nobody's name on it."""

import uuid

import pytest

from accounts.refusals import Blocked, NotAllowed, Stale
from checklist.actions.answers import confirm, save
from checklist.actions.submissions import lines_of_drafts, submit
from checklist.earlier import Earlier, earlier_answers
from checklist.models import Answer, ChecklistItem, ReportingRound
from tests.factories import (
    answer_to,
    make_checklist,
    make_evidence,
    make_office,
    make_open_round,
    make_team,
    office_actor,
)

pytestmark = pytest.mark.django_db


@pytest.fixture
def by():
    return office_actor(make_office("ROAF"))


@pytest.fixture
def last():
    """Round 2025, published: Kenya partial, Uganda not accepted, Rwanda never assessed."""
    for code in ("KEN", "UGA", "RWA"):
        make_team(code, make_office("ROAF"))
    make_checklist("2025")
    round_ = make_open_round("2025")
    partial = {"kind": "partial", "narrative": "Under way.", "constraints": ["core_funding"]}
    answers = Answer.objects.in_round(round_)
    answers.filter(subject="KEN").update(**partial, progress="accepted", version=4)
    answers.filter(subject="UGA").update(**partial, progress="returned", version=2)
    answers.filter(subject="RWA").update(progress="accepted")
    ReportingRound.objects.update(state="published")
    return round_


@pytest.fixture
def round_(last):
    return make_open_round("2026", checklist=make_checklist("2026"))


def kenya(round_):
    return answer_to(round_, "NGT-01", "KEN")


def test_an_accepted_answer_is_carried_as_a_draft_in_nobodys_name(round_):
    carried = kenya(round_)

    assert (carried.kind, carried.narrative, carried.constraints) == (
        "partial",
        "Under way.",
        ["core_funding"],
    )
    assert (carried.progress, carried.version) == ("draft", 1)
    assert (carried.reexamined, carried.updated_by) == (False, None)
    event = carried.events.latest("pgh_id")
    assert event.pgh_context["reason"] == "Carried over from round 2025."


def test_what_was_not_accepted_or_not_assessed_is_not_carried(round_):
    rest = Answer.objects.in_round(round_).exclude(subject="KEN")

    assert set(rest.values_list("kind", "progress")) == {("not_assessed", "empty")}


def test_an_old_answer_to_a_new_question_is_shown_but_not_carried(last):
    checklist = make_checklist("2026")
    ChecklistItem.objects.filter(checklist=checklist).update(digest="1" * 64)

    round_ = make_open_round("2026", checklist=checklist)

    answer = kenya(round_)
    assert (answer.kind, answer.progress) == ("not_assessed", "empty")
    earlier = earlier_answers([answer], round_)[answer.pk]
    assert (earlier.round_code, earlier.is_same_text) == ("2025", False)
    assert earlier.content["narrative"] == "Under way."


def test_the_last_round_stands_beside_the_new_answer(round_, django_assert_num_queries):
    answers = list(Answer.objects.in_round(round_).select_related("item"))

    with django_assert_num_queries(2):
        found = earlier_answers(answers, round_)

    told = {answer.subject: found.get(answer.pk) for answer in answers}
    assert told["UGA"] is None
    assert isinstance(told["KEN"], Earlier)
    assert (told["KEN"].is_same_text, told["RWA"].content["kind"]) == (True, "not_assessed")


def test_evidence_stays_behind_when_a_country_moved_to_another_office(last):
    paper = make_evidence(make_office("ROAF"))
    Answer.objects.filter(subject="KEN").update(evidence=[paper.pk])
    team = Answer.objects.get(subject="KEN").team
    team.office = make_office("ROAS")
    team.save()

    round_ = make_open_round("2026", checklist=make_checklist("2026"))

    assert (kenya(round_).narrative, kenya(round_).evidence) == ("Under way.", [])


def test_evidence_is_carried_with_the_answer(last):
    Answer.objects.filter(subject="KEN").update(evidence=[uuid.UUID(int=1)])

    round_ = make_open_round("2026", checklist=make_checklist("2026"))

    assert kenya(round_).evidence == [uuid.UUID(int=1)]


def test_nothing_changed_is_signed_and_changes_no_word(round_, by):
    confirmed = confirm(kenya(round_), base_version=1, by=by)

    assert (confirmed.reexamined, confirmed.updated_by) == (True, by.user)
    assert (confirmed.version, confirmed.narrative) == (1, "Under way.")
    event = confirmed.events.latest("pgh_id")
    assert event.pgh_context["reason"] == "Nothing changed since the last round."


def test_writing_the_same_words_again_signs_them_too(round_, by):
    values = {"kind": "partial", "narrative": "Under way.", "constraints": ["core_funding"]}

    saved = save(kenya(round_), values, base_version=1, by=by)

    assert (saved.reexamined, saved.version, saved.updated_by) == (True, 1, by.user)


def test_an_empty_answer_cannot_be_confirmed(round_, by):
    with pytest.raises(Blocked) as refusal:
        confirm(answer_to(round_, "NGT-01", "UGA"), base_version=None, by=by)

    assert [each.code for each in refusal.value.blockers] == ["nothing_to_confirm"]


def test_only_the_office_confirms_and_only_the_version_it_read(round_, by):
    with pytest.raises(NotAllowed):
        confirm(kenya(round_), base_version=1, by=office_actor(make_office("ROAS")))
    with pytest.raises(Stale):
        confirm(kenya(round_), base_version=7, by=by)

    assert kenya(round_).reexamined is False


def test_drafts_that_were_only_carried_say_so_when_they_are_handed_over(round_, by):
    save(answer_to(round_, "NGT-01", "UGA"), {"kind": "partial"}, base_version=0, by=by)
    Answer.objects.filter(subject="UGA").update(constraints=["other"])

    done = submit(round_, make_office("ROAF"), None, by=by).submission

    lines = done.lines.values_list("answer__subject", "is_changed", "is_confirmed")
    assert set(lines) == {("KEN", False, False), ("UGA", True, True)}
    assert kenya(round_).reexamined is False


def test_carried_drafts_can_be_left_where_they_are(round_, by):
    confirm(kenya(round_), base_version=1, by=by)
    Answer.objects.filter(subject="UGA").update(kind="partial", progress="draft")

    lines = lines_of_drafts(round_, make_office("ROAF"), carried=False)

    assert [line["subject"] for line in lines] == ["KEN"]


def test_a_line_sent_by_hand_vouches_for_its_words(round_, by):
    line = {"item": "NGT-01", "subject": "KEN", "kind": "partial", "narrative": "Under way."}

    done = submit(round_, make_office("ROAF"), [{**line, "constraints": ["core_funding"]}], by=by)

    assert done.plan.counts["unchanged"] == 1
    assert done.submission.lines.get().is_confirmed is True
    assert kenya(round_).reexamined is True
