"""`figures/{id}/`: one figure, corrected with a reason; its difference reconciled or not."""

from typing import Any

from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Stale
from api.concurrency import guard_content, tag_of
from api.errors import Problem, not_found
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import KEEP_FIGURES
from api.v1.described import IF_MATCH
from api.v1.figures import FigureDescription, FigureRecords, NewFigureDescription
from programmes.intake.columns import whole
from programmes.intake.content import digest
from reporting.actions.figures import change_figure, reconcile, undo_reconciliation
from reporting.figure_intake import content_of
from reporting.models import ReportedFigure


class FigureEditDescription(NewFigureDescription):
    reason = serializers.CharField(max_length=500, help_text="Why; it stands in the history.")


class FigurePatchDescription(FigureEditDescription):
    def get_fields(self) -> Any:
        """All but the reason may be left out."""
        fields = super().get_fields()
        for name, field in fields.items():
            field.required = name == "reason"
        return fields


class ReasonedDescription(serializers.Serializer[object]):
    reason = serializers.CharField(max_length=500, help_text="Why the two numbers differ.")
    counted = serializers.IntegerField(
        required=False, help_text="The count that was seen; refused when it is another now."
    )


class OfFigure(FigureRecords):
    """What belongs to one figure, found among those the caller may see."""

    lookup_field = "id"

    def found(self, id: int) -> ReportedFigure:
        """The figure of the address."""
        figure: ReportedFigure | None = self.get_queryset().filter(pk=id).first()
        if figure is None:
            raise not_found()
        return figure

    def reply(self, figure: ReportedFigure) -> Response:
        """The figure under the digest of its words."""
        return Response(self.shapes([figure])[0], headers={"ETag": figure_tag(figure)})


class OneFigure(OfFigure):
    """One reported figure beside its count. `ETag` is the digest of its words."""

    more_errors = {"PUT": ("412", "428"), "PATCH": ("412", "428")}  # noqa: RUF012

    def get(self, request: Request, id: int) -> HttpResponseBase:
        """The figure."""
        return self.reply(self.found(id))

    @extend_schema(
        request=FigureEditDescription, responses=FigureDescription, parameters=[IF_MATCH]
    )
    def put(self, request: Request, id: int) -> HttpResponseBase:
        """The whole figure; a field left out is empty."""
        return self.write(self.found(id), whole_figure=True)

    @extend_schema(
        request=FigurePatchDescription, responses=FigureDescription, parameters=[IF_MATCH]
    )
    def patch(self, request: Request, id: int) -> HttpResponseBase:
        """Some fields; the others stay."""
        return self.write(self.found(id), whole_figure=False)

    def write(self, figure: ReportedFigure, *, whole_figure: bool) -> HttpResponseBase:
        """Correct the words that were read; stale ones are told what stands now."""
        self.require(KEEP_FIGURES)
        base = guard_content(self.request, digest(content_of(figure)))
        values = body_object(self.request)
        reason = text_of(values, "reason", 500)
        values.pop("reason", None)
        sent = values if whole_figure else {**content_of(figure), **values}
        try:
            change_figure(figure, sent, base=base, reason=reason, by=self.actor)
        except Stale as stale:
            raise self.stale(stale, figure.pk) from stale
        return self.reply(self.found(figure.pk))

    def stale(self, stale: Stale, id: int) -> Problem:
        """What stands now, so that the client can show both and ask."""
        now = self.found(id)
        shape = self.shapes([now])[0]
        return Problem(
            412, stale.code, stale.message, headers={"ETag": figure_tag(now)}, current=shape
        )


def figure_tag(figure: ReportedFigure) -> str:
    """What it says, as a tag; the count moves without it."""
    return tag_of(digest(content_of(figure)))


class ReconcileFigure(OfFigure):
    """A person says why reported and counted differ."""

    http_method_names = ("post",)

    @extend_schema(request=ReasonedDescription, responses=FigureDescription)
    def post(self, request: Request, id: int) -> HttpResponseBase:
        """Holds until another number is counted or reported; neither number is changed."""
        figure = self.found(id)
        self.require(KEEP_FIGURES)
        values = body_object(request)
        refuse_unknown(values, ("reason", "counted"))
        seen = whole(values.get("counted"))
        if seen is None and values.get("counted") is not None:
            raise invalid("/counted", "not_a_count", _("A count is a whole number."))
        reconcile(figure, reason=text_of(values, "reason"), counted=seen, by=self.actor)
        return self.reply(self.found(id))


class UndoReconciliation(OfFigure):
    """The difference is open again."""

    http_method_names = ("post",)

    @extend_schema(request=None, responses=FigureDescription)
    def post(self, request: Request, id: int) -> HttpResponseBase:
        """Undone; the history keeps both."""
        figure = self.found(id)
        self.require(KEEP_FIGURES)
        refuse_unknown(body_object(request), ())
        undo_reconciliation(figure, by=self.actor)
        return self.reply(self.found(id))
