"""Each rule that the database keeps for people and tokens, and an attempt to break it."""

from datetime import UTC, date, datetime

import pytest
from django.db.models import F

from accounts.models import ApiToken, Membership, ReminderMail, ToldFact, User
from tests.breaking import broken_rule, rules_of
from tests.factories import make_office, make_user

pytestmark = pytest.mark.django_db


def token(**fields):
    said = {
        "key": "abc",
        "digest": "0" * 64,
        "name": "script",
        "scopes": ["read"],
        "expires_at": datetime(2030, 1, 1, tzinfo=UTC),
    }
    return ApiToken.objects.create(**said | {"user": make_user()} | fields)


def membership(user, office):
    return Membership.objects.create(user=user, office=office)


def memberships_twice():
    user, office = make_user(), make_office()
    return [membership(user, office), membership(user, office)]


def followed_twice():
    first = token(key="first")
    return [token(key="a", replaces=first), token(key="b", replaces=first)]


def mail(person=None, **fields):
    now = datetime(2026, 5, 5, tzinfo=UTC)
    said = {"day": now.date(), "language": "en", "lines": []}
    times = {"prepared_at": now, "next_try_at": now}
    return ReminderMail.objects.create(**said | times | {"person": person or make_user()} | fields)


def mails_of_one(**second):
    person = make_user()
    return [mail(person), mail(person, **second)]


def told_twice():
    told = mail()
    return [ToldFact.objects.create(person=told.person, key="a", mail=told) for _ in range(2)]


def user_with(email):
    return User.objects.create(email=email, full_name="A person", role="secretariat")


ATTEMPTS = {
    "accounts_user_email_key": lambda: [user_with("a@example.org"), user_with("a@example.org")],
    "an_address_belongs_to_one_person": lambda: [
        user_with("a@example.org"),
        user_with("A@example.org"),
    ],
    "a_person_is_a_member_of_an_office_once": memberships_twice,
    "accounts_apitoken_key_key": lambda: [token(), token()],
    "a_token_is_good_for_something": lambda: token(scopes=[]),
    "a_token_keeps_only_a_digest": lambda: token(digest="hrt_abc.secret"),
    "accounts_apitoken_replaces_id_key": followed_twice,
    "a_token_replaces_another": lambda: ApiToken.objects.filter(pk=token().pk).update(
        replaces=F("id")
    ),
    "a_person_gets_one_mail_a_day": lambda: mails_of_one(state="withdrawn"),
    "one_mail_waits_for_a_person": lambda: mails_of_one(day=date(2026, 5, 6)),
    "a_mail_that_was_sent_says_when": lambda: mail(state="sent"),
    "a_fact_is_told_to_a_person_once": told_twice,
}


@pytest.mark.parametrize("rule", ATTEMPTS)
def test_the_database_refuses_to_break_a_rule(rule):
    assert broken_rule(ATTEMPTS[rule]) == rule


def test_every_rule_has_an_attempt_to_break_it():
    assert set(ATTEMPTS) == rules_of("accounts")


def test_passwords_and_times_of_use_are_no_part_of_the_history():
    fields = {
        model: {field.name for field in model.pgh_event_model._meta.get_fields()}
        for model in (User, ApiToken)
    }

    assert fields[User].isdisjoint({"password", "last_login"})
    assert "last_used_at" not in fields[ApiToken]


def test_a_use_of_a_token_is_no_event():
    used = token()

    ApiToken.objects.update(last_used_at=datetime(2026, 1, 1, tzinfo=UTC))

    events = ApiToken.pgh_event_model.objects.filter(pgh_obj=used)
    assert list(events.values_list("pgh_label", flat=True)) == ["insert"]
