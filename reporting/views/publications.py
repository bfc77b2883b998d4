"""The publications themselves: their list, one of them, its file, and whether it still holds."""

from typing import Final

from django.db.models import OuterRef, QuerySet, Subquery
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response

from accounts.doors import open_to
from accounts.policy import may_run_rounds, may_see_publications, may_see_withdrawn
from regions.queries import read_query
from reporting.models import Publication, PublicationSection
from reporting.pages.publications import publication_page, publications_page, withdrawal
from reporting.pages.verification import ANY_TEXT, Asked, verification_page
from reporting.snapshots.canonical import unpacked
from reporting.verifying import verified_lately
from reporting.views.asking import actor_in
from reporting.views.published import kept_private, not_there

for_readers = open_to(may_see_publications)
CORRECTION: Final = PublicationSection.objects.filter(publication=OuterRef("pk"), key="correction")
BEFORE: Final = ("round__session", "corrects__round")
UNREAD: Final = ("canonical", "manifest", "corrects__canonical", "corrects__manifest")


@for_readers
def show_publications(request: HttpRequest) -> HttpResponse:
    """Every publication, the newest first, withdrawn ones among them."""
    found = Publication.objects.visible_to(actor_in(request)).latest_first()
    rows = told(found).defer(*UNREAD)
    if not rows:
        return not_there(request, {})
    read_query(request, {})
    return _page(request, "publications", publications_page(list(rows)))


@for_readers
def show_publication(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """One publication: what it says of itself, what is in it, how to cite and check it."""
    found = _find(request, round, number).defer(*UNREAD)
    publication = found.annotate(correction=Subquery(CORRECTION.values("body")[:1])).first()
    if publication is None or _is_closed(request, publication):
        return not_there(request, {"round": round, "number": number})
    read_query(request, {})
    page = publication_page(publication, may_withdraw=may_run_rounds(actor_in(request)))
    return _page(request, "publication", page)


@for_readers
def show_verification(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """Whether its digests hold, and the publication of a checksum on paper."""
    publication = _find(request, round, number).defer(*UNREAD).first()
    if publication is None or _is_closed(request, publication):
        return not_there(request, {"round": round, "number": number})
    asked = Asked(read_query(request, {"sha256": ANY_TEXT}).get("sha256", ""))
    known = Publication.objects.visible_to(actor_in(request)).filter(sha256=asked.digest)
    found = known.select_related("round").prefetch_related("notices").defer(*UNREAD[:2]).first()
    page = verification_page(publication, verified_lately(publication), asked, found)
    return _page(request, "verification", page)


@for_readers
def download(request: HttpRequest, round: str, number: int) -> HttpResponse:
    """The canonical file: the very bytes whose SHA-256 is printed."""
    publication = _find(request, round, number).first()
    if publication is None or _is_closed(request, publication):
        return not_there(request, {"round": round, "number": number})
    tag = f'W/"{publication.sha256}"'
    response = get_conditional_response(request, etag=tag)
    if response is None:
        response = HttpResponse(
            unpacked(publication.canonical), content_type="application/json; charset=utf-8"
        )
        name = f"habitat-reform-{round}-{number}.json"
        response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return kept_private(response, tag)


def _find(request: HttpRequest, round_code: str, number: int) -> QuerySet[Publication]:
    """The publication of an address, with what its page says."""
    visible = Publication.objects.visible_to(actor_in(request))
    return told(visible.filter(round__code=round_code, number=number))


def told(rows: QuerySet[Publication]) -> QuerySet[Publication]:
    """With what was said of each publication since: by whom corrected, why withdrawn."""
    later = Publication.objects.correcting()
    return (
        rows.select_related(*BEFORE)
        .prefetch_related("notices")
        .annotate(
            corrected_by=Subquery(later.values("number")[:1]),
            correction_note=Subquery(later.values("note")[:1]),
        )
    )


def _is_closed(request: HttpRequest, publication: Publication) -> bool:
    """Whether this reader finds a tombstone in its place."""
    return bool(withdrawal(publication)) and not may_see_withdrawn(actor_in(request))


def _page(request: HttpRequest, template: str, page: object) -> HttpResponse:
    """A page of the publications themselves."""
    return render(request, f"reporting/{template}.html", {"page": page})
