"""The outbox: one mail a day, nothing twice, nothing lost, whoever else sends at the same time."""

import smtplib
import threading
import time
from datetime import datetime, timedelta

import pytest
from django.core import mail
from django.core.mail.backends.locmem import EmailBackend as Locmem
from django.db import connection
from django.utils import timezone

from accounts.models import ReminderMail, ToldFact, User
from accounts.outbox.facts import Fact, step_before
from accounts.outbox.letters import letter
from accounts.outbox.preparing import prepare
from accounts.outbox.sending import Outcome, send_waiting, wait_after
from tests.factories import make_user

pytestmark = pytest.mark.django_db

NOON = timezone.make_aware(datetime(2026, 5, 4, 12))
DAY = timedelta(days=1)
HERE = __name__


class Slow(Locmem):
    """A mail server that takes its time, so that two senders meet."""

    def send_messages(self, messages):
        time.sleep(0.05)
        return super().send_messages(messages)


class Refusing(Locmem):
    """A mail server that refuses each mail."""

    def send_messages(self, messages):
        raise smtplib.SMTPRecipientsRefused({"a": (550, b"no such mailbox")})


class Away(Locmem):
    """No mail server at all."""

    asked = 0

    def send_messages(self, messages):
        Away.asked += 1
        raise ConnectionRefusedError("no server")


def fact(*keys, words="Something happened."):
    return Fact(keys, "News", lambda n: f"{words} {n}", lambda: "/my-work/")


def prepared(people, *facts, now=NOON):
    return prepare({person: list(facts) for person in people}, now=now)


def sent_at(moment, monkeypatch):
    monkeypatch.setattr(timezone, "now", lambda: moment)
    return send_waiting(now=moment)


def test_what_was_told_is_not_told_again_and_what_is_new_is(monkeypatch):
    person = make_user()
    first, second = fact("a", words="First"), fact("b", words="Second")
    for day, facts in enumerate([[first], [first], [first, second]]):
        prepared([person], *facts, now=NOON + day * DAY)
        sent_at(NOON + day * DAY, monkeypatch)

    assert len(mail.outbox) == 2
    assert "First 1" in mail.outbox[0].body
    assert "Second 1" in mail.outbox[1].body
    assert "First" not in mail.outbox[1].body


def test_of_a_fact_with_many_parts_only_the_new_ones_are_counted(monkeypatch):
    person = make_user()
    prepared([person], fact("a", "b"))
    sent_at(NOON, monkeypatch)
    prepared([person], fact("a", "b", "c", "d", "e"), now=NOON + DAY)
    sent_at(NOON + DAY, monkeypatch)

    assert "happened. 2" in mail.outbox[0].body
    assert "happened. 3" in mail.outbox[1].body


def test_one_mail_a_day_and_what_came_later_waits_for_the_next(monkeypatch):
    person = make_user()
    prepared([person], fact("a"))
    sent_at(NOON, monkeypatch)
    evening = NOON + timedelta(hours=6)

    assert prepared([person], fact("b"), now=evening) == 0
    assert prepared([person], fact("b"), now=NOON + DAY) == 1


def test_preparing_twice_at_one_moment_writes_one_mail():
    person = make_user()
    assert prepared([person], fact("a")) == 1
    assert prepared([person], fact("a")) == 0
    assert (ReminderMail.objects.count(), ToldFact.objects.count()) == (1, 1)


def test_a_refusing_server_loses_nothing_and_the_waits_grow(settings, monkeypatch):
    people = [make_user(), make_user()]
    prepared(people, fact("a"))
    settings.EMAIL_BACKEND = f"{HERE}.Refusing"

    outcomes = sent_at(NOON, monkeypatch)

    assert outcomes == {Outcome.FAILED: 2}
    waiting = ReminderMail.objects.waiting()
    assert {m.next_try_at for m in waiting} == {NOON + timedelta(minutes=5)}
    assert all("no such mailbox" in m.last_error for m in waiting)
    assert sent_at(NOON + timedelta(minutes=4), monkeypatch) == {}
    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    assert sent_at(NOON + timedelta(minutes=5), monkeypatch) == {Outcome.SENT: 2}
    assert [wait_after(n) for n in (1, 2, 3)] == [timedelta(minutes=m) for m in (5, 10, 20)]
    assert wait_after(99) == timedelta(hours=12)


def test_while_the_server_is_away_it_is_asked_once_and_the_rest_waits_untouched(
    settings, monkeypatch
):
    prepared([make_user(), make_user(), make_user()], fact("a"))
    settings.EMAIL_BACKEND, Away.asked = f"{HERE}.Away", 0

    assert sent_at(NOON, monkeypatch) == {Outcome.AWAY: 1}

    assert Away.asked == 1
    assert ReminderMail.objects.waiting().filter(attempts=0).count() == 2


def test_what_is_new_is_added_to_a_mail_that_still_waits(settings, monkeypatch):
    person = make_user()
    prepared([person], fact("a", words="First"))
    before = ReminderMail.objects.get().message_id
    settings.EMAIL_BACKEND = f"{HERE}.Refusing"
    sent_at(NOON, monkeypatch)

    assert prepared([person], fact("b", words="Second"), now=NOON + DAY) == 1

    settings.EMAIL_BACKEND = "django.core.mail.backends.locmem.EmailBackend"
    sent_at(NOON + DAY, monkeypatch)
    (message,) = mail.outbox
    assert "First" in message.body
    assert "Second" in message.body
    assert str(before) not in message.extra_headers["Message-ID"]


def test_a_mail_that_is_tried_again_keeps_its_message_id():
    prepared([make_user()], fact("a"))
    row = ReminderMail.objects.get()
    first, second = letter(row).message(), letter(row).message()
    assert first["Message-ID"] == second["Message-ID"] == f"<reminder.{row.message_id}@127.0.0.1>"


@pytest.mark.parametrize("change", [{"wants_reminders": False}, {"is_active": False}])
def test_who_turned_it_off_after_preparing_gets_nothing(change, monkeypatch):
    person = make_user()
    prepared([person], fact("a"))
    User.objects.filter(pk=person.pk).update(**change)

    assert sent_at(NOON, monkeypatch) == {Outcome.WITHDRAWN: 1}
    assert mail.outbox == []


def test_an_arabic_mail_is_right_to_left_in_both_its_parts(monkeypatch):
    prepared([make_user(language="ar")], fact("a"))
    sent_at(NOON, monkeypatch)

    (message,) = mail.outbox
    assert all(line.startswith("\u200f") for line in message.body.split("\n") if line)
    html = message.alternatives[0].content
    assert '<html lang="ar" dir="rtl">' in html
    assert "http://127.0.0.1:8000/my-work/" in html
    assert "2026" in message.subject


def test_the_subject_counts_in_the_plural_of_the_language(monkeypatch):
    one, many = make_user(), make_user()
    prepare({one: [fact("a")], many: [fact("a"), fact("b")]}, now=NOON)
    sent_at(NOON, monkeypatch)

    subjects = {message.to[0]: message.subject for message in mail.outbox}
    assert subjects[one.email] == "Habitat Reform, 4 May 2026: 1 reminder"
    assert subjects[many.email] == "Habitat Reform, 4 May 2026: 2 reminders"


def test_a_day_that_comes_near_is_told_at_its_last_step():
    steps = (14, 7, 1)
    day = NOON.date()
    found = {n: step_before(day, day - n * DAY, steps) for n in (15, 14, 8, 7, 2, 1, 0, -1)}
    assert found == {15: None, 14: 14, 8: 14, 7: 7, 2: 7, 1: 1, 0: 1, -1: None}


def at_once(act, times):
    gate, results = threading.Barrier(times), []

    def run():
        gate.wait()
        try:
            results.append(act())
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    return results


@pytest.mark.django_db(transaction=True)
def test_senders_at_once_send_each_mail_once(settings):
    settings.EMAIL_BACKEND = f"{HERE}.Slow"
    mail.outbox = []
    people = [make_user() for _ in range(12)]
    prepared(people, fact("a"))

    results = at_once(lambda: send_waiting(now=timezone.now()), 3)

    assert sorted(message.to[0] for message in mail.outbox) == sorted(p.email for p in people)
    assert sum(counts[Outcome.SENT] for counts in results) == 12
    assert sum(1 for counts in results if counts) > 1


@pytest.mark.django_db(transaction=True)
def test_who_prepares_at_once_writes_each_mail_once():
    people = [make_user() for _ in range(5)]

    results = at_once(lambda: prepared(people, fact("a")), 4)

    assert sum(results) == 5
    assert ReminderMail.objects.count() == ToldFact.objects.count() == 5
