"""Who changed something, in which request: handed to the triggers that write the history."""

from typing import Any

import pghistory
from django.http import HttpRequest, HttpResponse
from pghistory import config, middleware

from accounts.models import ApiToken


def about_person(user: Any) -> dict[str, Any]:
    return {"user": getattr(user, "pk", None), "role": getattr(user, "role", None)}


def about_token(token: ApiToken) -> dict[str, Any]:
    """A token speaks for one person and, for an office, for one office."""
    return {"token": token.name, "office": token.office.code if token.office else None}


class Request(middleware.WSGIRequest):
    """Token authentication knows person and token only inside the view; they are added then."""

    def __setattr__(self, attr: str, value: Any) -> None:
        if attr == "user":
            pghistory.context(**about_person(value))
        elif attr == "auth" and value is not None:
            pghistory.context(**about_token(value))
        super().__setattr__(attr, value)


class HistoryMiddleware(middleware.HistoryMiddleware):
    """Stands behind authentication. Of the address only the path: a query is what people typed."""

    def get_context(self, request: HttpRequest) -> dict[str, Any]:
        return {
            "url": request.path,
            "request_id": getattr(request, "request_id", None),
            **about_person(request.user),
        }

    def __call__(self, request: HttpRequest) -> HttpResponse:
        if request.method not in config.middleware_methods():
            return self.get_response(request)
        with pghistory.context(**self.get_context(request)):
            request.__class__ = Request
            return self.get_response(request)
