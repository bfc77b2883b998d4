"""What all addresses of the API have in common, above all the order in which they check.

400, 413 and 415 come first, then 401, 404, 403, 428, 412, 409, 422: a client that sends
garbage is told so before it is told who it is not.
"""

from collections.abc import Iterable, Sequence
from functools import cached_property
from time import time as clock
from typing import Any, ClassVar, NoReturn

from django.conf import settings
from django.core.exceptions import RequestDataTooBig
from django.http import HttpRequest
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework.exceptions import APIException, NotAuthenticated
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.parsers import BaseParser
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.views import APIView

from accounts.policy import Actor
from api.bodies import discard
from api.errors import Problem, not_found, parameter_error, too_large
from api.frames import Frame, frame_for
from api.limits import Allowance, address_of, count_call
from api.rights import SEE_LIVE, Right, require
from regions.texts import nearest

SMALL, LARGE = 2_000_000, 10_000_000
WRITES = {"POST", "PUT", "PATCH", "DELETE"}


class OneFormat(BaseContentNegotiation):
    """Replies are JSON whatever `Accept` says; a 406 would help nobody."""

    def select_parser(self, request: Request, parsers: Iterable[BaseParser]) -> BaseParser | None:
        """The parser for the media type sent, if there is one."""
        sent = (request.content_type or "").partition(";")[0].strip().lower()
        return next((each for each in parsers if each.media_type == sent), None)

    def select_renderer(
        self, request: Request, renderers: Iterable[BaseRenderer], format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The one there is."""
        only = next(iter(renderers))
        return only, only.media_type


class ApiView(APIView):
    """An address of the API. `sees` is asked of every caller before anything is looked up."""

    content_negotiation_class: type[BaseContentNegotiation] = OneFormat
    permission_classes = ()
    http_method_names: Sequence[str] = ("get", "head", "post", "put", "patch", "delete")
    sees: ClassVar[Right | None] = SEE_LIVE
    parameters: ClassVar[tuple[str, ...]] = ()
    largest_body: ClassVar[int] = SMALL
    format_kwarg: str | None = None
    allowance: Allowance | None = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """Count the call, then check in the order of the contract."""
        renderer, media_type = self.perform_content_negotiation(request)
        request.accepted_renderer, request.accepted_media_type = renderer, media_type
        refusal = self.identify(request)
        self.count_call(request)
        self.check_size(request)
        check_parameters(request, self.accepted_parameters())
        if request.method in WRITES:
            request.data  # noqa: B018 (reading it is the check)
        if refusal is not None:
            raise refusal
        if self.sees is not None:
            require(self.actor, self.sees)

    def identify(self, request: Request) -> Exception | None:
        """Who calls, or why nobody: said later, when the request itself has been judged."""
        try:
            known = request.user.is_authenticated
        except (APIException, Problem, RequestDataTooBig) as refusal:
            return refusal
        return None if known or self.sees is None else NotAuthenticated()

    def count_call(self, request: Request) -> None:
        """Per token, per person in a browser, per address for strangers."""
        caller, limit = self.counted_as(request)
        self.allowance = count_call(caller, limit, now=clock())
        if self.allowance.is_used_up:
            wait = {"Retry-After": str(self.allowance.seconds_left)}
            words = _("At most %(limit)d calls a minute are served.") % {"limit": limit}
            raise Problem(429, "too_many_calls", words, headers=wait)

    def counted_as(self, request: Request) -> tuple[str, int]:
        """Whose calls this one is counted with, and how many they have."""
        actor = (
            getattr(request._request, "actor", None) if request.auth or _known(request) else None
        )
        if actor is None:
            return address_of(request), settings.API_CALLS_OF_STRANGERS
        if actor.token is not None:
            return f"token:{actor.token.pk}", settings.API_CALLS_A_MINUTE
        return f"user:{actor.user.pk}", settings.API_CALLS_A_MINUTE

    def check_size(self, request: Request) -> None:
        """A body announced as too large is never kept, only read away."""
        length = request.META.get("CONTENT_LENGTH") or "0"
        if "HTTP_TRANSFER_ENCODING" in request.META and request.method in WRITES:
            raise Problem(411, "length_required", _("Send the body with its Content-Length."))
        if length.isdecimal() and int(length) > self.largest_body:
            discard(request._request)
            raise too_large(self.largest_body)

    def accepted_parameters(self) -> tuple[str, ...]:
        """Names that may stand in the query; an unknown one is a 400, not ignored."""
        return self.parameters

    @property
    def actor(self) -> Actor:
        """The caller, once identified."""
        actor: Actor = self.request._request.actor  # type: ignore[attr-defined]
        return actor

    @cached_property
    def frame(self) -> Frame:
        """What objects are shaped with; looked up once a request."""
        return frame_for(self.request._request, self.actor)

    def require(self, right: Right) -> None:
        """Refuse the caller (403) who may see, but not do."""
        require(self.actor, right)

    def finalize_response(
        self, request: Request, response: Response, *args: Any, **kwargs: Any
    ) -> Response:
        """Every response announces the limits."""
        if self.allowance is not None:
            for name, value in self.allowance.headers.items():
                response[name] = value
        return super().finalize_response(request, response, *args, **kwargs)


def _known(request: Request) -> bool:
    user = getattr(request, "_user", None)
    return user is not None and user.is_authenticated


def check_parameters(request: Request, accepted: tuple[str, ...]) -> None:
    """A misspelt filter that were ignored would show everything as if it had been asked for."""
    unknown = [name for name in request.query_params if name not in accepted]
    if "\x00" in request.path or any(_has_nul(request, name) for name in request.query_params):
        raise Problem(400, "bad_character", _("The address has a NUL character."))
    if not unknown:
        return
    words = _("There is no parameter of this name here.")
    errors = [
        parameter_error(
            name[:60],
            "unknown_parameter",
            hinted(str(words), name, accepted),
            accepted=list(accepted),
        )
        for name in unknown
    ]
    raise Problem(400, "unknown_parameter", words, errors=errors)


def _has_nul(request: Request, name: str) -> bool:
    return "\x00" in name or any("\x00" in value for value in request.query_params.getlist(name))


def hinted(words: str, sent: str, accepted: tuple[str, ...]) -> str:
    """The words, with what was probably meant and what there is."""
    hint = nearest(sent[:60], accepted)
    if hint:
        words += " " + _("Did you mean “%(hint)s”?") % {"hint": hint}
    if accepted:
        words += " " + _("Accepted: %(names)s.") % {"names": ", ".join(accepted)}
    return words


@extend_schema(exclude=True)
class UnknownAddress(ApiView):
    """Whatever no other address of the API matches."""

    sees = None

    def initial(self, request: Request, *args: Any, **kwargs: Any) -> None:
        """The same words as for what one may not see, whatever the method."""
        renderer, media_type = self.perform_content_negotiation(request)
        request.accepted_renderer, request.accepted_media_type = renderer, media_type
        self.identify(request)
        self.count_call(request)
        raise not_found()

    def http_method_not_allowed(self, request: HttpRequest, *args: Any, **kwargs: Any) -> NoReturn:
        """Never reached with an answer of its own."""
        raise not_found()
