"""A NUL anywhere in address, query, cookies or form is refused before it reaches the database.

JSON is looked at by the API's own reader, which can name the field.
"""

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse

from habitat_reform.loopback import GetResponse
from habitat_reform.refusals import bad_character, refuse
from habitat_reform.rooms import is_api

NUL = "\x00"


def has_nul_in_address(request: HttpRequest) -> bool:
    query = request.META.get("QUERY_STRING", "")
    return NUL in request.path or "%00" in query or NUL in query


def has_nul_in_cookies(request: HttpRequest) -> bool:
    """A quoted cookie may spell one as an octal escape."""
    return any(NUL in value for value in request.COOKIES.values())


def has_nul_in_form(request: HttpRequest) -> bool:
    fields = request.POST.lists()
    return any(NUL in text for name, values in fields for text in (name, *values))


class BadCharacterMiddleware:
    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if has_nul_in_address(request) or has_nul_in_cookies(request):
            return refuse(request, bad_character())
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """Forms of pages are read here at the latest; the API reads its own bodies."""
        if request.method == "POST" and not is_api(request) and has_nul_in_form(request):
            return refuse(request, bad_character())
        return None
