"""`work-plans/`: the published joint work plan as UN INFO exports it, taken over as a whole."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, cast

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy
from drf_spectacular.utils import OpenApiParameter, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts import policy
from accounts.models.tokens import Scope
from accounts.refusals import Fault, Invalid
from api.bodies import TABLES
from api.errors import Error, Problem, errors_of, problem_of_refusal
from api.frames import Frame, Shape
from api.idempotency import once
from api.pagination import refuse_parameter, whole_number
from api.rights import Right
from api.v1.described import KEY, ErrorDescription
from api.v1.submitting import is_dry_run
from api.v1.tables import BINARY, media_type_of
from api.views import LARGE, ApiView
from programmes.actions.work_plans import import_plan, read_plan
from programmes.workplans.mapping import Mapped, Said
from programmes.workplans.planning import WorkPlan, plan
from programmes.workplans.rows import LIMIT
from regions.tables import Grid
from regions.tables.grid import letters
from regions.texts import has_control_characters

IMPORT_WORK_PLANS = Right(
    policy.may_import_work_plans, Scope.REVIEW, gettext_lazy("the secretariat")
)


class PlanColumnDescription(serializers.Serializer[object]):
    column = serializers.CharField(help_text="Its letter.")
    head = serializers.CharField()
    field = serializers.CharField(allow_null=True, help_text="As what it is read; null: not.")


class VanishedDescription(serializers.Serializer[object]):
    framework = serializers.URLField()
    year = serializers.IntegerField()
    plan = serializers.CharField()
    code = serializers.CharField()
    name = serializers.CharField()


class WorkPlanDescription(serializers.Serializer[object]):
    dry_run = serializers.BooleanField()
    row_count = serializers.IntegerField()
    created = serializers.IntegerField()
    updated = serializers.IntegerField()
    unchanged = serializers.IntegerField()
    rejected = serializers.IntegerField()
    vanished = VanishedDescription(
        many=True, help_text="On record of the same plan and year, and no longer in the file."
    )
    columns = PlanColumnDescription(many=True)
    errors = ErrorDescription(many=True)  # type: ignore[assignment]
    error_count = serializers.IntegerField()


class WorkPlans(ApiView):
    """Published joint work plans: the table of an export is the body."""

    parser_classes = TABLES
    parameters = ("dry_run", "year", "source", "exported_on", "delete_vanished")
    largest_body = LARGE

    @extend_schema(
        request=BINARY,
        responses=WorkPlanDescription,
        parameters=[
            KEY,
            OpenApiParameter("dry_run", bool, description="Keep nothing, answer with the plan."),
            OpenApiParameter("year", int, description="Where neither column nor plan says it."),
            OpenApiParameter("source", str, required=True, description="As it is to be cited."),
            OpenApiParameter("exported_on", date, description="The day of the export."),
            OpenApiParameter(
                "delete_vanished",
                int,
                description="So many vanished items as a dry run named; any other number is 409.",
            ),
        ],
    )
    def post(self, request: Request) -> HttpResponseBase:
        """Take a plan over, all or nothing; an item is known by framework, country, year, code."""
        self.require(IMPORT_WORK_PLANS)
        said, is_tried = said_of(request), is_dry_run(request)
        vanished = whole_number(request, "delete_vanished", 0, 1, LIMIT) or None
        grid = read_plan(cast(bytes, request.data) or b"", media_type_of(request))
        if is_tried:
            return Response(shape(tried(grid, said), self.frame, is_tried=True))
        return once(request, self.actor, lambda: self.store(grid, said, vanished))

    def store(self, grid: Grid, said: Said, vanished: int | None) -> Response:
        """All of it, or every fault by its cell."""
        try:
            done = import_plan(grid, said, vanished=vanished, by=self.actor)
        except Invalid as refusal:
            problem = problem_of_refusal(refusal)
            problem.errors = with_cells(refusal.faults, tried(grid, said))
            raise problem from refusal
        return Response(shape(done, self.frame, is_tried=False))


def said_of(request: Request) -> Said:
    """What the address says of the export."""
    source = request.query_params.get("source", "")
    if not source.strip() or len(source) > 250 or has_control_characters(source):
        words = _("Say where the export is from, in at most 250 characters.")
        raise refuse_parameter("source", "bad_value", words)
    year = whole_number(request, "year", 0, 2000, 2100) or None
    return Said(year, source, day_of(request.query_params.get("exported_on")))


def day_of(text: str | None) -> date | None:
    """The day of the export, if it is said."""
    try:
        return date.fromisoformat(text) if text is not None else None
    except ValueError as fault:
        words = _("A day is written like 2026-05-31.")
        raise refuse_parameter("exported_on", "bad_value", words) from fault


def tried(grid: Grid, said: Said) -> WorkPlan:
    """What would become of it; a table that is too long is refused as a whole."""
    found = plan(grid, said)
    for fault in found.faults:
        if fault.code == "too_many_lines":
            raise Problem(413, fault.code, fault.message, limit=LIMIT)
    return found


def shape(found: WorkPlan, frame: Frame, *, is_tried: bool) -> Shape:
    """A plan as a client gets it."""
    errors = with_cells(found.faults, found)
    return {
        "dry_run": is_tried,
        "row_count": len(found.rows),
        **found.counts,
        "vanished": [shape_vanished(item, frame) for item in found.vanished],
        "columns": columns_of(found.mapped),
        "errors": errors,
        "error_count": len(errors),
    }


def shape_vanished(item: Mapping[str, Any], frame: Frame) -> Shape:
    """An item that is no longer in the plan."""
    said = {name: item[name] for name in ("year", "plan", "code", "name")}
    return {"framework": frame.link("frameworks", item["framework"]), **said}


def columns_of(mapped: Mapped) -> list[Shape]:
    """How each column is read."""
    return [
        {"column": letters(at), "head": head, "field": mapped.columns.get(at)}
        for at, head in enumerate(mapped.heads)
    ]


def with_cells(faults: Sequence[Fault], found: WorkPlan) -> list[Error]:
    """Each error with the cell it is in, where it is in one."""
    cells = found.cells
    return [
        {**each, **({"cell": cells[each["pointer"]]} if each["pointer"] in cells else {})}
        for each in errors_of(faults)
    ]
