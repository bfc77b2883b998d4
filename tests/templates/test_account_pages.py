"""The pages of signing in, with the forms that allauth really gives them."""

import pytest
from allauth.account.models import EmailAddress
from django.test import Client

from accounts.models import User
from accounts.models.users import Role

pytestmark = pytest.mark.django_db

PASSWORD = "correct-horse-battery"
OPEN = ["login", "password/reset", "password/reset/done", "password/reset/key/done", "inactive"]
OWN = ["logout", "password/change", "2fa", "2fa/totp/activate", "reauthenticate"]


@pytest.fixture(autouse=True)
def no_limit_of_tries(settings):
    settings.ACCOUNT_RATE_LIMITS = False


@pytest.fixture
def person():
    user = User.objects.create_user("reader@example.org", PASSWORD, role=Role.BOARD_MEMBER)
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


@pytest.fixture
def signed_in(person):
    client = Client()
    client.post("/accounts/login/", {"login": person.email, "password": PASSWORD})
    client.post("/accounts/reauthenticate/", {"password": PASSWORD})
    return client


def headings(response):
    return response.content.decode().count("<h1>")


@pytest.mark.parametrize("prefix", ["", "/ar"])
@pytest.mark.parametrize("address", OPEN)
def test_pages_before_signing_in_have_the_look_of_the_house(client, address, prefix):
    response = client.get(f"{prefix}/accounts/{address}/")
    assert (response.status_code, headings(response)) == (200, 1)
    assert b'class="skip"' in response.content


@pytest.mark.parametrize("address", OWN)
def test_pages_of_an_account_have_the_look_of_the_house(signed_in, address):
    response = signed_in.get(f"/accounts/{address}/")
    assert (response.status_code, headings(response)) == (200, 1)
    assert b'class="skip"' in response.content


def test_a_wrong_password_is_told_above_the_form_and_the_address_is_kept(client, person):
    wrong = {"login": person.email, "password": "not-the-password"}
    page = client.post("/accounts/login/", wrong).content.decode()
    assert 'id="faults"' in page
    assert 'value="reader@example.org"' in page
    assert "not-the-password" not in page


def test_a_page_to_return_to_survives_the_form(client):
    page = client.get("/accounts/login/?next=/offices/ROAF/").content.decode()
    assert 'name="next" value="/offices/ROAF/"' in page


def test_signing_in_and_out_with_the_forms_of_the_pages(signed_in):
    assert "_auth_user_id" in signed_in.session
    signed_in.post("/accounts/logout/")
    assert "_auth_user_id" not in signed_in.session


def test_the_secret_of_an_authenticator_can_be_scanned_and_read(signed_in):
    page = signed_in.get("/accounts/2fa/totp/activate/").content.decode()
    assert '<img class="qr" src="data:image/svg+xml' in page
    assert 'id="authenticator_secret"' in page
    assert 'name="code"' in page
