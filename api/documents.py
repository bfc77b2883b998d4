"""`/api/schema/` and `/api/docs/`: the full reference, open to everybody."""

from typing import Any

from django.http import HttpResponseBase
from drf_spectacular.renderers import OpenApiJsonRenderer, OpenApiYamlRenderer
from drf_spectacular.utils import extend_schema
from drf_spectacular.views import SpectacularAPIView, SpectacularSwaggerSplitView
from rest_framework.negotiation import BaseContentNegotiation
from rest_framework.renderers import BaseRenderer
from rest_framework.request import Request

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


class ApiDocument(ApiView, SpectacularAPIView):
    """The OpenAPI 3.1 document."""

    sees = None
    parameters = ("format",)
    content_negotiation_class = ByParameter
    http_method_names = ("get", "head")

    @extend_schema(exclude=True)
    def get(self, request: Request, *args: Any, **kwargs: Any) -> HttpResponseBase:
        """The document, in JSON or YAML."""
        return self._get_schema_response(request)  # type: ignore[no-any-return]


class DocsPage(SpectacularSwaggerSplitView):
    """The reference as a page, drawn from our own files under the site's own policy."""

    template_name = "api/docs.html"
    template_name_js = "api/docs.js"
    url_name = "api-schema"
    title = "Habitat Reform API"
