"""`submissions/{number}/lines/{line}/notes/`: what was said about a line."""

from typing import Any, ClassVar

from django.db.models import QuerySet
from django.http import HttpResponseBase
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from api.errors import not_found
from api.frames import Row, Shape
from api.records import Listing
from api.requests import body_object, invalid, refuse_unknown, text_of
from api.rights import WRITE_EVIDENCE
from api.v1.described import Described
from checklist.actions.notes import add_note
from checklist.models import ReviewNote, Submission, SubmissionLine


class NewNoteDescription(serializers.Serializer[object]):
    text = serializers.CharField(max_length=5000)
    is_internal = serializers.BooleanField(
        required=False, help_text="Only the secretariat sees it; only the secretariat writes it."
    )


class NoteDescription(Described):
    submission = serializers.IntegerField()
    line = serializers.IntegerField()
    is_internal = serializers.BooleanField()
    text = serializers.CharField()
    written_by = serializers.CharField()
    written_at = serializers.DateTimeField()


class LineNotes(Listing):
    """The notes on a line, the oldest first; an office never sees the internal ones."""

    serializer_class = NoteDescription
    http_method_names = ("get", "head", "post")
    order = ("written_at",)
    orders: ClassVar = {"written_at": "written_at"}
    columns = ("is_internal", "text", "written_by__full_name", "written_at")

    def rows(self) -> QuerySet[Any, Any]:
        """What this caller may see of the notes on the line of the address."""
        return ReviewNote.objects.visible_to(self.actor).filter(line=self.line())

    def line(self) -> SubmissionLine:
        """The line of the address, if its submission may be seen."""
        seen = Submission.objects.visible_to(self.actor).filter(pk=self.kwargs["number"])
        lines = SubmissionLine.objects.filter(submission__in=seen, number=self.kwargs["line"])
        found = lines.select_related("submission").first()
        if found is None:
            raise not_found()
        return found

    @extend_schema(request=NewNoteDescription, responses={201: NoteDescription})
    def post(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Say something: the secretariat to the office or internally, the office to it."""
        line = self.line()
        self.require(WRITE_EVIDENCE)
        values = body_object(request)
        refuse_unknown(values, ("text", "is_internal"))
        text, is_internal = text_of(values, "text"), flag_in(values)
        note = add_note(line, text, is_internal=is_internal, by=self.actor)
        row = self.rows().values("pk", *self.columns).get(pk=note.pk)
        return Response(self.shape(row), 201)

    def shape(self, row: Row) -> Shape:
        """One note."""
        number, line = self.kwargs["number"], self.kwargs["line"]
        return {
            "url": self.frame.link("submissions", number, "lines", line, "notes"),
            "display": f"{number} · {line} · {row['written_by__full_name']}",
            "updated_at": row["written_at"],
            "provenance": self.frame.origin(),
            "submission": number,
            "line": line,
            "is_internal": row["is_internal"],
            "text": row["text"],
            "written_by": row["written_by__full_name"],
            "written_at": row["written_at"],
        }


def flag_in(values: dict[str, Any]) -> bool:
    """Whether the note is internal; it is not unless that is said."""
    value = values.get("is_internal", False)
    if not isinstance(value, bool):
        raise invalid("/is_internal", "not_true_or_false", _("Use true or false."))
    return value
