"""Text is compressed on its way; what is compressed already goes as it is."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from habitat_reform.compressing import CompressText


def sent(content_type):
    request = RequestFactory().get("/", headers={"Accept-Encoding": "gzip"})
    answer = HttpResponse(b"x" * 10_000, content_type=content_type)
    return CompressText(lambda _request: answer)(request)


@pytest.mark.parametrize(
    "content_type",
    ["text/html; charset=utf-8", "text/csv", "application/json", "application/problem+json"],
)
def test_text_is_compressed(content_type):
    answer = sent(content_type)

    assert (answer["Content-Encoding"], len(answer.content) < 1_000) == ("gzip", True)


@pytest.mark.parametrize("content_type", ["application/pdf", "image/png", "application/zip"])
def test_what_is_compressed_already_goes_as_it_is(content_type):
    answer = sent(content_type)

    assert (answer.has_header("Content-Encoding"), len(answer.content)) == (False, 10_000)
