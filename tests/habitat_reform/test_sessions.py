from datetime import timedelta

import pytest
from django.contrib.auth import login
from django.contrib.sessions.models import Session
from django.http import HttpResponse
from django.test import Client
from django.urls import path
from django.utils import timezone

from accounts.models import User
from habitat_reform.sessions import BEGAN, TOUCHED, SessionStore

pytestmark = pytest.mark.django_db
START = timezone.now()


def who(request):
    return HttpResponse(str(request.user))


def sign_in(request):
    person = User.objects.get()
    login(request, person, backend="allauth.account.auth_backends.AuthenticationBackend")
    return HttpResponse()


def remember(request):
    request.session["filter"] = "ROAF"
    return HttpResponse()


urlpatterns = [path("who/", who), path("sign-in/", sign_in), path("remember/", remember)]


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def clock(monkeypatch):
    """`clock(minutes=50)` sets the time, counted from the start of the test."""

    def set_to(**later):
        monkeypatch.setattr(timezone, "now", lambda: START + timedelta(**later))

    set_to()
    return set_to


@pytest.fixture
def person(clock):
    User.objects.create_user("amina@example.org", full_name="Amina", role="secretariat")
    client = Client()
    client.get("/sign-in/")
    return client


def is_signed_in(client):
    return client.get("/who/").content == b"Amina"


def test_after_an_hour_without_a_request_a_person_is_signed_out(person, clock):
    clock(minutes=59)
    assert is_signed_in(person)
    clock(minutes=59 + 61)
    assert not is_signed_in(person)


def test_after_eight_hours_a_person_is_signed_out_however_busy(person, clock):
    for minutes in range(0, 480, 50):
        clock(minutes=minutes)
        assert is_signed_in(person)
    clock(minutes=481)
    assert not is_signed_in(person)


def test_saving_something_does_not_prolong_the_eight_hours(person, clock):
    for minutes in range(0, 480, 50):
        clock(minutes=minutes)
        person.get("/remember/")
    clock(minutes=481)
    assert not is_signed_in(person)


def test_the_eight_hours_begin_with_signing_in(clock):
    User.objects.create_user("amina@example.org", full_name="Amina", role="secretariat")
    visitor = Client()
    visitor.get("/remember/")
    clock(minutes=50)
    visitor.get("/sign-in/")

    clock(minutes=100)
    assert is_signed_in(visitor)
    assert visitor.session[BEGAN] == (START + timedelta(minutes=50)).isoformat()


def test_a_request_costs_two_queries_and_a_touch_every_five_minutes_more(
    person, clock, django_assert_num_queries
):
    clock(minutes=4)
    with django_assert_num_queries(2):
        response = person.get("/who/")
    assert "session" not in response.cookies

    clock(minutes=5)
    with django_assert_num_queries(5):  # the end of the session is moved on, in a transaction
        response = person.get("/who/")
    assert response.cookies["session"]["max-age"] == 3600

    with django_assert_num_queries(2):
        person.get("/who/")


def test_a_visitor_who_is_not_signed_in_gets_no_session(client, django_assert_num_queries):
    with django_assert_num_queries(0):
        response = client.get("/who/")

    assert not response.cookies
    assert not Session.objects.exists()


def test_the_cookie_is_out_of_reach_of_scripts_and_other_sites(person):
    cookie = person.cookies["session"]

    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Lax", "/")


def test_a_session_that_somebody_wishes_longer_ends_all_the_same(clock):
    session = SessionStore()
    session.set_expiry(timedelta(days=30))
    session["filter"] = "ROAF"
    session.save()

    assert Session.objects.get().expire_date == START + timedelta(minutes=60)
    assert set(session.keys()) == {"filter", BEGAN, TOUCHED, "_session_expiry"}
