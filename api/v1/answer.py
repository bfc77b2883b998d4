"""`rounds/{round}/answers/{item}/{subject}/`: one answer by its natural key."""

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Stale
from api.concurrency import etag, guard
from api.errors import Problem, not_found
from api.frames import Row
from api.requests import body_object, text_of, without_echo
from api.rights import WRITE_EVIDENCE
from api.v1.answers import AnswerDescription, AnswerRecords, ContentDescription
from api.v1.described import IF_MATCH
from checklist.actions.answers import save
from checklist.content import FIELDS, content_of
from checklist.models import Answer
from checklist.models.checklists import Kind


class EditDescription(ContentDescription):
    reason = serializers.CharField(
        required=False, max_length=5000, help_text="Why; the secretariat's amendment needs it."
    )


class PatchDescription(EditDescription):
    kind = serializers.ChoiceField(Kind.choices, required=False)


class OneAnswer(AnswerRecords):
    """One answer. `ETag` is its version; a write names in `If-Match` the version it edits."""

    more_errors = {"PUT": ("412", "428"), "PATCH": ("412", "428")}  # noqa: RUF012

    def get(self, request: Request, **keys: str) -> HttpResponseBase:
        """The answer with its version."""
        return self.reply(self.row())

    @extend_schema(request=EditDescription, responses=AnswerDescription, parameters=[IF_MATCH])
    def put(self, request: Request, **keys: str) -> HttpResponseBase:
        """The whole answer; a field left out is empty."""
        return self.write(whole=True)

    @extend_schema(request=PatchDescription, responses=AnswerDescription, parameters=[IF_MATCH])
    def patch(self, request: Request, **keys: str) -> HttpResponseBase:
        """Some fields; the others stay."""
        return self.write(whole=False)

    def write(self, *, whole: bool) -> HttpResponseBase:
        """Save on the version named; a stale one is told what stands now."""
        row = self.row()
        self.require(WRITE_EVIDENCE)
        answer = Answer.objects.select_related("round", "item", "office").get(pk=row["pk"])
        base = guard(self.request, row["version"])
        values = body_object(self.request)
        reason = text_of(values, "reason")
        values.pop("reason", None)
        sent = without_echo(values, self.shape(row), FIELDS)
        if not whole:
            sent = {**content_of(answer).as_json(), **sent}
        try:
            save(answer, sent, base_version=base, reason=reason, by=self.actor)
        except Stale as stale:
            raise self.stale(stale) from stale
        return self.reply(self.row())

    def stale(self, stale: Stale) -> Problem:
        """What stands now, so that the client can show both and ask."""
        row = self.row()
        tag = {"ETag": etag(row["version"])}
        return Problem(412, stale.code, stale.message, headers=tag, current=self.shape(row))

    def reply(self, row: Row) -> Response:
        """The answer under its version."""
        return Response(self.shape(row), headers={"ETag": etag(row["version"])})

    def row(self) -> Row:
        """The row of the address, among what the caller may see."""
        keys = {
            "round__code": self.kwargs["round"],
            "item__code": self.kwargs["item"],
            "subject": self.kwargs["subject"],
        }
        row = self.get_queryset().filter(**keys).first()
        if row is None:
            raise not_found()
        found: Row = row
        return found
