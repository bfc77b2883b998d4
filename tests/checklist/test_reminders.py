"""What reminders tell, to whom, and when."""

from datetime import timedelta

import pytest
from django.core import mail
from django.core.management import CommandError, call_command
from django.utils import timezone

from accounts.models import ReminderMail, User
from checklist.actions.amendments import reply
from checklist.actions.answers import save
from checklist.actions.bulk import close
from checklist.actions.reviews import LineDecision, decide
from checklist.models import Amendment, ReportingRound, Submission
from checklist.reminders.gathering import facts_by_person
from tests.factories import (
    answer_to,
    make_actor,
    make_office,
    make_token,
    make_user,
    office_actor,
)

pytestmark = pytest.mark.django_db

DAY = timedelta(days=1)


def told(person, now=None):
    """The sentences a person could be told now."""
    facts = facts_by_person(now or timezone.now()).get(person, [])
    return [fact.say(len(fact.keys)) for fact in facts]


def due_in(days, **fields):
    """The open round's answers are due so many days from now."""
    today = timezone.localdate()
    ReportingRound.objects.update(
        opens_on=today - 60 * DAY,
        answers_due_on=today + days * DAY,
        review_due_on=today + 60 * DAY,
        freezes_on=today + 70 * DAY,
    )


@pytest.mark.parametrize(("days", "is_told"), [(15, False), (14, True), (1, True), (-1, False)])
def test_an_office_is_told_of_what_it_has_still_to_hand_over(round_, office_user, days, is_told):
    due_in(days)
    assert any("6 answers are to be handed over by" in words for words in told(office_user)) is (
        is_told
    )


def test_an_office_that_handed_everything_over_is_not_reminded(round_, office_user):
    due_in(7)
    round_.answers.update(progress="submitted", kind="partial")
    assert told(office_user) == []


def test_returned_lines_are_told_with_the_day_by_which_to_correct_them(submission, office_user):
    decide(submission, [LineDecision(n, "return", "Why") for n in (1, 2)], by=make_actor())
    (words,) = told(office_user)
    assert words.startswith(f"2 lines of submission {submission.pk} came back. Correct them by ")


def test_acceptance_is_told_when_the_submission_is_decided_and_not_before(submission, office_user):
    by = make_actor()
    decide(submission, [LineDecision(1, "accept")], by=by)
    assert told(office_user) == []
    decide(submission, [LineDecision(n, "accept") for n in (2, 3)], by=by)
    if Submission.objects.get().state != "decided":
        close(submission, by=by)
    assert told(office_user) == [f"3 lines of submission {submission.pk} are accepted."]


def test_a_correction_is_told_to_the_office_and_its_dissent_to_the_secretariat(
    submission, office_user
):
    reviewer = make_actor()
    decide(submission, [LineDecision(1, "accept")], by=reviewer)
    answer = answer_to(submission.round, "NGT-01", "KEN")
    words = {"kind": "not_started", "constraints": ["core_funding"]}
    save(answer, words, base_version=answer.version, reason="Fact", by=reviewer)

    assert told(office_user) == ["NGT-01, KEN was corrected. Acknowledge it, or dissent."]
    by = office_actor(make_office("ROAF"))
    reply(Amendment.objects.get(), "dissent", "We signed.", by=by)
    assert told(office_user) == []
    expected = "Area ROAF dissents from the correction of NGT-01, KEN."
    assert expected in told(reviewer.user)


def test_the_secretariat_is_told_of_reviews_that_are_due(submission):
    person = make_user("secretariat")
    Submission.objects.update(due_on=timezone.localdate() + 7 * DAY)
    (words,) = told(person)
    assert words.startswith("1 submission is to be reviewed by ")


@pytest.mark.parametrize(("days", "is_told"), [(31, False), (30, True), (14, True), (3, True)])
def test_the_end_of_a_token_is_told_until_another_follows(days, is_told):
    person = make_user("secretariat")
    now = timezone.now()
    token, _ = make_token(person, expires_at=now + days * DAY)
    type(token).objects.update(created_at=now - 100 * DAY)
    assert bool(told(person, now)) is is_told
    make_token(person, replaces=token, expires_at=now + 200 * DAY)
    assert told(person, now) == []


def test_other_offices_the_board_and_those_who_turned_it_off_hear_nothing(submission, office_user):
    stranger = make_user("regional_office", make_office("ROAS"))
    board, quiet = make_user("board_member"), make_user("regional_office", make_office("ROAF"))
    User.objects.filter(pk=quiet.pk).update(wants_reminders=False)
    decide(submission, [LineDecision(1, "return", "Why")], by=make_actor())

    found = facts_by_person(timezone.now())

    assert office_user in found
    assert not {stranger, board, quiet} & set(found)


@pytest.mark.parametrize("many", [False, True])
def test_gathering_takes_as_many_queries_for_many_people_as_for_one(
    submission, many, django_assert_num_queries
):
    due_in(7)
    by = make_actor()
    numbers = (1, 2, 3) if many else (1,)
    decide(submission, [LineDecision(n, "return", "Why") for n in numbers], by=by)
    for _ in range(5 if many else 0):
        make_user("regional_office", make_office("ROAF"), make_office("ROAS"))
    with django_assert_num_queries(9):
        assert facts_by_person(timezone.now())


def test_the_command_tells_once_in_the_language_of_the_person(submission, office_user):
    User.objects.filter(pk=office_user.pk).update(language="ar")
    decide(submission, [LineDecision(1, "return", "Why")], by=make_actor())

    call_command("send_reminders")
    call_command("send_reminders")

    (message,) = [each for each in mail.outbox if each.to == [office_user.email]]
    assert f"/ar/submissions/{submission.pk}/" in message.body
    assert "/ar/reminders/off/?person=" in message.body


def test_the_command_says_when_something_failed(submission, office_user, settings):
    settings.EMAIL_BACKEND = "tests.accounts.test_outbox.Refusing"
    decide(submission, [LineDecision(1, "return", "Why")], by=make_actor())
    with pytest.raises(CommandError):
        call_command("send_reminders")
    assert ReminderMail.objects.get(person=office_user).state == "waiting"
