"""`frameworks/{id}/engagement/`: UN-Habitat's part in a framework, as it is today."""

from typing import Any, ClassVar

from django.http import HttpResponseBase
from django.utils import timezone
from django.utils.translation import gettext as _
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import NotAllowed, Stale
from api.concurrency import guard_content, tag_of
from api.errors import Problem
from api.frames import Frame, Row, Shape, action, sourced
from api.records import Single
from api.requests import body_object, text_of, without_echo
from api.rights import KEEP_PROGRAMMES
from api.v1.described import IF_MATCH, ActionDescription, Described
from api.v1.frameworks import FrameworkRecords, framework_words
from api.v1.kept.fields import written
from api.v1.kept.shapes import may_keep
from api.v1.kept.writing import pointing_into_body, whole
from programmes.actions.engagement import write_part
from programmes.intake.content import digest
from programmes.intake.kinds import ENGAGEMENTS
from programmes.intake.reading import content_on_file
from programmes.models import CooperationFramework, FrameworkEngagement

PART = "engagement__"
NOTHING_KEPT = digest({})
"""The tag of a part about which nothing is on record."""

FIELDS = (
    "valid_from",
    "valid_to",
    "signatory",
    "level",
    "specific_contribution",
    "as_of",
    "note",
    "source",
)


class PartDescription(Described):
    framework = serializers.URLField()
    record = serializers.URLField(
        allow_null=True, help_text="The period that holds; null when nothing is on record."
    )
    valid_from = serializers.DateField(allow_null=True)
    valid_to = serializers.DateField(allow_null=True)
    signatory = serializers.ChoiceField(FrameworkEngagement.Signatory.choices)
    level = serializers.ChoiceField(FrameworkEngagement.Level.choices)
    specific_contribution = serializers.CharField()
    as_of = serializers.DateField(allow_null=True)
    note = serializers.CharField()
    source = serializers.CharField()  # type: ignore[assignment]
    allowed_actions = ActionDescription(many=True)


NewPartDescription = written("Part", ENGAGEMENTS, without=("framework",))


def shape_part(row: Row, frame: Frame) -> Shape:
    """UN-Habitat's part; where nothing is recorded it says so, which is not "no"."""
    unknown = FrameworkEngagement.Level.UNKNOWN.value
    pk = row[PART + "id"]
    own = may_keep(ENGAGEMENTS, row["keeper"], frame.actor)
    recorded = {"is_invented": row[PART + "is_invented"], "source": row[PART + "source"] or ""}
    return {
        "url": frame.link("frameworks", row["pk"], "engagement"),
        "display": framework_words(row),
        "updated_at": row[PART + "updated_at"] or row["updated_at"],
        "provenance": sourced(recorded),
        "framework": frame.link("frameworks", row["pk"]),
        "record": frame.link("engagements", pk) if pk else None,
        "valid_from": row[PART + "valid_from"],
        "valid_to": row[PART + "valid_to"],
        "signatory": row[PART + "signatory"] or unknown,
        "level": row[PART + "level"] or unknown,
        "specific_contribution": row[PART + "specific_contribution"] or "",
        "as_of": row[PART + "as_of"],
        "note": row[PART + "note"] or "",
        "source": recorded["source"],
        "allowed_actions": [action("change", [])] if own else [],
    }


class PartInFramework(FrameworkRecords, Single):
    """UN-Habitat's part in a framework: signature and engagement are two facts."""

    serializer_class = PartDescription
    lookup_field = "id"
    more_columns = (
        "team__names",
        *(PART + name for name in ("id", *FIELDS, "is_invented", "updated_at")),
    )
    more_errors: ClassVar[dict[str, tuple[str, ...]]] = {"PUT": ("412", "428")}

    def get(self, request: Request, **keys: Any) -> HttpResponseBase:
        """What is recorded of the framework today."""
        return self.reply(self.row())

    @extend_schema(request=NewPartDescription, parameters=[IF_MATCH])
    def put(self, request: Request, **keys: Any) -> HttpResponseBase:
        """Write the part of today; another part with its own `valid_from` is a new period.

        The period before then ends on the day before. A field left out is empty, but the
        days of the period stay.
        """
        row = self.row()
        self.require(KEEP_PROGRAMMES)
        if not may_keep(ENGAGEMENTS, row["keeper"], self.actor):
            raise NotAllowed("not_your_office", _("This record belongs to another office."))
        base = guard_content(request, self.digest_of(row))
        try:
            self.write(row, base)
        except Stale as stale:
            raise self.stale(stale) from stale
        return self.reply(self.row())

    def write(self, row: Row, base: str) -> None:
        """Through the one intake; faults point into the body."""
        values = body_object(self.request)
        reason = text_of(values, "reason")
        values.pop("reason", None)
        said = whole(ENGAGEMENTS, without_echo(values, self.shape(row), FIELDS))
        del said["framework"]
        for name in ("valid_from", "valid_to"):
            if name not in values:
                del said[name]
        framework = CooperationFramework.objects.get(pk=row["pk"])
        guarded = base if row[PART + "id"] else ""
        day = timezone.localdate()
        with pointing_into_body():
            write_part(framework, said, on=day, base=guarded, reason=reason, by=self.actor)

    def digest_of(self, row: Row) -> str:
        """What is on record, as a short name."""
        pk = row[PART + "id"]
        return digest(content_on_file(ENGAGEMENTS, pk)) if pk else NOTHING_KEPT

    def stale(self, stale: Stale) -> Problem:
        """What stands now."""
        row = self.row()
        tag = {"ETag": tag_of(self.digest_of(row))}
        return Problem(412, stale.code, stale.message, headers=tag, current=self.shape(row))

    def reply(self, row: Row) -> Response:
        """The part under its tag."""
        return Response(self.shape(row), headers={"ETag": tag_of(self.digest_of(row))})

    def shape(self, row: Row) -> Shape:
        """What is recorded."""
        return shape_part(row, self.frame)
