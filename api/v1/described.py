"""What the OpenAPI document says of shapes that every object shares.

Replies are plain dictionaries made by small functions; these serializers only describe
them, and the tests hold each reply against its description.
"""

from drf_spectacular.utils import OpenApiParameter
from rest_framework import serializers

from api.errors import Problem
from regions.languages import CODES

KEY = OpenApiParameter(
    "Idempotency-Key",
    str,
    OpenApiParameter.HEADER,
    description="The same key with the same body gives the first reply again, for 24 hours.",
)
IF_MATCH = OpenApiParameter(
    "If-Match",
    str,
    OpenApiParameter.HEADER,
    required=True,
    description='The version that was edited, as in ETag: "7".',
)


class NamesField(serializers.DictField):
    """A text by language code."""

    child = serializers.CharField()

    def __init__(self, **options: object) -> None:
        options.setdefault(
            "help_text", f"By language: {', '.join(CODES)}; English is always there."
        )
        super().__init__(**options)  # type: ignore[arg-type]


class ProvenanceDescription(serializers.Serializer[object]):
    kind = serializers.ChoiceField(["invented", "document", "entered"])
    source = serializers.CharField()  # type: ignore[assignment]


class ReasonDescription(serializers.Serializer[object]):
    code = serializers.CharField()
    message = serializers.CharField()


class ActionDescription(serializers.Serializer[object]):
    action = serializers.CharField()
    allowed = serializers.BooleanField()
    reasons = ReasonDescription(many=True)


class Described(serializers.Serializer[object]):
    """What every object has."""

    url = serializers.URLField()
    display = serializers.CharField()
    updated_at = serializers.DateTimeField()
    provenance = ProvenanceDescription()


class ErrorDescription(serializers.Serializer[object]):
    pointer = serializers.CharField(help_text="JSON pointer into the body; empty for the whole.")
    parameter = serializers.CharField(required=False, help_text="The query parameter at fault.")
    cell = serializers.CharField(required=False, help_text="Where it stands in a table: C7.")
    code = serializers.CharField()
    message = serializers.CharField()
    accepted = serializers.ListField(child=serializers.CharField(), required=False)


class ProblemDescription(serializers.Serializer[Problem]):
    """An error (RFC 9457). Codes never change; words follow `Accept-Language`."""

    type = serializers.CharField()
    title = serializers.CharField()
    status = serializers.IntegerField()
    code = serializers.CharField()
    detail = serializers.CharField()
    request_id = serializers.CharField()
    errors = ErrorDescription(many=True)  # type: ignore[assignment]
    error_count = serializers.IntegerField()
    blockers = ReasonDescription(many=True, required=False)
    current = serializers.DictField(
        required=False, help_text="What stands now, when what was sent is stale."
    )
