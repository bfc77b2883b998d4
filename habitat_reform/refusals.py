"""Every answer outside the views has words: a page for people, problem+json for programs."""

import json
from dataclasses import dataclass

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.template.loader import render_to_string
from django.utils.translation import gettext as _

from api.errors import PROBLEM, Problem
from habitat_reform.rooms import is_api


@dataclass(frozen=True)
class Refusal:
    """Why a request is not served: the code never changes with the language, the words do."""

    status: int
    code: str
    detail: str
    retry_after: int | None = None


def bad_character() -> Refusal:
    """PostgreSQL keeps no NUL, and nobody means to send one."""
    return Refusal(400, "bad_character", _("The request holds a NUL character. Nothing was saved."))


def too_large(limit_in_megabytes: int) -> Refusal:
    detail = _("At most %(limit)s MB can be sent at once here. Nothing was saved.")
    return Refusal(413, "too_large", detail % {"limit": limit_in_megabytes})


def too_many(limit: int, seconds_left: int) -> Refusal:
    detail = _("At most %(limit)d calls a minute are served.") % {"limit": limit}
    return Refusal(429, "too_many_calls", detail, retry_after=seconds_left)


def unavailable() -> Refusal:
    detail = _("The database does not answer at the moment. Nothing was saved.")
    return Refusal(503, "unavailable", detail, retry_after=30)


def disk_full() -> Refusal:
    return Refusal(507, "disk_full", _("There is no room left to store this. Nothing was saved."))


def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """The answer in the manner of whoever asked."""
    response = _problem(request, refusal) if is_api(request) else _page(request, refusal)
    if refusal.retry_after is not None:
        response["Retry-After"] = str(refusal.retry_after)
    return response


def _problem(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    problem = Problem(refusal.status, refusal.code, refusal.detail)
    body = json.dumps(problem.body(getattr(request, "request_id", "")), ensure_ascii=False)
    return HttpResponse(body, status=refusal.status, content_type=PROBLEM)


def _page(request: HttpRequest, refusal: Refusal) -> HttpResponse:
    """Drawn without context processors: it must come out when the database does not answer.

    Whether invented answers are shown is known from the command that runs, not from the mark there.
    """
    context = {
        "request": request,
        "exception": refusal.detail,
        "demonstration": settings.DEMONSTRATION,
    }
    page = render_to_string(f"{refusal.status}.html", context)
    return HttpResponse(page, status=refusal.status)
