"""Pages of lists: by offset where a list is short, by key where it can grow without end."""

import base64
import binascii
from collections.abc import Sequence
from typing import Any

from django.utils.translation import gettext as _
from rest_framework.pagination import BasePagination
from rest_framework.request import Request
from rest_framework.response import Response
from rest_framework.utils.urls import remove_query_param, replace_query_param
from rest_framework.views import APIView

from api.errors import Problem, parameter_error

DEFAULT, MOST = 50, 1000
FURTHEST = 10_000_000


def refuse_parameter(name: str, code: str, words: str, **more: Any) -> Problem:
    """A parameter with a value that cannot be."""
    return Problem(400, code, words, errors=[parameter_error(name, code, words, **more)])


def whole_number(request: Request, name: str, default: int, least: int, most: int) -> int:
    """A number in a query, within its bounds or not at all."""
    text = request.query_params.get(name)
    if text is None:
        return default
    if not (text.isascii() and text.isdecimal()) or not least <= int(text[:12]) <= most:
        words = _("%(name)s is a whole number from %(least)d to %(most)d.")
        facts = {"name": name, "least": least, "most": most}
        raise refuse_parameter(name, "bad_value", words % facts, least=least, most=most)
    return int(text)


def envelope(count: int | None, following: str | None, previous: str | None, rows: Any) -> Response:
    """A page as every list sends it."""
    return Response({"count": count, "next": following, "previous": previous, "results": rows})


class OffsetPages(BasePagination):
    """`limit` (50, at most 1,000) and `offset`; the count is of all rows that match."""

    names = ("limit", "offset")

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any]:
        """One page; past the end there is nothing, and no query for it."""
        self.request = request
        self.limit = whole_number(request, "limit", DEFAULT, 1, MOST)
        self.offset = whole_number(request, "offset", 0, 0, FURTHEST)
        self.count = queryset.count()
        if self.offset >= self.count:
            return []
        return self.rows_of(queryset, self.offset, self.offset + self.limit)

    def rows_of(self, queryset: Any, start: int, stop: int) -> list[Any]:
        """The rows of the page."""
        return list(queryset[start:stop])

    def get_paginated_response(self, data: Any) -> Response:
        """The page with absolute links to its neighbours."""
        return envelope(self.count, self._following(), self._previous(), data)

    def _following(self) -> str | None:
        start = self.offset + self.limit
        return self._link(start) if start < self.count else None

    def _previous(self) -> str | None:
        return self._link(max(0, self.offset - self.limit)) if self.offset else None

    def _link(self, offset: int) -> str:
        url = replace_query_param(self.request.build_absolute_uri(), "limit", self.limit)
        if not offset:
            return remove_query_param(url, "offset")
        return replace_query_param(url, "offset", offset)

    def get_paginated_response_schema(self, schema: dict[str, Any]) -> dict[str, Any]:
        """For the OpenAPI document."""
        return page_schema(schema)

    def get_schema_operation_parameters(self, view: APIView) -> list[dict[str, Any]]:
        """For the OpenAPI document."""
        return [
            number_parameter("limit", "Objects on a page.", 1, MOST, DEFAULT),
            number_parameter("offset", "Objects to leave out.", 0, FURTHEST, 0),
        ]


class KeyPages(BasePagination):
    """`limit` and `cursor`: as quick on the last page as on the first, whatever was added since."""

    names = ("limit", "cursor")

    def paginate_queryset(
        self, queryset: Any, request: Request, view: APIView | None = None
    ) -> list[Any]:
        """One page after, or before, the key in the cursor."""
        self.request = request
        self.limit = whole_number(request, "limit", DEFAULT, 1, MOST)
        side, key = self._position(request.query_params.get("cursor"))
        backwards = side == "before"
        rows = queryset.order_by("-pk" if backwards else "pk")
        if key is not None:
            rows = rows.filter(**{"pk__lt" if backwards else "pk__gt": key})
        found = list(rows[: self.limit + 1])
        self.has_more = len(found) > self.limit
        self.backwards, self.is_first = backwards, key is None
        self.rows = found[: self.limit][:: -1 if backwards else 1]
        return self.rows

    def _position(self, cursor: str | None) -> tuple[str, int | None]:
        if cursor is None:
            return "after", None
        side, _bar, key = "|".join(read_cursor(cursor)).partition("|")
        if side not in ("after", "before") or not key.isdecimal() or len(key) > 18:
            raise bad_cursor()
        return side, int(key)

    def get_paginated_response(self, data: Any) -> Response:
        """The page; how many there are in all is not counted."""
        following = self.rows and (self.has_more or self.backwards)
        previous = self.rows and not self.is_first and (self.has_more or not self.backwards)
        return envelope(
            None,
            self._link("after", self.rows[-1]["pk"]) if following else None,
            self._link("before", self.rows[0]["pk"]) if previous else None,
            data,
        )

    def _link(self, side: str, key: int) -> str:
        url = self.request.build_absolute_uri()
        return replace_query_param(url, "cursor", written([side, key]))


def page_schema(schema: dict[str, Any]) -> dict[str, Any]:
    """A page of objects of this schema."""
    link = {"type": ["string", "null"], "format": "uri"}
    return {
        "type": "object",
        "required": ["count", "next", "previous", "results"],
        "properties": {
            "count": {"type": ["integer", "null"]},
            "next": link,
            "previous": link,
            "results": schema,
        },
    }


def number_parameter(name: str, words: str, least: int, most: int, default: int) -> dict[str, Any]:
    """A number in the query, for the OpenAPI document."""
    kind = {"type": "integer", "minimum": least, "maximum": most, "default": default}
    return {"name": name, "in": "query", "description": words, "schema": kind}


def written(key: Sequence[Any]) -> str:
    """A key as an opaque word."""
    text = "|".join(str(part) for part in key)
    return base64.urlsafe_b64encode(text.encode()).decode().rstrip("=")


def read_cursor(text: str) -> list[str]:
    """The key in a word that this server wrote; anything else is a 400."""
    try:
        return base64.urlsafe_b64decode(text + "=" * (-len(text) % 4)).decode("ascii").split("|")
    except (binascii.Error, ValueError) as fault:
        raise bad_cursor() from fault


def bad_cursor() -> Problem:
    """A cursor is taken from a link, never made up."""
    words = _("Take the cursor from the links “next” and “previous”.")
    return refuse_parameter("cursor", "bad_value", words)
