"""Compress what gets smaller by it: text. Papers and workbooks are compressed already."""

from typing import Final

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from django.middleware.gzip import GZipMiddleware

TEXT: Final = ("text/", "application/json", "application/problem+json", "application/yaml")


class CompressText(GZipMiddleware):
    """Django's own, which would spend a second on a paper of some megabytes for nothing."""

    def process_response(
        self, request: HttpRequest, response: HttpResponseBase
    ) -> HttpResponseBase:
        """Pages, tables as text and JSON; anything else as it is."""
        if not response.headers.get("Content-Type", "").startswith(TEXT):
            return response
        return super().process_response(request, response)
