import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from habitat_reform.body_sizes import BodySizeMiddleware

JSON, FORM = "application/json", "application/x-www-form-urlencoded"
FILES = "multipart/form-data; boundary=x"


def answer(address, length, content_type):
    request = RequestFactory().post(address, b"x", content_type=content_type)
    request.META["CONTENT_LENGTH"] = length
    return BodySizeMiddleware(lambda request: HttpResponse())(request)


@pytest.mark.parametrize(
    ("address", "content_type", "limit"),
    [
        ("/api/v1/submissions/", JSON, 10),
        ("/api/v1/submissions/", "text/csv", 10),
        ("/api/v1/evidence/", FILES, 10),
        ("/api/v1/rounds/2026/publish/", JSON, 2),
        ("/rounds/2026/offices/ROAF/workbook/", FILES, 10),
        ("/rounds/2026/offices/ROAF/", FORM, 2),
    ],
)
def test_files_and_submissions_may_be_large_and_nothing_else(address, content_type, limit):
    assert answer(address, str(limit * 1_000_000), content_type).status_code == 200

    refused = answer(address, str(limit * 1_000_000 + 1), content_type)
    assert refused.status_code == 413
    assert f"At most {limit} MB" in refused.content.decode()


def test_the_api_names_the_limit_in_a_problem():
    refused = answer("/api/v1/submissions/", "20000000", JSON)

    assert refused.headers["Content-Type"] == "application/problem+json"
    assert b'"code": "too_large"' in refused.content


@pytest.mark.parametrize("length", ["", "-1", "many", "²"])
def test_a_length_that_is_no_number_counts_as_none(length):
    assert answer("/api/v1/submissions/", length, JSON).status_code == 200
