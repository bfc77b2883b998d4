"""A name for each request, in the answer, in the logs and in the history: `X-Request-ID`."""

import logging
import re
import time
import uuid

from django.http import HttpRequest, HttpResponse

from habitat_reform.logs import request_at_work
from habitat_reform.loopback import GetResponse

WELL_FORMED = re.compile(r"[A-Za-z0-9][A-Za-z0-9._-]{7,63}")
access = logging.getLogger("habitat_reform.access")


def request_id_of(request: HttpRequest) -> str:
    """The caller's own name for the request when it is fit for a log, else a new one."""
    offered = request.headers.get("X-Request-ID", "")
    return offered if WELL_FORMED.fullmatch(offered) else uuid.uuid4().hex


class RequestIdMiddleware:
    """First of all, so that whatever happens further in has a name; writes the access log."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        started = time.perf_counter()
        request.request_id = request_id_of(request)  # type: ignore[attr-defined]
        token = request_at_work.set(request)
        try:
            response = self.get_response(request)
            response["X-Request-ID"] = request.request_id  # type: ignore[attr-defined]
            _write_down(request, response, time.perf_counter() - started)
            return response
        finally:
            request_at_work.reset(token)


def _write_down(request: HttpRequest, response: HttpResponse, seconds: float) -> None:
    size = None if response.streaming else len(response.content)
    access.info(
        "%s %s",
        request.method,
        request.path,
        extra={
            "method": request.method,
            "path": request.path,
            "status": response.status_code,
            "milliseconds": round(seconds * 1000, 1),
            "bytes": size,
        },
    )
