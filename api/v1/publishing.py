"""`rounds/{round}/publish/`: the publication of a frozen round."""

from django.http import HttpResponseBase
from drf_spectacular.utils import extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.refusals import Blocked
from api.frames import Shape
from api.idempotency import once
from api.requests import body_object, refuse_unknown, text_of
from api.v1.described import KEY
from api.v1.publications import PublicationDescription, PublicationRecords
from api.v1.round_acts import ActOnRound
from checklist.models import ReportingRound
from reporting.publishing import publish


class PublishDescription(serializers.Serializer[object]):
    statement = serializers.CharField(required=False, max_length=5000)
    note = serializers.CharField(required=False, max_length=5000)


class PublishRound(ActOnRound):
    """Publishing: once, whole, never changed afterwards; a later number corrects the last."""

    @extend_schema(
        request=PublishDescription, responses={201: PublicationDescription}, parameters=[KEY]
    )
    def post(self, request: Request, **keys: str) -> HttpResponseBase:
        """Publish a frozen round; only accepted answers are published."""
        round_ = self.permitted_round()
        return once(request, self.actor, lambda: self.publish(round_))

    def publish(self, round_: ReportingRound) -> Response:
        """The publication made."""
        values = body_object(self.request)
        refuse_unknown(values, ("statement", "note"))
        statement, note = text_of(values, "statement"), text_of(values, "note")
        try:
            publication = publish(round_, statement=statement, note=note, by=self.actor)
        except Blocked as refusal:
            raise self.blocked(refusal, round_) from refusal
        shape = self.made(publication.pk)
        return Response(shape, 201, headers={"Location": shape["url"]})

    def made(self, publication: int) -> Shape:
        """The publication as the list has it."""
        records = PublicationRecords()
        records.request = self.request
        return records.shape(records.get_queryset().get(pk=publication))
