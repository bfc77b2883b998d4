"""Errors as RFC 9457 has them: one shape for everything a client can get wrong.

Codes never change with the language; the words follow `Accept-Language`.
"""

import errno
from collections.abc import Mapping, Sequence
from http import HTTPStatus
from typing import Any

from django.core.exceptions import RequestDataTooBig, SuspiciousOperation
from django.db import DataError, InterfaceError, OperationalError
from django.http import Http404, UnreadablePostError
from django.utils.functional import Promise
from django.utils.translation import gettext as _
from rest_framework import exceptions
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Blocked, Fault, Invalid, NotAllowed, Refused, Stale

PROBLEM = "application/problem+json"
SPELLED_OUT = 200
DISK_FULL = "53100"
TRY_AGAIN = {"Retry-After": "30"}

Words = str | Promise
Error = Mapping[str, Any]


class Problem(Exception):
    """What went wrong, in the form in which the client gets it."""

    def __init__(
        self,
        status: int,
        code: str,
        detail: Words,
        *,
        errors: Sequence[Error] = (),
        headers: Mapping[str, str] | None = None,
        **members: Any,
    ) -> None:
        super().__init__(code)
        self.status = status
        self.code = code
        self.detail = detail
        self.errors = errors
        self.headers = dict(headers or {})
        self.members = members

    def body(self, request_id: str) -> dict[str, Any]:
        """The problem document; up to 200 faults are spelled out, all are counted."""
        return {
            "type": "about:blank",
            "title": HTTPStatus(self.status).phrase,
            "status": self.status,
            "code": self.code,
            "detail": str(self.detail),
            "request_id": request_id,
            "errors": list(self.errors[:SPELLED_OUT]),
            "error_count": len(self.errors),
            **self.members,
        }


def error(pointer: str, code: str, message: Words) -> dict[str, str]:
    """A fault in a body, where it is."""
    return {"pointer": pointer, "code": code, "message": str(message)}


def parameter_error(name: str, code: str, message: Words, **more: Any) -> dict[str, Any]:
    """A fault in the address's query: the pointer is empty, the parameter is named."""
    return {"pointer": "", "parameter": name, "code": code, "message": str(message), **more}


def errors_of(faults: Sequence[Fault]) -> list[dict[str, str]]:
    """Faults found by the validation core."""
    return [error(fault.pointer, fault.code, fault.message) for fault in faults]


def not_found() -> Problem:
    """The same words for what is not there, what one may not see, and a malformed id."""
    return Problem(404, "not_found", _("There is nothing at this address."))


def unauthenticated() -> Problem:
    """No hint whether the credentials were missing, wrong, expired or revoked."""
    words = _("Valid credentials are needed: Authorization: Bearer hrt_….")
    return Problem(
        401,
        "not_authenticated",
        words,
        headers={"WWW-Authenticate": 'Bearer realm="Habitat Reform"'},
    )


def too_large(limit: int) -> Problem:
    """More than can be sent at once here."""
    words = _("At most %(limit)d MB can be sent at once here. Nothing was saved.")
    return Problem(413, "too_large", words % {"limit": limit // 1_000_000}, limit=limit)


def malformed(detail: Words) -> Problem:
    """What was sent cannot be read at all."""
    return Problem(400, "malformed", detail)


def too_deep() -> Problem:
    """Nobody means to nest that deeply; readers that recurse would fall over."""
    return Problem(400, "too_deep", _("The JSON is nested deeper than 50 levels."))


def problem_of_refusal(failure: Refused) -> Problem:
    """A refused act: not allowed, blocked, stale, or invalid."""
    match failure:
        case NotAllowed():
            return Problem(403, failure.code, failure.message)
        case Blocked():
            found = [{"code": each.code, "message": each.message} for each in failure.blockers]
            errors = [{"pointer": "", **each} for each in found]
            return Problem(409, failure.code, failure.message, errors=errors, blockers=found)
        case Invalid():
            words = _("What was sent cannot be taken. Nothing was saved.")
            return Problem(422, failure.code, words, errors=errors_of(failure.faults))
        case Stale():
            return Problem(409, failure.code, failure.message)
    return Problem(409, failure.code, failure.message)


def problem_of_database(failure: Exception) -> Problem:
    """The database refused or went away; whatever was begun is undone."""
    state = getattr(failure.__cause__, "pgcode", None)
    if state == DISK_FULL or getattr(failure, "errno", None) == errno.ENOSPC:
        words = _("There is no room left to store this. Nothing was saved.")
        return Problem(507, "disk_full", words)
    if isinstance(failure, DataError):
        return malformed(_("A value is outside its range. Nothing was saved."))
    words = _("The database does not answer at the moment. Nothing was saved.")
    return Problem(503, "unavailable", words, headers=TRY_AGAIN)


def problem_of_request(failure: Exception, request: Request) -> Problem | None:
    """What the framework found wrong with a request."""
    match failure:
        case Http404() | exceptions.NotFound():
            return not_found()
        case exceptions.NotAuthenticated() | exceptions.AuthenticationFailed():
            return unauthenticated()
        case exceptions.MethodNotAllowed():
            words = _("%(method)s is not offered at this address.") % {"method": request.method}
            return Problem(405, "method_not_allowed", words)
        case exceptions.UnsupportedMediaType():
            accepted = _accepted_types(request)
            words = _("Send one of these media types: %(types)s.")
            headers = {"Accept": ", ".join(accepted)}
            detail = words % {"types": ", ".join(accepted)}
            return Problem(415, "unsupported_media_type", detail, headers=headers)
        case RequestDataTooBig():
            return too_large(2_000_000)
        case RecursionError():
            return too_deep()
        case exceptions.ParseError() | SuspiciousOperation() | UnreadablePostError():
            return malformed(_("The request could not be read. Nothing was saved."))
    return None


def _accepted_types(request: Request) -> list[str]:
    return [parser.media_type for parser in request.parsers or ()]


def problem_for(failure: Exception, request: Request) -> Problem | None:
    """The problem a failure is, or None when it is a fault of ours."""
    match failure:
        case Problem():
            return failure
        case Refused():
            return problem_of_refusal(failure)
        case DataError() | OperationalError() | InterfaceError():
            return problem_of_database(failure)
        case OSError(errno=errno.ENOSPC):
            return problem_of_database(failure)
    return problem_of_request(failure, request)


def request_id_of(request: Request) -> str:
    """The name under which the logs and the history know this request."""
    return getattr(request, "request_id", "") or ""


def respond(problem: Problem, request: Request) -> Response:
    """The problem as a response."""
    body = problem.body(request_id_of(request))
    return Response(body, problem.status, headers=problem.headers, content_type=PROBLEM)


def handle(failure: Exception, context: Mapping[str, Any]) -> Response | None:
    """Exception handler of the API; what it does not know is a bug, and is logged as one."""
    request: Request = context["request"]
    problem = problem_for(failure, request)
    return respond(problem, request) if problem else None
