"""How every page of a publication is answered: found, unchanged, narrowed, or not there yet."""

import hashlib
import json
from collections.abc import Callable
from typing import Any

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from accounts.policy import Actor
from regions.release import release
from reporting.models import Publication
from reporting.pages.editions import Edition, Reading
from reporting.pages.head import foot_links, reconstruction
from reporting.pages.waiting import waiting_page
from reporting.views.filters import Filters, read_filters
from reporting.views.sections import Found, Scope, find_section

Build = Callable[[Reading], Any]


def published_page(
    request: HttpRequest,
    key: str,
    build: Build,
    template: str,
    scope: Scope,
    filters: Filters | None = None,
) -> HttpResponse:
    """Answer with a section of a publication, drawn in the reader's language."""
    found = find_section(actor_in(request), key, scope)
    if found is None:
        return not_there(request, scope)
    if has_messages(request):
        return drawn(request, found, build, template, filters or {})
    tag = entity_tag(request, found.edition)
    unchanged = get_conditional_response(request, etag=tag)
    page = unchanged or drawn(request, found, build, template, filters or {})
    return kept_private(page, tag)


def actor_in(request: HttpRequest) -> Actor:
    """Who asks; the door has seen to it that somebody does."""
    actor: Actor = request.actor  # type: ignore[attr-defined]
    return actor


def drawn(
    request: HttpRequest,
    found: Found,
    build: Build,
    template: str,
    filters: Filters,
) -> HttpResponse:
    """The page as its filters narrow it."""
    section = json.loads(found.body)
    chosen = read_filters(request, filters, section)
    reading = Reading(section, found.edition, found.rtl, chosen)
    context = {"page": build(reading), **around(reading)}
    return render(request, f"reporting/{template}.html", context)


def around(reading: Reading) -> dict[str, Any]:
    """What the frame of the page says of the publication."""
    return {
        "demonstration": reading.edition.is_demonstration,
        "reconstruction_notice": reconstruction(reading),
        "edition": reading.edition,
        "foot": foot_links(reading),
    }


def not_there(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Nothing published yet says so; an unknown code or publication is not found."""
    if scope or Publication.objects.visible_to(actor_in(request)).in_force().exists():
        raise Http404
    return render(request, "reporting/not_published.html", {"page": waiting_page()})


def has_messages(request: HttpRequest) -> bool:
    """What an act has done is said once: a page that says it is neither kept nor found kept."""
    return len(get_messages(request)) > 0


def entity_tag(request: HttpRequest, edition: Edition) -> str:
    """From publication, page, language, reader and release; weak, for the page is compressed."""
    facts = [
        edition.sha256,
        str(edition.is_latest),
        edition.withdrawn_because,
        request.get_full_path(),
        get_language(),
        str(request.user.pk),
        actor_in(request).role,
        release(),
    ]
    return f'W/"{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]}"'


def kept_private(response: HttpResponse, tag: str) -> HttpResponse:
    """Kept by the reader's browser alone, which asks each time whether it still holds."""
    response.headers["ETag"] = tag
    patch_cache_control(response, private=True, no_cache=True)
    return response
