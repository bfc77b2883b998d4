"""`/api/v1/` and `whoami/`: where everything is, and as whom one came."""

from django.http import HttpResponseBase
from drf_spectacular.utils import OpenApiTypes, extend_schema
from rest_framework import serializers
from rest_framework.request import Request
from rest_framework.response import Response

from accounts.models.users import Role
from api.frames import Shape
from api.rights import SEE_PUBLISHED
from api.v1.described import Described
from api.views import ApiView
from regions.models import RegionalOffice

COLLECTIONS = (
    "whoami",
    "offices",
    "countries",
    "teams",
    "frameworks",
    "engagements",
    "contributions",
    "presence",
    "programme-documents",
    "framework-results",
    "programme-results",
    "findings",
    "alignment-rules",
    "mechanisms",
    "mechanism-roles",
    "work-plan-items",
    "checklists",
    "rounds",
    "answers",
    "evidence",
    "submissions",
    "scorecards",
    "figures",
    "requests",
    "publications",
    "events",
)


class WhoamiDescription(Described):
    user = serializers.CharField()
    name = serializers.CharField()
    role = serializers.ChoiceField(Role.choices)
    offices = serializers.ListField(child=serializers.CharField())
    token = serializers.CharField(allow_null=True, help_text="Name of the token, if one was used.")
    scopes = serializers.ListField(child=serializers.CharField())
    expires_at = serializers.DateTimeField(allow_null=True)


class Root(ApiView):
    """The collections, each with its address."""

    sees = SEE_PUBLISHED

    @extend_schema(responses={200: OpenApiTypes.OBJECT}, operation_id="collections")
    def get(self, request: Request) -> HttpResponseBase:
        """Names and addresses of the collections."""
        return Response({name: self.frame.link(name) for name in COLLECTIONS})


class Whoami(ApiView):
    """The caller: person, role, offices, and what the token is good for."""

    sees = SEE_PUBLISHED

    @extend_schema(responses=WhoamiDescription, operation_id="whoami")
    def get(self, request: Request) -> HttpResponseBase:
        """The caller."""
        return Response(self.shape())

    def shape(self) -> Shape:
        """A session has no token; its scopes are those its role allows."""
        actor, token = self.actor, self.actor.token
        offices = RegionalOffice.objects.filter(pk__in=actor.office_ids)
        return {
            "url": self.frame.link("whoami"),
            "display": str(actor.user),
            "updated_at": token.created_at if token else actor.user.last_login,
            "provenance": self.frame.origin(),
            "user": actor.user.email,
            "name": actor.user.full_name,
            "role": actor.role,
            "offices": list(offices.values_list("code", flat=True)),
            "token": token.name if token else None,
            "scopes": sorted(actor.scopes) if actor.scopes is not None else [],
            "expires_at": token.expires_at if token else None,
        }
