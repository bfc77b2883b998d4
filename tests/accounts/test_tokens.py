import hashlib
from datetime import timedelta

import pytest
from django.utils import timezone

from accounts import tokens
from accounts.models import ApiToken
from tests.factories import make_office, make_token, make_user

pytestmark = pytest.mark.django_db


def office_token(**fields):
    office = make_office()
    return make_token(make_user("regional_office", office), office, ("submit",), **fields)


def test_a_token_has_a_key_and_a_secret_of_256_bits_and_only_the_digest_is_kept():
    token, text = office_token()

    key, secret = text.removeprefix("hrt_").split(".")

    assert text.startswith("hrt_")
    assert (len(key), len(secret)) == (16, 43)
    assert token.key == key
    assert token.digest == hashlib.sha256(secret.encode()).hexdigest()
    assert secret not in str(ApiToken.objects.values().get(pk=token.pk))


def test_a_token_brings_its_person_office_and_scopes():
    token, text = office_token()

    actor = tokens.actor_with(text, now=timezone.now())

    assert actor is not None
    assert (actor.user, actor.token) == (token.user, token)
    assert actor.office_ids == {token.office_id}
    assert actor.scopes == {"submit"}


def test_a_token_is_checked_in_one_query(django_assert_num_queries):
    _, text = office_token()

    with django_assert_num_queries(1):
        assert tokens.actor_with(text, now=timezone.now()) is not None


def test_a_token_narrows_a_person_of_two_offices_to_one():
    first, second = make_office("ROAF"), make_office("ROAS")
    _, text = make_token(make_user("regional_office", first, second), second, ("submit",))

    actor = tokens.actor_with(text, now=timezone.now())

    assert actor is not None
    assert actor.office_ids == {second.pk}


def test_a_token_of_an_office_its_person_has_left_is_good_for_no_office():
    token, text = office_token()
    token.user.memberships.all().delete()

    actor = tokens.actor_with(text, now=timezone.now())

    assert actor is not None
    assert actor.office_ids == frozenset()


@pytest.mark.parametrize(
    "spoil",
    [
        lambda text: text[:-1] + ("A" if text[-1] != "A" else "B"),
        lambda text: text.replace("hrt_", "hrt_0")[: len(text)],
        lambda text: text.split(".")[0],
        lambda text: text + "x",
        lambda text: "",
        lambda text: "hrt_" + "é" * 16 + "." + "x" * 43,
    ],
)
def test_a_spoilt_token_is_nobody(spoil):
    _, text = office_token()

    assert tokens.actor_with(spoil(text), now=timezone.now()) is None


def test_an_expired_token_is_nobody():
    token, text = office_token()

    assert tokens.actor_with(text, now=token.expires_at) is None


def test_a_revoked_token_is_nobody():
    token, text = office_token()

    tokens.revoke(token, now=timezone.now())

    assert tokens.actor_with(text, now=timezone.now()) is None


def test_a_token_of_somebody_who_left_is_nobody():
    token, text = office_token()
    token.user.is_active = False
    token.user.save()

    assert tokens.actor_with(text, now=timezone.now()) is None


def test_the_use_of_a_token_is_noted_at_most_every_five_minutes():
    token, text = office_token()
    first = timezone.now() + timedelta(hours=1)

    noted = []
    for minutes in (0, 4, 9):
        tokens.actor_with(text, now=first + timedelta(minutes=minutes))
        token.refresh_from_db()
        noted.append(token.last_used_at)

    assert noted == [first, first, first + timedelta(minutes=9)]
