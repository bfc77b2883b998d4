"""Where publications are public, an address has as many pages a minute as calls of the API."""

from collections.abc import Callable
from time import time as clock
from typing import Any, Final

from django.conf import settings
from django.http import HttpRequest, HttpResponse

from api.limits import address_of, count_call
from habitat_reform.health import livez, readyz
from habitat_reform.loopback import GetResponse
from habitat_reform.refusals import refuse, too_many
from habitat_reform.rooms import is_api

UNCOUNTED: Final = {livez, readyz}
"""They say how the service is, also while the database is away."""


class StrangersMiddleware:
    """A page costs far more than asking for it, and nobody can take a stranger's account away."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        return self.get_response(request)

    def process_view(
        self, request: HttpRequest, view: Callable[..., Any], args: Any, kwargs: Any
    ) -> HttpResponse | None:
        """The API counts its own calls, those of strangers among them."""
        if not settings.PUBLICATIONS_ARE_PUBLIC or view in UNCOUNTED or is_api(request):
            return None
        if request.user.is_authenticated:
            return None
        limit = settings.API_CALLS_OF_STRANGERS
        allowance = count_call(address_of(request), limit, now=clock())
        if not allowance.is_used_up:
            return None
        return refuse(request, too_many(limit, allowance.seconds_left))
