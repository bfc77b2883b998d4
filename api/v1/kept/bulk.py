"""`…/bulk/`: many records of a kind at once, all or nothing, tried before they are kept."""

from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import OpenApiResponse, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Stale
from api.errors import SPELLED_OUT, Error, Problem, error, errors_of
from api.frames import Frame, Shape
from api.idempotency import once
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import KEEP_PROGRAMMES, REVIEW
from api.v1.described import KEY, ErrorDescription
from api.v1.submissions import DRY_RUN, CountsDescription
from api.v1.submitting import is_dry_run
from api.views import LARGE, ApiView
from programmes.actions.records import save_rows
from programmes.intake.kinds import RecordKind
from programmes.intake.planning import ROW_LIMIT, Plan, PlannedRow, plan


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
    parameters = ("dry_run",)

    @extend_schema(
        request=RowsDescription,
        responses={200: OpenApiResponse(RowsPlanDescription, "What was done, or would be.")},
        parameters=[KEY, DRY_RUN],
    )
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Save rows, all or nothing; with `dry_run=true` see what would happen."""
        self.require(KEEP_PROGRAMMES if self.kind.offices_keep else REVIEW)
        values = body_object(request)
        rows = rows_in(values)
        refuse_unknown(values, ("rows", "reason"))
        reason = text_of(values, "reason")
        if is_dry_run(request):
            planned = plan(self.kind, rows, by=self.actor)
            return Response(shape_rows(planned, self.frame, dry_run=True))
        return once(request, self.actor, lambda: self.save(rows, reason))

    def save(self, rows: list[Any], reason: str) -> Response:
        """Store all of it, or nothing."""
        try:
            saved = save_rows(self.kind, rows, reason=reason, by=self.actor)
        except Stale as stale:
            current = stale.current.before
            raise Problem(409, stale.code, stale.message, current=current) from stale
        return Response(shape_rows(saved, self.frame, dry_run=False))


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


def shape_rows(planned: Plan, frame: Frame, *, dry_run: bool) -> Shape:
    """What rows did or would do, row by row."""
    errors = [*errors_of(planned.faults), *stale_errors(planned)]
    return {
        "dry_run": dry_run,
        **planned.counts,
        "row_count": len(planned.rows),
        "rows": [shape_row(planned.kind, row, frame) for row in planned.rows],
        "errors": errors[:SPELLED_OUT],
        "error_count": len(errors),
    }


def shape_row(kind: RecordKind, row: PlannedRow, frame: Frame) -> Shape:
    """What one row changes, field by field."""
    return {
        "number": row.number,
        "outcome": row.outcome.value,
        "url": address(kind, row, frame),
        "differences": row.differences,
    }


def address(kind: RecordKind, row: PlannedRow, frame: Frame) -> str | None:
    """Where the record is, once it is there."""
    if row.record is None:
        return None
    return frame.link(kind.slug, getattr(row.record, kind.address))


def stale_errors(planned: Plan) -> list[Error]:
    """A row that would overwrite somebody else's change refuses the real run with 409."""
    if planned.stale is None:
        return []
    at = f"/rows/{planned.stale.number - 1}/base"
    name = planned.kind.name_of(planned.stale.before or {})
    words = _("%(record)s was changed since.") % {"record": name}
    return [error(at, "stale_version", words)]
