"""The publications themselves: their list, one of them, and its file."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from accounts.doors import permitted
from accounts.policy import may_see_publications
from regions.queries import read_query
from reporting.models import Publication
from reporting.pages.publications import publication_page, publications_page
from reporting.snapshots.canonical import unpacked
from reporting.views.published import actor_in, kept_private, not_there

for_readers = permitted(may_see_publications)


@for_readers
def show_publications(request: HttpRequest) -> HttpResponse:
    """Every publication, the newest first, withdrawn ones among them."""
    found = Publication.objects.visible_to(actor_in(request)).latest_first()
    rows = found.defer("canonical", "manifest").select_related("round__session", "corrects")
    rows = rows.prefetch_related("notices")
    if not rows:
        return not_there(request, {})
    return _page(request, "publications", {"page": publications_page(list(rows))})


@for_readers
def show_publication(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """One publication: what it is, how to cite and check it, and what is in it."""
    publication = _find(request, round, number).defer("canonical").first()
    if publication is None:
        raise Http404
    return _page(request, "publication", {"page": publication_page(publication)})


@for_readers
def download(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """The canonical file: the very bytes whose SHA-256 is printed."""
    publication = _find(request, round, number).first()
    if publication is None:
        raise Http404
    tag = f'W/"{publication.sha256}"'
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(
            unpacked(publication.canonical), content_type="application/json; charset=utf-8"
        )
        name = f"habitat-reform-{round}-{number}.json"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return kept_private(response, tag)


def _find(request: HttpRequest, round_code: str, number: int) -> Any:
    """The publication of an address, with what its page says."""
    visible = Publication.objects.visible_to(actor_in(request))
    chosen = visible.filter(round__code=round_code, number=number)
    return chosen.select_related("round__session", "corrects").prefetch_related("notices")


def _page(request: HttpRequest, template: str, context: dict[str, Any]) -> HttpResponse:
    """A page that takes no filters."""
    read_query(request, {})
    return render(request, f"reporting/{template}.html", context)
