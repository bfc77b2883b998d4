"""Lists of records and single ones, read and written through the one intake."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import NotAllowed, Stale
from api.concurrency import guard_content, tag_of
from api.errors import Problem
from api.frames import Row, Shape, action
from api.idempotency import once
from api.records import Listing, Records, Single
from api.requests import body_object, text_of, without_echo
from api.rights import KEEP_PROGRAMMES, REVIEW, Right
from api.v1.described import IF_MATCH, KEY
from api.v1.kept.shapes import columns_of, may_keep, rows_of, shape_record
from api.v1.kept.writing import create_one, save_one, whole
from programmes.actions.records import delete_record, referring
from programmes.intake.content import digest
from programmes.intake.kinds import RecordKind
from programmes.intake.reading import content_on_file

GUARDED = ("PUT", "PATCH", "DELETE")
REASON = OpenApiParameter("reason", str, description="Why; stands in the history of the record.")


class Kept(Records):
    """Records of one kind: whoever is of staff sees all of them."""

    kind: ClassVar[RecordKind]
    more_columns: ClassVar[tuple[str, ...]] = ()
    sends: ClassVar[dict[str, Any]] = {}

    def rows(self) -> QuerySet[Any]:
        """Records are known to all staff."""
        return rows_of(self.kind)

    def get_queryset(self) -> QuerySet[Any, Any]:
        """The columns of the kind, and what else the shape needs."""
        return self.rows().values("pk", *columns_of(self.kind), *self.more_columns)

    def shape(self, row: Row) -> Shape:
        """One record."""
        return shape_record(self.kind, row, self.frame, self.display(row))

    def display(self, row: Row) -> str:
        """The record in a few words."""
        raise AttributeError(f"{type(self).__name__} has no words")

    @property
    def right(self) -> Right:
        """Who keeps records of this kind at all."""
        return KEEP_PROGRAMMES if self.kind.offices_keep else REVIEW


class KeptList(Kept, Listing):
    """A list of records; `POST` adds one."""

    statuses: ClassVar[dict[str, int]] = {"POST": 201}

    def accepted_parameters(self) -> tuple[str, ...]:
        """A new record needs none."""
        return () if self.request.method == "POST" else super().accepted_parameters()

    @extend_schema(parameters=[KEY])
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """A new record; one that is on record already is 422."""
        self.require(self.right)
        values = body_object(request)
        return once(request, self.actor, lambda: self.create(values))

    def create(self, values: dict[str, Any]) -> Response:
        """The record with its address and its tag."""
        reason = text_of(values, "reason")
        values.pop("reason", None)
        made = create_one(self.kind, values, reason=reason, by=self.actor)
        shape = self.shape(self.get_queryset().get(pk=made.record.pk))  # type: ignore[union-attr]
        headers = {"Location": shape["url"], "ETag": tag_of(digest(made.content))}
        return Response(shape, 201, headers=headers)


class KeptOne(Kept, Single):
    """One record. `ETag` is its digest; a write names in `If-Match` what it was made on."""

    lookup_field = "id"
    more_errors: ClassVar[dict[str, tuple[str, ...]]] = dict.fromkeys(GUARDED, ("412", "428"))

    def accepted_parameters(self) -> tuple[str, ...]:
        """What is deleted has no body that could say why."""
        return ("reason",) if self.request.method == "DELETE" else super().accepted_parameters()

    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The record with its tag."""
        return self.reply(self.row())

    @extend_schema(parameters=[IF_MATCH])
    def put(self, request: Request, **keys: Any) -> HttpResponseBase:
        """The whole record; a field left out is empty."""
        return self.write(is_whole=True)

    @extend_schema(parameters=[IF_MATCH])
    def patch(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Some fields; the others stay."""
        return self.write(is_whole=False)

    @extend_schema(parameters=[IF_MATCH, REASON], request=None, responses={204: None})
    def delete(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Delete it, as long as nothing refers to it; its history stays."""
        row, base = self.guarded()
        record = self.kind.model._default_manager.get(pk=row["pk"])
        reason = text_of(request.query_params.dict(), "reason")
        try:
            delete_record(self.kind, record, base=base, reason=reason, by=self.actor)
        except Stale as stale:
            raise self.stale(stale) from stale
        return Response(status=204)

    def write(self, *, is_whole: bool) -> HttpResponseBase:
        """Save on the tag named; a stale one is told what stands now."""
        row, base = self.guarded()
        values = body_object(self.request)
        reason = text_of(values, "reason")
        values.pop("reason", None)
        sent = without_echo(values, self.shape_alone(row), self.kind.said)
        if is_whole:
            sent = whole(self.kind, sent)
        try:
            sent = {**sent, "id": row["pk"], "base": base}
            save_one(self.kind, sent, reason=reason, by=self.actor)
        except Stale as stale:
            raise self.stale(stale) from stale
        return self.reply(self.row_by(row["pk"]))

    def guarded(self) -> tuple[Row, str]:
        """The row, which the caller keeps, and the digest on which the write was made."""
        row = self.row()
        self.require(self.right)
        if not may_keep(self.kind, row["keeper"], self.actor):
            raise NotAllowed("not_your_office", _("This record belongs to another office."))
        return row, guard_content(self.request, self.digest_of(row))

    def digest_of(self, row: Row) -> str:
        """What the record says now, as a short name."""
        return digest(content_on_file(self.kind, row["pk"]))

    def stale(self, stale: Stale) -> Problem:
        """What stands now, so that the client can show both and ask."""
        row = self.row()
        tag = {"ETag": tag_of(self.digest_of(row))}
        return Problem(412, stale.code, stale.message, headers=tag, current=self.shape_alone(row))

    def reply(self, row: Row) -> Response:
        """The record under its tag."""
        return Response(self.shape_alone(row), headers={"ETag": tag_of(self.digest_of(row))})

    def shape_alone(self, row: Row) -> Shape:
        """The record with what stands against deleting it."""
        return {**self.shape(row), "allowed_actions": self.actions_on(row)}

    def actions_on(self, row: Row) -> list[Shape]:
        """Change and delete, where the record is one's own."""
        if not may_keep(self.kind, row["keeper"], self.actor):
            return []
        record = self.kind.model(pk=row["pk"])
        return [action("change", []), action("delete", referring(record))]

    def row_by(self, pk: int) -> Row:
        """The row after the write, also where its address changed."""
        row: Row = self.get_queryset().get(pk=pk)
        return row
