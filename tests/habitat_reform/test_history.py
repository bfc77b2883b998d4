import json

import pytest
from django.db import connection
from django.http import JsonResponse
from django.test import Client
from django.urls import path

from accounts.models import ApiToken, User
from regions.models import RegionalOffice

pytestmark = pytest.mark.django_db
NAMED = {"X-Request-ID": "roaf-2026.05_7"}


def context(request):
    """What the triggers would read, were something changed now."""
    with connection.cursor() as cursor:
        # Nothing is told before a plain SELECT, which changes nothing.
        cursor.execute("VALUES (current_setting('pghistory.context_metadata', true))")
        (found,) = cursor.fetchone()
    return JsonResponse(json.loads(found or "null"), safe=False)


def with_token(request):
    """As token authentication does: the person is known only inside the view."""
    request.user = User.objects.get()
    request.auth = ApiToken(name="nightly script", office=RegionalOffice(code="ROAF"))
    return context(request)


urlpatterns = [path("change/", context), path("with-token/", with_token)]


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def amina():
    return User.objects.create_user("amina@example.org", full_name="Amina", role="secretariat")


def test_a_change_by_a_person_is_recorded_with_who_and_which_request(amina):
    client = Client()
    client.force_login(amina)

    found = client.post("/change/?typed=words", headers=NAMED).json()

    assert found == {
        "user": amina.pk,
        "role": "secretariat",
        "request_id": "roaf-2026.05_7",
        "url": "/change/",
    }


def test_a_change_by_a_program_is_recorded_with_its_token_and_office(client, amina):
    found = client.post("/with-token/", headers=NAMED).json()

    assert found == {
        "user": amina.pk,
        "role": "secretariat",
        "token": "nightly script",
        "office": "ROAF",
        "request_id": "roaf-2026.05_7",
        "url": "/with-token/",
    }


def test_reading_is_not_recorded(client):
    assert client.get("/change/").json() is None


def test_one_request_leaves_no_context_behind_for_the_next(client, amina):
    client.post("/with-token/")

    assert client.post("/change/").json()["user"] is None
