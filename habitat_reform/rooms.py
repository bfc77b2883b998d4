"""Which kind of reader an address serves: a page for people, or the API for programs."""

from django.http import HttpRequest

API = "/api/"
API_PAGES = "/api/docs/"


def is_api(request: HttpRequest) -> bool:
    """The documentation of the API is a page that people read."""
    return request.path.startswith(API) and not request.path.startswith(API_PAGES)
