import pytest
from django.core.exceptions import ImproperlyConfigured
from django.http import HttpResponse
from django.test import RequestFactory

from habitat_reform.loopback import LoopbackOnlyMiddleware, check_plain_http

LOCAL = ["127.0.0.1", "localhost", "[::1]"]


def test_plain_http_is_fine_on_ones_own_machine():
    check_plain_http(LOCAL, "127.0.0.1:8000")
    check_plain_http(LOCAL, "[::1]:8000")


@pytest.mark.parametrize(
    ("hosts", "bind", "named"),
    [
        (LOCAL, "0.0.0.0:8000", "not 0.0.0.0:"),
        (LOCAL, ":8000", "not :"),
        ([*LOCAL, "reform.example.org"], "127.0.0.1:8000", "not reform.example.org:"),
        (["*"], "10.1.2.3:80", r"not \*, 10.1.2.3:"),
    ],
)
def test_plain_http_is_refused_on_any_other_address(hosts, bind, named):
    with pytest.raises(ImproperlyConfigured, match=named):
        check_plain_http(hosts, bind)


@pytest.mark.parametrize(
    ("address", "status"), [("127.0.0.1", 200), ("::1", 200), ("10.1.2.3", 403)]
)
def test_another_machine_is_not_answered_over_plain_http(address, status):
    request = RequestFactory().get("/", REMOTE_ADDR=address)

    response = LoopbackOnlyMiddleware(lambda request: HttpResponse())(request)

    assert response.status_code == status
