import json
import logging

import pytest
from django.contrib.auth.models import AnonymousUser
from django.test import RequestFactory
from django.utils.functional import SimpleLazyObject

from accounts.models import User
from habitat_reform.logs import JsonFormatter, known_user_id, request_at_work


def line(message="Not Found: /x", **extra):
    record = logging.LogRecord("django.request", logging.WARNING, "", 0, message, (), None)
    vars(record).update(extra)
    return json.loads(JsonFormatter().format(record))


@pytest.fixture
def request_of_a_person():
    request = RequestFactory().get("/x?typed=words")
    request.request_id = "roaf-2026.05_7"
    request.user = User(pk=12)
    token = request_at_work.set(request)
    yield request
    request_at_work.reset(token)


def test_a_line_is_one_object_that_names_the_request_and_the_person(request_of_a_person):
    found = line()

    assert found.pop("time").endswith("+00:00")
    assert found == {
        "level": "warning",
        "logger": "django.request",
        "message": "Not Found: /x",
        "request_id": "roaf-2026.05_7",
        "user_id": 12,
    }


def test_outside_a_request_nobody_is_named():
    found = line()

    assert (found["request_id"], found["user_id"]) == (None, None)


def test_the_rows_that_postgresql_quotes_are_withheld():
    failure = ValueError("duplicate key\nDETAIL:  Key (email)=(amina@example.org) exists.")

    found = line(exc_info=(type(failure), failure, None))

    assert "amina" not in found["exception"]
    assert "DETAIL: (withheld)" in found["exception"]


def test_asking_for_the_person_never_costs_a_query():
    def ask():
        raise AssertionError("the database was asked")

    request = RequestFactory().get("/")
    assert known_user_id(request) is None
    request.user = SimpleLazyObject(ask)
    assert known_user_id(request) is None
    request.user = AnonymousUser()
    assert known_user_id(request) is None
