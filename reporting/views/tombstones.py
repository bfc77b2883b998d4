"""A withdrawn publication at its address: a tombstone (410) for all but the secretariat."""

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from accounts.policy import may_run_rounds, may_see_withdrawn
from reporting.models import Publication, PublicationNotice
from reporting.pages.editions import Edition
from reporting.pages.tombstone import tombstone_page
from reporting.views.asking import actor_in
from reporting.views.sections import Scope, latest

WITHDRAWAL = PublicationNotice.Kind.WITHDRAWAL


def is_gone(request: HttpRequest, edition: Edition) -> bool:
    """Whether this reader finds a tombstone in its place."""
    return bool(edition.withdrawn_because) and not may_see_withdrawn(actor_in(request))


def withdrawal_of(request: HttpRequest, scope: Scope) -> PublicationNotice | None:
    """The notice at an address that is closed to this reader, whatever stood below it."""
    if "number" not in scope or may_see_withdrawn(actor_in(request)):
        return None
    notices = PublicationNotice.objects.filter(
        kind=WITHDRAWAL,
        publication__is_preview=False,
        publication__round__code=scope["round"],
        publication__number=scope["number"],
    )
    full = notices.select_related("publication__round")
    return full.defer("publication__canonical", "publication__manifest").first()


def tombstone(request: HttpRequest, notice: PublicationNotice) -> HttpResponse:
    """What it was, why it went, and what is in force instead."""
    in_force = latest(actor_in(request)).defer("canonical", "manifest").select_related("round")
    page = tombstone_page(notice.publication, notice, in_force.first())
    return render(request, "reporting/tombstone.html", {"page": page}, status=410)


def is_undrawn(request: HttpRequest, scope: Scope) -> bool:
    """Whether somebody who may see a preview asks for one that nobody has drawn."""
    if "preview" not in scope or not may_run_rounds(actor_in(request)):
        return False
    return not Publication.previews.filter(round__code=scope["preview"]).exists()
