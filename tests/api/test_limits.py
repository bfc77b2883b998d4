import pytest
from django.test import Client

from api.limits import count_call
from api.models import CallCount
from tests.factories import caller

pytestmark = pytest.mark.django_db


def test_calls_are_counted_by_the_minute_in_one_query(django_assert_num_queries):
    with django_assert_num_queries(3):
        first = count_call("token:1", 10, now=60)
        second = count_call("token:1", 10, now=119)
        next_minute = count_call("token:1", 10, now=120)

    assert [each.calls for each in (first, second, next_minute)] == [1, 2, 1]
    assert [each.seconds_left for each in (first, second, next_minute)] == [60, 1, 60]
    assert CallCount.objects.count() == 1


def test_every_response_announces_the_limits(settings):
    settings.API_CALLS_A_MINUTE = 100
    client = caller("secretariat")

    good, bad = client.get("/api/v1/offices/"), client.get("/api/v1/nothing/")

    assert (good["RateLimit-Limit"], good["RateLimit-Remaining"]) == ("100", "99")
    assert (bad["RateLimit-Limit"], bad["RateLimit-Remaining"]) == ("100", "98")
    assert 0 < int(good["RateLimit-Reset"]) <= 60


def test_too_many_calls_are_429_with_the_time_to_wait(settings, monkeypatch):
    settings.API_CALLS_A_MINUTE = 2
    monkeypatch.setattr("api.views.clock", lambda: 75.0)
    client = caller("secretariat")

    replies = [client.get("/api/v1/whoami/") for _ in range(3)]

    assert [reply.status_code for reply in replies] == [200, 200, 429]
    assert replies[2].json()["code"] == "too_many_calls"
    assert replies[2]["Retry-After"] == "45"


def test_strangers_are_counted_by_address(settings):
    settings.API_CALLS_OF_STRANGERS = 50

    reply = Client().get("/api/v1/whoami/")

    assert (reply.status_code, reply["RateLimit-Limit"]) == (401, "50")
    assert CallCount.objects.get().caller == "address:127.0.0.1"


def test_one_callers_calls_are_not_anothers(settings):
    settings.API_CALLS_A_MINUTE = 100

    replies = [caller("secretariat").get("/api/v1/whoami/") for _ in range(2)]

    assert [reply["RateLimit-Remaining"] for reply in replies] == ["99", "99"]
