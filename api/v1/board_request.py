"""`requests/{session}/{number}/`: one request, changed, followed up, closed and reopened."""

from collections.abc import Callable
from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.reading import read_date
from accounts.refusals import Blocked, Faults, Invalid, Stale
from api.concurrency import etag, guard
from api.errors import Problem, not_found, problem_of_refusal
from api.requests import body_object, invalid, refuse_unknown, text_of, without_echo
from api.rights import KEEP_REQUESTS
from api.v1.board_requests import (
    NewRequestDescription,
    RequestDescription,
    RequestRecords,
    allowed_actions,
)
from api.v1.described import IF_MATCH, NamesField
from reporting.actions.follow_ups import close_request, follow_up, reopen_request
from reporting.actions.requests import change_request
from reporting.models import BoardRequest
from reporting.request_intake import READERS, content_of

WRITABLE = (*READERS, "reason")


class RequestPatchDescription(NewRequestDescription):
    reason = serializers.CharField(max_length=500, help_text="Stands in the history.")

    def get_fields(self) -> Any:
        """Whatever is left out stays."""
        fields = super().get_fields()
        for field in fields.values():
            field.required = False
        return fields


class FollowUpDescription(serializers.Serializer[object]):
    to = serializers.ChoiceField(
        ["open", "under_way", "answered"],
        help_text="The state it leads to, or the present one to change the words alone.",
    )
    follow_up = NamesField(required=False, help_text="What was done; left out, it stays.")
    answered_in = serializers.CharField(
        required=False, help_text="A publication in force, as 2025/1; left out, it stays."
    )
    reason = serializers.CharField(
        required=False, max_length=500, help_text="Needed for a step back."
    )


class ClosingDescription(serializers.Serializer[object]):
    closed_on = serializers.DateField(required=False, help_text="Left out: today.")


class ReopeningDescription(serializers.Serializer[object]):
    reason = serializers.CharField(max_length=500)


class OneRequest(RequestRecords):
    """One request. `ETag` is its version; every write names the version that was read."""

    lookup_field = "number"
    more_errors = {"PATCH": ("412", "428"), "POST": ("412", "428")}  # noqa: RUF012

    def get(self, request: Request, session: str, number: int) -> HttpResponseBase:
        """The request."""
        return self.reply(self.found())

    @extend_schema(
        request=RequestPatchDescription, responses=RequestDescription, parameters=[IF_MATCH]
    )
    def patch(self, request: Request, session: str, number: int) -> HttpResponseBase:
        """Change what was recorded; whatever is left out stays."""
        found, version = self.guarded()
        current = self.shapes([found])[0]
        values = without_echo(body_object(request), current, WRITABLE)
        reason = text_of(values, "reason", 500)
        values.pop("reason", None)
        sent = {**content_of(found), **values}
        return self.done(change_request, found, sent, reason=reason, base_version=version)

    def found(self) -> BoardRequest:
        """The request of the address, among those the caller may see."""
        at = {"session__code": self.kwargs["session"], "number": self.kwargs["number"]}
        row: BoardRequest | None = self.get_queryset().filter(**at).first()
        if row is None:
            raise not_found()
        return row

    def guarded(self) -> tuple[BoardRequest, int | None]:
        """The request with the version that was read; nobody overwrites unseen."""
        found = self.found()
        self.require(KEEP_REQUESTS)
        return found, guard(self.request, found.version)

    def reply(self, row: BoardRequest) -> Response:
        """The request under its version."""
        return Response(self.shapes([row])[0], headers={"ETag": etag(row.version)})

    def done(self, act: Callable[..., Any], found: BoardRequest, *args: Any, **said: Any) -> Any:
        """The request after the act; a refusal comes with what stands, and what is possible."""
        try:
            act(found, *args, **said, by=self.actor)
        except Stale as stale:
            raise self.stale(stale) from stale
        except Blocked as blocked:
            problem = problem_of_refusal(blocked)
            problem.members["allowed_actions"] = allowed_actions(self.found(), self.frame)
            raise problem from blocked
        return self.reply(self.found())

    def stale(self, stale: Stale) -> Problem:
        """What stands now, so that the client can show both and ask."""
        now = self.found()
        tag = {"ETag": etag(now.version)}
        shape = self.shapes([now])[0]
        return Problem(412, stale.code, stale.message, headers=tag, current=shape)


class ActOnRequest(OneRequest):
    """An act on one request."""

    http_method_names = ("post",)


class FollowUp(ActOnRequest):
    """Where a request stands and what was done."""

    @extend_schema(request=FollowUpDescription, responses=RequestDescription, parameters=[IF_MATCH])
    def post(self, request: Request, session: str, number: int) -> HttpResponseBase:
        """Say what was done and which state it leads to."""
        found, version = self.guarded()
        values = body_object(request)
        refuse_unknown(values, ("to", "follow_up", "answered_in", "reason"))
        answered_in = text_of(values, "answered_in") if "answered_in" in values else None
        said = {"to": text_of(values, "to"), "reason": text_of(values, "reason", 500)}
        words = values.get("follow_up")
        if words is not None and not isinstance(words, dict):
            raise invalid("/follow_up", "not_an_object", _("A text by language is needed here."))
        reply: HttpResponseBase = self.done(
            follow_up, found, words=words, answered_in=answered_in, **said, base_version=version
        )
        return reply


class CloseRequest(ActOnRequest):
    """The end of a request."""

    @extend_schema(request=ClosingDescription, responses=RequestDescription, parameters=[IF_MATCH])
    def post(self, request: Request, session: str, number: int) -> HttpResponseBase:
        """Close an answered request on a day."""
        found, version = self.guarded()
        values = body_object(request)
        refuse_unknown(values, ("closed_on",))
        faults = Faults()
        day = read_date(values.get("closed_on"), "/closed_on", faults)
        if faults.found:
            raise Invalid(faults.found)
        reply: HttpResponseBase = self.done(
            close_request, found, closed_on=day, base_version=version
        )
        return reply


class ReopenRequest(ActOnRequest):
    """A request taken up again."""

    @extend_schema(
        request=ReopeningDescription, responses=RequestDescription, parameters=[IF_MATCH]
    )
    def post(self, request: Request, session: str, number: int) -> HttpResponseBase:
        """Reopen a closed request, with the reason."""
        found, version = self.guarded()
        values = body_object(request)
        refuse_unknown(values, ("reason",))
        reason = text_of(values, "reason", 500)
        reply: HttpResponseBase = self.done(
            reopen_request, found, reason=reason, base_version=version
        )
        return reply
