"""The door of a page: sign in first, then what the policy permits; a refusal has its status."""

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.contrib.auth.decorators import login_required
from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from accounts.policy import Actor, stranger
from accounts.refusals import Invalid, NotAllowed, Refused

View = Callable[..., HttpResponseBase]


def permitted(predicate: Callable[[Actor], bool]) -> Callable[[View], View]:
    """Open a page to those the policy permits; others are told their role does not (403)."""

    def guard(view: View) -> View:
        @login_required
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not predicate(request.actor):  # type: ignore[attr-defined]
                raise PermissionDenied
            return view(request, *args, **kwargs)

        return guarded

    return guard


def open_to(predicate: Callable[[Actor], bool]) -> Callable[[View], View]:
    """Open a page to those the policy permits, signed in or not; a stranger may sign in first."""

    def guard(view: View) -> View:
        @wraps(view)
        def guarded(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
            if not request.user.is_authenticated:
                request.actor = stranger()  # type: ignore[attr-defined]
            if predicate(request.actor):  # type: ignore[attr-defined]
                return view(request, *args, **kwargs)
            if not request.user.is_authenticated:
                return redirect_to_login(request.get_full_path())
            raise PermissionDenied

        return guarded

    return guard


def status_of(refusal: Refused | None) -> int:
    """Nobody's fault is 200; a role is 403, what was written 422, a state 409."""
    match refusal:
        case None:
            return 200
        case NotAllowed():
            return 403
        case Invalid():
            return 422
    return 409
