"""The table of response headers in the standards, row by row."""

import pytest
from django.http import HttpResponse
from django.test import RequestFactory

from habitat_reform.headers import HeadersMiddleware

PAGE_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
    "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'; object-src 'none'"
)
API_VARY = "Authorization, Cookie, Accept, Accept-Language"


def answer(path, **headers):
    def view(request):
        return HttpResponse("x", headers=headers)

    return HeadersMiddleware(view)(RequestFactory().get(path))


def headers_of(path, **headers):
    found = dict(answer(path, **headers).headers)
    found.pop("Content-Type")
    return found


@pytest.mark.parametrize("path", ["/", "/ar/offices/ROAS/", "/api/docs/"])
def test_a_page_runs_only_what_this_site_serves(path):
    assert headers_of(path) == {
        "Cache-Control": "no-store",
        "Content-Security-Policy": PAGE_POLICY,
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
        "Vary": "Cookie, Accept-Language, Accept-Encoding",
    }


@pytest.mark.parametrize("path", ["/api/v1/answers/", "/api/schema/"])
def test_an_answer_of_the_api_runs_nothing(path):
    assert headers_of(path) == {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Vary": API_VARY,
    }


def test_a_file_is_shut_in_wherever_it_is_opened():
    disposition = {"Content-Disposition": 'attachment; filename="note.pdf"'}

    assert headers_of("/publications/2026/1/note.pdf", **disposition) == disposition | {
        "Cache-Control": "no-store",
        "Content-Security-Policy": "sandbox; default-src 'none'",
        "Cross-Origin-Resource-Policy": "same-origin",
        "Vary": API_VARY,
    }


def test_a_view_that_knows_better_keeps_its_own_word():
    found = headers_of("/", **{"Cache-Control": "private, no-cache", "Vary": "Cookie"})

    assert found["Cache-Control"] == "private, no-cache"
    assert found["Vary"] == "Cookie, Accept-Language, Accept-Encoding"


def test_static_files_are_the_same_for_everybody():
    found = headers_of("/static/css/habitat.css", **{"Cache-Control": "max-age=60, public"})

    assert found == {
        "Cache-Control": "max-age=60, public",
        "Cross-Origin-Resource-Policy": "same-origin",
    }


def test_the_whole_site_sends_them_with_those_of_django(client):
    found = client.get("/livez").headers

    assert found["Content-Security-Policy"] == PAGE_POLICY
    assert found["X-Content-Type-Options"] == "nosniff"
    assert found["X-Frame-Options"] == "DENY"
    assert found["Referrer-Policy"] == "same-origin"
    assert "Strict-Transport-Security" not in found


def test_over_https_a_browser_is_told_to_stay_there(client, settings):
    settings.SECURE_HSTS_SECONDS = 31_536_000

    found = client.get("/livez", secure=True).headers

    assert found["Strict-Transport-Security"] == "max-age=31536000; includeSubDomains; preload"
