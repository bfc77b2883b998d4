"""One's own account, and the way out of the mails without signing in."""

import pytest
from django.test import Client

from accounts.models import ReminderMail
from accounts.outbox.leaving import off_address
from tests.checklist.pages import signed_in, text_of
from tests.factories import make_office, make_user

pytestmark = pytest.mark.django_db


def test_a_person_chooses_language_and_reminders_and_nothing_else():
    person = make_user("regional_office", make_office("ROAF"))
    client = signed_in(person)
    sent = {"language": "ar", "role": "administrator", "is_active": ""}

    reply = client.post("/account/", sent)

    person.refresh_from_db()
    assert reply.url == "/ar/account/"
    assert (person.language, person.wants_reminders) == ("ar", False)
    assert person.role == "regional_office"
    event = type(person).pgh_event_model.objects.filter(pgh_obj=person).latest("pgh_id")
    assert event.pgh_context["user"] == person.pk


def test_an_unknown_language_is_refused_beside_its_field():
    client = signed_in(make_user())
    reply = client.post("/account/", {"language": "tlh"})
    assert reply.status_code == 422
    assert 'id="id_language_error"' in text_of(reply)


def path_of(person):
    return off_address(person).removeprefix("http://127.0.0.1:8000")


def test_the_address_in_a_mail_asks_first_and_works_without_signing_in():
    person = make_user()
    stranger = Client(enforce_csrf_checks=True)

    asked = stranger.get(path_of(person))
    person.refresh_from_db()
    assert "Turn the reminders off" in text_of(asked)
    assert person.wants_reminders

    done = stranger.post(path_of(person), {"List-Unsubscribe": "One-Click"})
    person.refresh_from_db()
    assert "They are off." in text_of(done)
    assert not person.wants_reminders


def test_an_address_that_was_made_up_turns_nobody_off():
    person = make_user()
    spoilt = path_of(person)[:-1] + ("A" if path_of(person)[-1] != "A" else "B")

    assert Client().post(spoilt).status_code == 404
    assert Client().post("/reminders/off/").status_code == 404
    person.refresh_from_db()
    assert person.wants_reminders


def test_administrators_look_at_the_outbox_and_change_nothing():
    client = signed_in(make_user("administrator"))
    now = "2026-05-04T12:00:00Z"
    row = ReminderMail.objects.create(
        person=make_user(full_name="Somebody"), day="2026-05-04", language="en", lines=[],
        prepared_at=now, next_try_at=now, last_error="no such mailbox",
    )  # fmt: skip

    assert "no such mailbox" in text_of(client.get("/admin/accounts/remindermail/"))
    assert client.get(f"/admin/accounts/remindermail/{row.pk}/change/").status_code == 200
    assert client.get("/admin/accounts/remindermail/add/").status_code == 403
    assert client.post(f"/admin/accounts/remindermail/{row.pk}/delete/").status_code == 403
