"""`…/bulk/`: many records of a kind at once, all or nothing, tried before they are kept."""

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiParameter, OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Stale
from api.bodies import TABLES, StrictJSONParser
from api.errors import Problem
from api.idempotency import once
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import KEEP_PROGRAMMES, REVIEW
from api.v1.described import KEY, ErrorDescription
from api.v1.kept.bulk_shapes import shape_rows
from api.v1.kept.tables import SentRecords
from api.v1.submissions import DRY_RUN, CountsDescription
from api.v1.submitting import is_dry_run
from api.v1.tables import BINARY, is_table
from api.views import LARGE, ApiView
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import ROW_LIMIT, plan

REASON = OpenApiParameter(
    "reason", str, description="Why; of a table, whose body has no place for it."
)


class RowsDescription(serializers.Serializer[object]):
    rows = serializers.ListField(
        child=serializers.DictField(),
        help_text="Records as they are sent one by one; `id` or the key names one on record, "
        "and a field left out stays. `base` is the digest in its ETag. At most 2,000.",
    )
    reason = serializers.CharField(required=False, max_length=5000)


class PlannedRowDescription(serializers.Serializer[object]):
    number = serializers.IntegerField()
    outcome = serializers.ChoiceField(["created", "updated", "unchanged", "rejected"])
    url = serializers.URLField(allow_null=True, help_text="Null while the record is not there.")
    differences = serializers.DictField(help_text="By field, before and after.")


class RowsPlanDescription(CountsDescription):
    dry_run = serializers.BooleanField()
    row_count = serializers.IntegerField()
    rows = PlannedRowDescription(many=True)
    errors = ErrorDescription(many=True)  # type: ignore[assignment]
    error_count = serializers.IntegerField()


class KeptTogether(ApiView):
    """Many records of one kind."""

    kind: ClassVar[RecordKind]
    largest_body = LARGE
    parser_classes = (StrictJSONParser, *TABLES)

    def accepted_parameters(self) -> tuple[str, ...]:
        """A table says the rest here, too."""
        return ("dry_run", "reason") if is_table(self.request) else ("dry_run",)

    @extend_schema(
        request={"application/json": RowsDescription, **BINARY},
        responses={200: OpenApiResponse(RowsPlanDescription, "What was done, or would be.")},
        parameters=[KEY, DRY_RUN, REASON],
    )
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Save rows, all or nothing; with `dry_run=true` see what would happen."""
        self.require(KEEP_PROGRAMMES if self.kind.offices_keep else REVIEW)
        if is_table(request):
            return self.post_table(request)
        values = body_object(request)
        rows = rows_in(values)
        refuse_unknown(values, ("rows", "reason"))
        reason = text_of(values, "reason")
        if is_dry_run(request):
            planned = plan(self.kind, rows, by=self.actor)
            return Response(shape_rows(planned, self.frame, dry_run=True))
        return once(request, self.actor, lambda: self.save(rows, reason))

    def post_table(self, request: Request) -> HttpResponseBase:
        """The same rows in a table."""
        if is_dry_run(request):
            return SentRecords(self.kind, request, self.actor, self.frame).preview()
        return once(request, self.actor, lambda: self.saved_table(request))

    def saved_table(self, request: Request) -> Response:
        """Read when it is needed: a repeated request is answered without it."""
        with told_stale():
            return SentRecords(self.kind, request, self.actor, self.frame).save()

    def save(self, rows: list[Any], reason: str) -> Response:
        """Store all of it, or nothing."""
        with told_stale():
            saved = save_rows(self.kind, rows, reason=reason, by=self.actor)
        return Response(shape_rows(saved, self.frame, dry_run=False))


@contextmanager
def told_stale() -> Iterator[None]:
    """A row made on old words is refused with what stands now."""
    try:
        yield
    except Stale as stale:
        current = stale.current.before
        raise Problem(409, stale.code, stale.message, current=current) from stale


def rows_in(values: dict[str, Any]) -> list[Any]:
    """The rows as sent."""
    rows = values.get("rows")
    if rows is None:
        raise invalid("/rows", "required", _("This field is required."))
    if not isinstance(rows, list):
        raise invalid("/rows", "not_a_list", _("A list is needed here."))
    if len(rows) > ROW_LIMIT:
        words = _("At most %(limit)d rows are taken at once; these are %(number)d.")
        facts = {"limit": ROW_LIMIT, "number": len(rows)}
        raise Problem(413, "too_many_rows", words % facts, limit=ROW_LIMIT)
    return rows
