"""How much may be sent at once, told from the announced length before anything is read.

A body without a length does not reach the views at all: WSGI gives them none.
"""

import re

from django.http import HttpRequest, HttpResponse

from api.bodies import discard
from habitat_reform.loopback import GetResponse
from habitat_reform.refusals import refuse, too_large

MEGABYTE = 1_000_000
LARGE, SMALL = 10, 2
SUBMISSIONS = re.compile(r"/api/v\d+/(submissions|evidence)/")
FILES = "multipart/form-data"


def limit_for(request: HttpRequest) -> int:
    """Megabytes: files and submissions are large, everything else is small."""
    is_large = SUBMISSIONS.match(request.path) or request.content_type == FILES
    return LARGE if is_large else SMALL


def announced_length(request: HttpRequest) -> int:
    length = request.META.get("CONTENT_LENGTH") or "0"
    return int(length) if length.isdecimal() else 0


class BodySizeMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        limit = limit_for(request)
        if announced_length(request) > limit * MEGABYTE:
            discard(request)
            return refuse(request, too_large(limit))
        return self.get_response(request)
