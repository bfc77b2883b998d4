"""`requests/`: what members of the Board asked for at its sessions, and what became of it."""

from collections.abc import Iterable
from typing import Any, ClassVar

from django.db.models import Q, QuerySet
from django.http import HttpResponseBase
from django.utils import timezone
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import policy
from api.concurrency import etag
from api.filters import FilterSet, Flag, OneOf, Search, UpdatedSince, codes, in_languages
from api.frames import Frame, Shape, action
from api.idempotency import once
from api.records import Listing, Records
from api.requests import body_object
from api.rights import KEEP_REQUESTS
from api.v1.described import KEY, ActionDescription, Described, NamesField
from checklist.models import BoardSession, ChecklistItem
from regions.models import Country, RegionalOffice
from reporting import request_blockers as blockers
from reporting.actions.follow_ups import name_of
from reporting.actions.requests import record_request
from reporting.models import BoardRequest
from reporting.request_states import next_steps

WAITING = Q(state__in=BoardRequest.WAITING)


class RequestDescription(Described):
    session = serializers.CharField()
    number = serializers.IntegerField(help_text="Counted within the session.")
    agenda_item = serializers.CharField()
    speaker = serializers.CharField(help_text="The member or the group of States.")
    theme = serializers.ChoiceField(BoardRequest.Theme.choices)
    asked = NamesField()
    items = serializers.ListField(child=serializers.CharField())
    countries = serializers.ListField(child=serializers.CharField())
    owner = serializers.CharField(help_text="The office; empty where none owns it.")
    owner_name = serializers.CharField(help_text="A person at headquarters; never published.")
    due_on = serializers.DateField(allow_null=True)
    source = serializers.CharField()  # type: ignore[assignment]
    state = serializers.ChoiceField(BoardRequest.State.choices)
    is_overdue = serializers.BooleanField()
    follow_up = NamesField(help_text="What was done, by language; empty at first.")
    answered_in = serializers.CharField(help_text="The publication that answers: 2025/1; or empty.")
    closed_on = serializers.DateField(allow_null=True)
    closed_in = serializers.CharField(help_text="The round in work then; or empty.")
    version = serializers.IntegerField()
    next_states = serializers.ListField(child=serializers.CharField())
    allowed_actions = ActionDescription(many=True)


def shape_request(row: BoardRequest, frame: Frame) -> Shape:
    """A request as a client gets it."""
    return {
        "url": frame.link("requests", row.session.code, row.number),
        "display": f"{row.session.code}/{row.number} · {row.speaker}",
        "updated_at": row.updated_at,
        "provenance": {"kind": provenance(row), "source": row.source},
        "session": row.session.code,
        "number": row.number,
        **{name: getattr(row, name) for name in PLAIN},
        "owner": row.owner.code if row.owner else "",
        "is_overdue": row.is_overdue(timezone.localdate()),
        "answered_in": name_of(row.answered_in),
        "closed_in": row.closed_in.code if row.closed_in else "",
        "next_states": list(next_steps(row.state)),
        "allowed_actions": allowed_actions(row, frame),
    }


PLAIN = (
    "agenda_item",
    "speaker",
    "theme",
    "asked",
    "items",
    "countries",
    "owner_name",
    "due_on",
    "source",
    "state",
    "follow_up",
    "closed_on",
    "version",
)


def provenance(row: BoardRequest) -> str:
    """Made up, taken from a document, or entered."""
    if row.is_invented:
        return "invented"
    return "document" if row.source else "entered"


def allowed_actions(row: BoardRequest, frame: Frame) -> list[Shape]:
    """What the secretariat may do with it, and what stands in the way."""
    if not policy.may_keep_requests(frame.actor):
        return []
    return [
        action("change", blockers.to_change(row)),
        action("follow-up", blockers.to_follow_up(row)),
        action("close", blockers.to_close(row)),
        action("reopen", blockers.to_reopen(row)),
    ]


class NewRequestDescription(serializers.Serializer[object]):
    session = serializers.CharField()
    agenda_item = serializers.CharField(required=False, max_length=20)
    speaker = serializers.CharField(max_length=120)
    theme = serializers.ChoiceField(BoardRequest.Theme.choices)
    asked = NamesField()
    items = serializers.ListField(child=serializers.CharField(), required=False)
    countries = serializers.ListField(child=serializers.CharField(), required=False)
    owner = serializers.CharField(required=False, help_text="The code of an office.")
    owner_name = serializers.CharField(required=False, max_length=120)
    due_on = serializers.DateField(required=False, allow_null=True)
    source = serializers.CharField(required=False, max_length=200)  # type: ignore[assignment]


class Naming(OneOf):
    """Rows that name one of the codes given among others."""

    def filter(self, qs: QuerySet[Any], value: list[str]) -> QuerySet[Any]:
        """OR within the parameter."""
        return qs.filter(**{f"{self.field_name}__overlap": value}) if value else qs


class RequestFilters(FilterSet):
    session = OneOf("session__code", codes(BoardSession))
    state = OneOf("state", lambda: BoardRequest.State.values)
    theme = OneOf("theme", lambda: BoardRequest.Theme.values)
    owner = OneOf("owner__code", codes(RegionalOffice))
    item = Naming("items", codes(ChecklistItem))
    country = Naming("countries", codes(Country, "iso3"))
    carried = Flag(WAITING, help_text="Not answered yet: open or under way.")
    updated_since = UpdatedSince()
    search = Search("speaker", *in_languages("asked"), *in_languages("follow_up"))


class RequestRecords(Records):
    serializer_class = RequestDescription

    def get_queryset(self) -> QuerySet[Any, Any]:
        """Requests are known to all staff; the Board reads what was published of them."""
        return BoardRequest.objects.visible_to(self.actor).with_links()

    def shapes(self, rows: Iterable[Any]) -> list[Shape]:
        """Each request."""
        return [shape_request(row, self.frame) for row in rows]


class BoardRequests(RequestRecords, Listing):
    """What members of the Board asked for."""

    filterset_class = RequestFilters
    order = ("-session__opens_on", "number")
    orders: ClassVar = {
        "session": "session__opens_on",
        "number": "number",
        "due_on": "due_on",
        "updated_at": "updated_at",
    }

    @extend_schema(
        request=NewRequestDescription, responses={201: RequestDescription}, parameters=[KEY]
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Record what a member asked for; it takes the next number of its session."""
        self.require(KEEP_REQUESTS)
        return once(request, self.actor, self.create)

    def create(self) -> Response:
        """The request under its number."""
        made = record_request(body_object(self.request), by=self.actor)
        shape = self.shapes([self.get_queryset().get(pk=made.pk)])[0]
        headers = {"Location": shape["url"], "ETag": etag(made.version)}
        return Response(shape, 201, headers=headers)
