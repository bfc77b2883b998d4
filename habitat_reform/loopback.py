"""Plain http is for one's own machine: refused on any other address, and to any other machine."""

import ipaddress
from collections.abc import Callable, Iterable

from django.core.exceptions import ImproperlyConfigured
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from django.utils.translation import gettext as _

GetResponse = Callable[[HttpRequest], HttpResponse]


def is_loopback(host: str) -> bool:
    try:
        return ipaddress.ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return host == "localhost"


def check_plain_http(hosts: Iterable[str], bind: str) -> None:
    """Without https, cookies travel in the clear: only where they never leave the machine."""
    places = [*hosts, bind.rpartition(":")[0]]
    foreign = [place for place in places if not is_loopback(place)]
    if foreign:
        raise ImproperlyConfigured(
            f"PLAIN_HTTP=1 is for 127.0.0.1, ::1 and localhost alone, not {', '.join(foreign)}: "
            "see ALLOWED_HOSTS and BIND."
        )


class LoopbackOnlyMiddleware:
    """Stands in front while PLAIN_HTTP=1, whatever address the server was told to listen on."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if not is_loopback(request.META.get("REMOTE_ADDR") or "localhost"):
            return HttpResponseForbidden(_("Plain http is answered on this machine only."))
        return self.get_response(request)
