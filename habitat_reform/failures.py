"""What views and middleware let through: known failures get their own status, the rest is a bug."""

import errno
import logging
import sys
from http import HTTPStatus

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.db import DataError, InterfaceError, InternalError, OperationalError
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from habitat_reform.loopback import GetResponse
from habitat_reform.refusals import (
    Refusal,
    bad_character,
    disk_full,
    refuse,
    too_large,
    unavailable,
)
from regions.queries import BadQuery

logger = logging.getLogger("habitat_reform.failures")

DISK_FULL = "53100"
READ_ONLY = {"25006", "25P03"}


def refusal_for(failure: BaseException | None) -> Refusal | None:
    """The refusal that says what happened, or None when it is a fault of ours."""
    state = getattr(failure.__cause__, "pgcode", None) if failure else None
    if state == DISK_FULL or getattr(failure, "errno", None) == errno.ENOSPC:
        return disk_full()
    if isinstance(failure, OperationalError | InterfaceError):
        return unavailable()
    if isinstance(failure, InternalError) and state in READ_ONLY:
        return unavailable()
    if isinstance(failure, ValueError) and "NUL (0x00)" in str(failure):
        return bad_character()
    if isinstance(failure, DataError):
        return Refusal(400, "malformed", _("A value is outside its range. Nothing was saved."))
    return None


class FailureMiddleware:
    """Innermost: sees what a view raised before anybody calls it a bug."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        if response.status_code == HTTPStatus.METHOD_NOT_ALLOWED and not response.content:
            return method_not_allowed(request, response["Allow"])
        return response

    def process_exception(self, request: HttpRequest, failure: Exception) -> HttpResponse | None:
        refusal = refusal_for(failure)
        if refusal is None:
            return None
        logger.warning("%s: %s", refusal.code, request.path, exc_info=failure)
        return refuse(request, refusal)


def bad_request(request: HttpRequest, exception: Exception) -> HttpResponse:
    if isinstance(exception, RequestDataTooBig):
        limit = settings.DATA_UPLOAD_MAX_MEMORY_SIZE // 1_000_000
        return refuse(request, too_large(limit))
    if isinstance(exception, BadQuery):
        return refuse(request, Refusal(400, "unknown_parameter", str(exception)))
    detail = _("The request could not be read. Nothing was saved.")
    return refuse(request, Refusal(400, "malformed", detail))


def method_not_allowed(request: HttpRequest, allowed: str) -> HttpResponse:
    """Django's own answer to it is empty."""
    detail = _("This address takes %(methods)s only. Nothing was saved.") % {"methods": allowed}
    response = refuse(request, Refusal(405, "method_not_allowed", detail))
    response["Allow"] = allowed
    return response


def permission_denied(request: HttpRequest, exception: Exception) -> HttpResponse:
    detail = str(exception) or _("Your role does not include this.")
    return refuse(request, Refusal(403, "forbidden", detail))


def page_not_found(request: HttpRequest, exception: Exception) -> HttpResponse:
    """The same words whether it never existed or is not open to the reader."""
    return refuse(request, Refusal(404, "not_found", _("There is nothing at this address.")))


def csrf_failure(request: HttpRequest, reason: str = "") -> HttpResponse:
    detail = _("The form was opened too long ago or elsewhere. Load the page and send it again.")
    return refuse(request, Refusal(403, "csrf", detail))


def server_error(request: HttpRequest) -> HttpResponse:
    """Called while the exception is at hand; what middleware raised comes only this way."""
    bug = Refusal(500, "internal", _("The fault is on this side and is on record."))
    return refuse(request, refusal_for(sys.exception()) or bug)
