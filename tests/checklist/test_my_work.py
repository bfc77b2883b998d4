"""My work: what waits, what is late, what came back, what changed, for office and secretariat."""

from datetime import timedelta

import pytest
from django.utils import timezone

from checklist.actions.amendments import reply
from checklist.actions.answers import save
from checklist.actions.notes import add_note
from checklist.actions.reviews import LineDecision, decide
from checklist.actions.submissions import submit
from checklist.models import Amendment, ReportingRound, Submission
from tests.checklist.pages import signed_in, text_of
from tests.factories import (
    answer_to,
    make_actor,
    make_office,
    make_token,
    make_user,
    office_actor,
    partial_line,
)

pytestmark = pytest.mark.django_db


def work_of(client):
    return text_of(client.get("/my-work/"))


@pytest.fixture
def amended(submission):
    """An answer that the secretariat corrected after accepting it."""
    reviewer = make_actor()
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    answer = answer_to(submission.round, "NGT-01", "KEN")
    words = {"kind": "not_started", "constraints": ["core_funding"]}
    save(answer, words, base_version=answer.version, reason="By the record.", by=reviewer)
    return Amendment.objects.get()


def test_what_was_carried_over_is_counted_apart_from_drafts(round_, office):
    round_.answers.filter(item__code="NGT-01").update(
        progress="draft", kind="partial", reexamined=False, updated_by=None
    )
    page = work_of(office)
    assert "3 answers were carried over from the last round and are not re-examined" in page
    assert "not handed over." not in page


def test_a_pillar_leads_to_the_first_item_with_work_left(round_, office):
    round_.answers.filter(item__code="NGT-01").update(progress="accepted", kind="full")
    assert 'href="/rounds/2026/offices/ROAF/?item=NGT-02"' in work_of(office)


def test_answers_that_are_late_are_said_to_be(round_, office):
    today = timezone.localdate()
    begun = {"opens_on": today - timedelta(30), "answers_due_on": today - timedelta(2)}
    ReportingRound.objects.update(**begun)
    assert '<dd class="alarm">' in work_of(office)
    assert "2 days late" in work_of(office)
    round_.answers.update(progress="submitted", kind="partial")
    assert '<dd class="alarm">' not in work_of(office)
    assert "Nothing waits for you." in work_of(office)


def test_a_returned_line_leads_to_the_sheet_and_says_until_when(submission, office):
    decide(submission, [LineDecision(1, "return", "Name the source.")], by=make_actor())
    page = work_of(office)
    assert 'href="/rounds/2026/offices/ROAF/?item=NGT-01&amp;subject=KEN"' in page
    assert "in 7 days" in page


def test_a_correction_waits_for_the_office_until_it_replies(amended, office, secretariat):
    assert "Acknowledge it, or dissent." in work_of(office)
    by = office_actor(make_office("ROAF"))
    reply(amended, "dissent", "We signed in March.", by=by)
    assert "Acknowledge it, or dissent." not in work_of(office)
    assert "We signed in March." in work_of(secretariat)


def test_notes_of_the_other_side_are_news_and_internal_ones_nobodys(
    submission, office, secretariat
):
    line = submission.lines.get(number=1)
    add_note(line, "Which minister?", is_internal=False, by=make_actor())
    add_note(line, "Weak, I think.", is_internal=True, by=make_actor())
    add_note(line, "Of housing.", is_internal=False, by=office_actor(make_office("ROAF")))

    theirs, ours = work_of(office), work_of(secretariat)

    assert "Which minister?" in theirs
    assert "Of housing." not in theirs
    assert "Of housing." in ours
    assert "Which minister?" not in ours
    assert "Weak, I think." not in theirs + ours


def test_late_submissions_are_counted_and_stand_first(submission, secretariat):
    Submission.objects.update(due_on=timezone.localdate() - timedelta(1))
    assert "1 is late." in work_of(secretariat)


def test_what_came_back_corrected_is_told_to_the_secretariat(submission, secretariat):
    decide(submission, [LineDecision(1, "return", "Why?")], by=make_actor())
    assert "1 line came back corrected." not in work_of(secretariat)
    by = office_actor(make_office("ROAF"))
    submit(submission.round, make_office("ROAF"), [partial_line(narrative="Because.")], by=by)
    assert "1 line came back corrected." in work_of(secretariat)


def test_tokens_that_end_soon_are_told_to_the_secretariat(secretariat):
    make_token(make_user(), expires_at=timezone.now() + timedelta(days=10))
    assert "1 token ends within 30 days." in work_of(secretariat)


def test_what_changed_at_another_office_is_nobody_elses_news(amended):
    stranger = signed_in(make_user("regional_office", make_office("ROAS")))
    page = work_of(stranger)
    assert "Nothing changed in the last two weeks" in page
    assert "By the record." not in page


@pytest.mark.parametrize("many", [False, True])
def test_news_take_as_many_queries_for_many_as_for_one(
    submission, office, secretariat, django_assert_num_queries, many
):
    for number in (1, 2, 3) if many else (1,):
        line = submission.lines.get(number=number)
        add_note(line, "Which minister?", is_internal=False, by=make_actor())
        add_note(line, "Of housing.", is_internal=False, by=office_actor(make_office("ROAF")))
    with django_assert_num_queries(11):
        office.get("/my-work/")
    with django_assert_num_queries(15):
        secretariat.get("/my-work/")
