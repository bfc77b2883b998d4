import errno
import threading

import psycopg2.errors
import pytest
from django.core.exceptions import PermissionDenied, RequestDataTooBig, SuspiciousOperation
from django.db import (
    DataError,
    InterfaceError,
    InternalError,
    OperationalError,
    connection,
    transaction,
)
from django.http import Http404, HttpResponse
from django.test import Client
from django.urls import path

from api.codes import CODES
from habitat_reform import urls as site
from habitat_reform.failures import refusal_for

FAILURES = {}


def fails(request):
    raise FAILURES["now"]


def locks(request):
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET LOCAL lock_timeout = '50ms'")
        cursor.execute("LOCK TABLE django_content_type")
    return HttpResponse()


class FailingMiddleware:
    """Fails outside any view, as a session would when the database is away."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        raise FAILURES["now"]


urlpatterns = [
    path("page/", fails),
    path("api/v1/thing/", fails),
    path("api/v1/read/", site.health.livez),
    path("locks/", locks),
    *site.urlpatterns,
]
handler400, handler403 = site.handler400, site.handler403
handler404, handler500 = site.handler404, site.handler500


@pytest.fixture(autouse=True)
def addresses(settings):
    settings.ROOT_URLCONF = __name__


@pytest.fixture
def visitor():
    """Sees what a browser would see, not the exception."""
    return Client(raise_request_exception=False)


def caused_by(failure, cause):
    failure.__cause__ = cause
    return failure


CASES = [
    (OperationalError("gone"), 503, "unavailable"),
    (InterfaceError("connection already closed"), 503, "unavailable"),
    (OSError(errno.ENOSPC, "No space left"), 507, "disk_full"),
    (DataError("integer out of range"), 400, "malformed"),
    (ValueError("A string literal cannot contain NUL (0x00) characters."), 400, "bad_character"),
    (SuspiciousOperation("odd"), 400, "malformed"),
    (RequestDataTooBig("more than 2 MB"), 413, "too_large"),
    (PermissionDenied("Only the secretariat reviews."), 403, "forbidden"),
    (Http404(), 404, "not_found"),
    (ValueError("a bug"), 500, "internal"),
]


@pytest.mark.parametrize(("failure", "status", "code"), CASES)
def test_whatever_a_view_raises_the_api_answers_with_a_code(visitor, failure, status, code):
    FAILURES["now"] = failure

    response = visitor.get("/api/v1/thing/")

    assert response.status_code == response.json()["status"] == status
    assert response.json()["code"] == code
    assert response.json()["request_id"] == response.headers["X-Request-ID"]


@pytest.mark.parametrize(("failure", "status", "code"), CASES)
def test_whatever_a_view_raises_a_page_answers_with_words(visitor, failure, status, code):
    FAILURES["now"] = failure

    response = visitor.get("/page/")

    assert response.status_code == status
    assert len(response.content.decode().split()) > 4
    assert "Traceback" not in response.content.decode()


@pytest.mark.parametrize("failure", [Http404(), ValueError("a bug"), OperationalError("gone")])
@pytest.mark.parametrize("is_demonstration", [True, False])
def test_a_page_of_failure_tells_a_demonstration_without_asking_the_database(
    visitor, settings, failure, is_demonstration
):
    FAILURES["now"] = failure
    settings.DEMONSTRATION = is_demonstration

    page = visitor.get("/page/").content.decode()

    assert ("Demonstration data." in page) == is_demonstration


@pytest.mark.parametrize("address", ["/livez", "/api/v1/read/"])
def test_a_method_that_is_not_offered_is_refused_in_words(visitor, address):
    response = visitor.post(address)

    assert (response.status_code, response.headers["Allow"]) == (405, "GET, HEAD")
    assert "This address takes GET, HEAD only." in response.content.decode()


def test_when_the_database_is_away_a_page_says_that_nothing_was_saved(visitor):
    FAILURES["now"] = OperationalError("gone")

    response = visitor.get("/page/")

    assert response.headers["Retry-After"] == "30"
    assert "Nothing was saved" in response.content.decode()


def test_each_code_is_one_that_the_reference_of_the_api_explains():
    explained = {(code.code, code.status) for code in CODES}

    assert {(code, status) for _, status, code in CASES} <= explained


def test_a_bug_tells_nothing_but_the_request(visitor):
    FAILURES["now"] = RuntimeError("password=hunter2")

    assert visitor.get("/api/v1/thing/").json()["detail"] == (
        "The fault is on this side and is on record."
    )


def test_what_fails_outside_the_views_is_answered_in_the_same_way(visitor, settings):
    FAILURES["now"] = OperationalError("gone")
    settings.MIDDLEWARE = [*settings.MIDDLEWARE[:4], f"{__name__}.FailingMiddleware"]

    response = visitor.get("/api/v1/thing/")

    assert (response.status_code, response.json()["code"]) == (503, "unavailable")


@pytest.mark.django_db(transaction=True)
def test_a_lock_that_somebody_else_holds_is_waited_for_and_then_given_up(visitor):
    held, done = threading.Event(), threading.Event()

    def hold():
        with transaction.atomic(), connection.cursor() as cursor:
            cursor.execute("LOCK TABLE django_content_type")
            held.set()
            done.wait(10)
        connection.close()

    holder = threading.Thread(target=hold)
    holder.start()
    held.wait(10)
    response = visitor.post("/locks/")
    done.set()
    holder.join()

    assert response.status_code == 503


def test_a_full_disk_of_the_database_is_told_apart_from_one_that_is_away():
    full = caused_by(OperationalError("full"), psycopg2.errors.DiskFull())
    full.__cause__ = type("DiskFull", (Exception,), {"pgcode": "53100"})()

    assert refusal_for(full).status == 507


def test_a_database_that_only_reads_is_away_for_whoever_writes():
    read_only = InternalError("cannot execute UPDATE in a read-only transaction")
    read_only.__cause__ = type("ReadOnly", (Exception,), {"pgcode": "25006"})()

    assert refusal_for(read_only).code == "unavailable"
    assert refusal_for(InternalError("another")) is None


def test_a_form_that_went_stale_is_refused_in_words():
    strict = Client(enforce_csrf_checks=True)

    response = strict.post("/page/", {"name": "x"})

    assert response.status_code == 403
    assert "Load the page" in response.content.decode()
