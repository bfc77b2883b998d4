"""`/api/schema/` and `/api/docs/`: the full reference, open to everybody."""

from functools import cache
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase
from django.shortcuts import render
from django.urls import reverse
from django.utils import translation
from drf_spectacular.generators import SchemaGenerator
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request
from rest_framework.response import Response

from api.codes import CODES
from api.reference import groups
from api.views import ApiView

FORMATS: dict[str, type[BaseRenderer]] = {"json": OpenApiJsonRenderer, "yaml": OpenApiYamlRenderer}


class ByParameter(BaseContentNegotiation):
    """`?format=json`, else JSON where it is accepted, else YAML; never a 406."""

    def select_parser(self, request: Request, parsers: Any) -> Any:
        """There is nothing to parse."""
        return None

    def select_renderer(
        self, request: Request, renderers: Any, format_suffix: str | None = None
    ) -> tuple[BaseRenderer, str]:
        """The format asked for."""
        asked = request.query_params.get("format", "")
        accepts_json = "json" in request.headers.get("Accept", "")
        found = FORMATS.get(asked, FORMATS["json" if accepts_json else "yaml"])()
        return found, found.media_type


class ApiDocument(ApiView):
    """The OpenAPI 3.1 document."""

    sees = None
    parameters = ("format",)
    content_negotiation_class = ByParameter
    http_method_names = ("get", "head")

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The document, in JSON or YAML."""
        return Response(openapi())


@cache
def openapi() -> dict[str, Any]:
    """The document, made once: it follows from the code alone. Its words are English."""
    with translation.override("en"):
        return dict(SchemaGenerator().get_schema(request=None, public=True))


def reference(request: HttpRequest) -> HttpResponse:
    """The reference as a page, made on the server: it needs no script and no other host."""
    context = {
        "groups": groups(openapi()),
        "codes": CODES,
        "document_address": reverse("api-schema"),
    }
    return render(request, "api/reference.html", context)
