"""What a browser may do with each answer: one policy for pages, one for the API, one for files."""

from dataclasses import dataclass, field

from django.conf import settings
from django.http import HttpRequest, HttpResponse
from django.utils.cache import patch_vary_headers

from habitat_reform.loopback import GetResponse
from habitat_reform.rooms import is_api

SHARED = {
    "Cross-Origin-Resource-Policy": "same-origin",
    "Cache-Control": "no-store",
}


@dataclass(frozen=True)
class Policy:
    headers: dict[str, str]
    vary: tuple[str, ...] = field(default=())


PAGES = Policy(
    {
        **SHARED,
        "Content-Security-Policy": (
            "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; "
            "font-src 'self'; connect-src 'self'; form-action 'self'; base-uri 'none'; "
            "frame-ancestors 'none'; object-src 'none'"
        ),
        "Cross-Origin-Opener-Policy": "same-origin",
        "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=()",
    },
    ("Cookie", "Accept-Language", "Accept-Encoding"),
)
API = Policy(
    {**SHARED, "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'"},
    ("Authorization", "Cookie", "Accept", "Accept-Language"),
)
DOWNLOADS = Policy({**SHARED, "Content-Security-Policy": "sandbox; default-src 'none'"}, API.vary)
# The same for everybody and named by their content: WhiteNoise says how long they keep.
STATIC = Policy({"Cross-Origin-Resource-Policy": "same-origin"})


def policy_for(request: HttpRequest, response: HttpResponse) -> Policy:
    if request.path.startswith(settings.STATIC_URL):
        return STATIC
    if response.get("Content-Disposition", "").startswith("attachment"):
        return DOWNLOADS
    return API if is_api(request) else PAGES


class HeadersMiddleware:
    """A view's own word counts: a publication's page says `private, no-cache` itself."""

    def __init__(self, get_response: GetResponse) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponse:
        response = self.get_response(request)
        policy = policy_for(request, response)
        for name, value in policy.headers.items():
            response.headers.setdefault(name, value)
        if policy.vary:
            patch_vary_headers(response, policy.vary)
        return response
