"""`events/`: the history: before, after, who, when, in which request, and why."""

import json
from typing import Any

from django.core.exceptions import ValidationError
from django.http import HttpResponseBase
from drf_spectacular.types import OpenApiTypes
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import replace_query_param

from accounts import policy
from api.errors import not_found
from api.fields import MomentField, unknown_code
from api.frames import Frame, Row, Shape
from api.pagination import (
    DEFAULT,
    MOST,
    bad_cursor,
    envelope,
    read_cursor,
    refuse_parameter,
    whole_number,
    written,
)
from api.v1.described import Described
from api.v1.history import KINDS, Kind, Reader, Seen, events, newest
from api.views import ApiView

HIDDEN = "pgh_"


class EventDescription(Described):
    id = serializers.IntegerField()
    kind = serializers.ChoiceField(list(KINDS))
    event = serializers.ChoiceField(["insert", "update", "delete"])
    at = serializers.DateTimeField()
    object = serializers.URLField(allow_null=True, help_text="The record, where it has an address.")
    who = serializers.CharField(allow_null=True)
    role = serializers.CharField(allow_null=True)
    office = serializers.CharField(allow_null=True)
    token = serializers.CharField(allow_null=True)
    request = serializers.CharField(allow_null=True, help_text="Its X-Request-ID.")
    reason = serializers.CharField(allow_null=True)
    before = serializers.DictField(allow_null=True, help_text="The fields that changed.")
    after = serializers.DictField(allow_null=True)


class EventPageDescription(serializers.Serializer[object]):
    count = serializers.IntegerField(allow_null=True)
    next = serializers.URLField(allow_null=True)
    previous = serializers.URLField(allow_null=True)
    results = EventDescription(many=True)


def shape_event(row: Row, frame: Frame) -> Shape:
    """An event as a client gets it."""
    context = _value(row["pgh_context"]) or {}
    before, after = states(row)
    return {
        "url": frame.link("events", row["kind"], row["pgh_id"]),
        "display": f"{row['kind']} · {row['pgh_label']}",
        "updated_at": row["pgh_created_at"],
        "provenance": frame.origin(),
        "id": row["pgh_id"],
        "kind": row["kind"],
        "event": row["pgh_label"],
        "at": row["pgh_created_at"],
        "object": f"{frame.base}{row['address']}/" if row["address"] else None,
        "who": row["person"],
        "role": context.get("role"),
        "office": context.get("office"),
        "token": context.get("token"),
        "request": context.get("request_id"),
        "reason": context.get("reason"),
        "before": before,
        "after": after,
    }


def states(row: Row) -> tuple[Shape | None, Shape | None]:
    """Before and after: of a change only the fields that differ, else the whole record."""
    state, earlier = _fields(row["state"]), _fields(row["earlier"])
    if row["pgh_label"] == "delete":
        return state, None
    if earlier is None or state is None or row["pgh_label"] == "insert":
        return None, state
    changed = [name for name in state if state[name] != earlier.get(name)]
    return {name: earlier.get(name) for name in changed}, {name: state[name] for name in changed}


def _fields(state: Any) -> Shape | None:
    value = _value(state)
    if value is None:
        return None
    return {name: each for name, each in value.items() if not name.startswith(HIDDEN)}


def _value(state: Any) -> Any:
    """JSON from the database, which the driver may hand over as text."""
    return json.loads(state) if isinstance(state, str) else state


class EventRecords(ApiView):
    """Sight of the history."""

    def reader(self) -> Reader:
        """One's own offices; everything for those who see every office."""
        if policy.may_see_every_office(self.actor):
            return Reader(None)
        return Reader(sorted(self.actor.office_ids))


class Events(EventRecords):
    """The history of the records one may see, the newest first."""

    parameters = ("kind", "updated_since", "limit", "cursor")

    @extend_schema(
        operation_id="events_list",
        responses=EventPageDescription,
        parameters=[
            OpenApiParameter(
                "kind", str, many=True, enum=list(KINDS), description="Given twice: OR."
            ),
            OpenApiParameter("updated_since", OpenApiTypes.DATETIME),
            OpenApiParameter("limit", int, description=f"{DEFAULT}, at most {MOST}."),
            OpenApiParameter("cursor", str, description="From the link `next`."),
        ],
    )
    def get(self, request: Request) -> HttpResponseBase:
        """One page."""
        limit = whole_number(request, "limit", DEFAULT, 1, MOST)
        seen, reader = read_seen(request.query_params.get("cursor")), self.reader()
        kinds = chosen(request.query_params.getlist("kind"), reader)
        page, then = newest(reader, kinds, seen, moment(request), limit)
        shapes = [shape_event(row, self.frame) for row in events(reader, page)]
        url, following = request.build_absolute_uri(), None
        if then is not None:
            following = replace_query_param(url, "cursor", write_seen(then))
        return envelope(None, following, None, shapes)


class Event(EventRecords):
    """One event."""

    @extend_schema(operation_id="events_retrieve", responses=EventDescription)
    def get(self, request: Request, kind: str, id: int) -> HttpResponseBase:
        """The event, if it is of a record one may see."""
        reader = self.reader()
        if kind not in [each.name for each in reader.kinds] or id >= 2**31:
            raise not_found()
        found = events(reader, [(kind, id, None)])  # type: ignore[list-item]
        if not found:
            raise not_found()
        return Response(shape_event(found[0], self.frame))


def chosen(names: list[str], reader: Reader) -> list[Kind]:
    """The kinds asked for, all when none is."""
    for name in names:
        if name not in KINDS:
            words = unknown_code(name, list(KINDS))
            raise refuse_parameter("kind", "unknown_code", words, accepted=list(KINDS))
    return [kind for kind in reader.kinds if not names or kind.name in names]


def moment(request: Request) -> Any:
    """Since when, if the caller says so."""
    try:
        return MomentField(required=False).clean(request.query_params.get("updated_since"))
    except ValidationError as fault:
        raise refuse_parameter("updated_since", "bad_value", str(fault.message)) from fault


def read_seen(cursor: str | None) -> dict[str, int]:
    """How far each table was read."""
    if cursor is None:
        return {}
    parts = [part.partition("=") for part in read_cursor(cursor)]
    if not all(kind in KINDS and key.isdecimal() and len(key) < 19 for kind, _eq, key in parts):
        raise bad_cursor()
    return {kind: int(key) for kind, _eq, key in parts}


def write_seen(seen: Seen) -> str:
    """The cursor of the next page."""
    return written([f"{kind}={key}" for kind, key in seen.items()])
