"""The pages of the Board, one small module for each kind, and their addresses."""

from functools import partial
from typing import Any, Final

from django.http import HttpRequest, HttpResponse
from django.urls import URLPattern, path

from accounts.doors import open_to
from accounts.policy import may_see_publications
from reporting.views.board import (
    briefings,
    changes,
    contributions,
    countries,
    items,
    offices,
    overview,
    register,
    requests,
    search,
    whole,
)
from reporting.views.boardpage import BoardPage
from reporting.views.published import published_page, published_table

PAGES: Final[tuple[BoardPage, ...]] = (
    *changes.PAGES,
    *briefings.PAGES,
    *offices.PAGES,
    *countries.PAGES,
    *contributions.PAGES,
    *items.PAGES,
    *register.PAGES,
    *requests.PAGES,
    *whole.PAGES,
    *search.PAGES,
)


@open_to(may_see_publications)
def show_page(request: HttpRequest, page: BoardPage, code: str = "", **scope: Any) -> HttpResponse:
    """A page, of the latest publication or of the one that its address names."""
    return published_page(request, page, code, scope)


@open_to(may_see_publications)
def send_table(
    request: HttpRequest, page: BoardPage, sheet: str, form: str, code: str = "", **scope: Any
) -> HttpResponse:
    """A table of that page as a file."""
    return published_table(request, page, code, scope, sheet, form)


def paths(page: BoardPage, route: str | None = None) -> list[URLPattern]:
    """The address of a page, and of its tables."""
    address = page.route if route is None else route
    found = [path(address, partial(show_page, page=page), name=page.name)]
    if page.sheets:
        table = f"{address}table/<slug:sheet>.<slug:form>"
        found.append(path(table, partial(send_table, page=page), name=f"{page.name}-table"))
    return found


OVERVIEW: Final = overview.PAGE
