from datetime import timedelta

import pytest
from django.test import Client
from django.utils import timezone

from accounts import tokens
from tests.factories import caller, make_office, make_token, make_user

pytestmark = pytest.mark.django_db
WHOAMI = "/api/v1/whoami/"


def test_a_caller_is_told_as_whom_it_came():
    office = make_office()
    user = make_user("regional_office", office, email="amina@example.org", full_name="Amina")
    _, text = make_token(user, office, ("submit",), name="nightly")

    reply = Client().get(WHOAMI, headers={"Authorization": f"Bearer {text}"})

    assert reply.status_code == 200
    assert {name: reply.json()[name] for name in ("user", "name", "role", "offices")} == {
        "user": "amina@example.org",
        "name": "Amina",
        "role": "regional_office",
        "offices": ["ROAF"],
    }
    assert reply.json()["token"] == "nightly"
    assert reply.json()["scopes"] == ["submit"]
    assert reply.json()["expires_at"] is not None


def refused(header: str | None) -> tuple[int, str, str, str]:
    headers = {"Authorization": header} if header is not None else {}
    reply = Client().get(WHOAMI, headers=headers)
    body = reply.json()
    return reply.status_code, body["code"], body["detail"], reply["WWW-Authenticate"]


def test_missing_wrong_expired_and_revoked_credentials_get_the_same_words():
    now = timezone.now()
    user = make_user("secretariat")
    _, expired = make_token(user, expires_at=now - timedelta(seconds=1))
    revoked_token, revoked = make_token(user)
    tokens.revoke(revoked_token, now=now)
    _, good = make_token(user)

    answers = {
        refused(None),
        refused("Bearer nonsense"),
        refused("Basic dXNlcjpwYXNz"),
        refused(f"Bearer {expired}"),
        refused(f"Bearer {revoked}"),
        refused(f"Bearer {good[:-3]}abc"),
        refused(f"Token {good}"),
    }

    assert len(answers) == 1
    assert answers.pop()[:2] == (401, "not_authenticated")


def test_a_browser_session_reads_without_a_token():
    client = Client()
    client.force_login(make_user("secretariat"))

    reply = client.get(WHOAMI)

    assert (reply.status_code, reply.json()["token"], reply.json()["scopes"]) == (200, None, [])


def test_a_wrong_token_is_not_helped_by_a_session():
    client = Client()
    client.force_login(make_user("secretariat"))

    assert client.get(WHOAMI, headers={"Authorization": "Bearer wrong"}).status_code == 401


def test_a_session_writes_only_with_the_csrf_token():
    client = Client(enforce_csrf_checks=True)
    client.force_login(make_user("secretariat"))

    reply = client.post(WHOAMI, "{}", content_type="application/json")

    assert (reply.status_code, reply.json()["code"]) == (403, "csrf")


def test_the_collections_are_listed_with_addresses_that_answer():
    client = caller("secretariat")

    addresses = client.get("/api/v1/").json()

    assert {name: client.get(url).status_code for name, url in addresses.items()} == dict.fromkeys(
        addresses, 200
    )
