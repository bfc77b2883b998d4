"""How every page of a publication is answered: found, unchanged, narrowed, or not there yet."""

import hashlib
import json
from dataclasses import replace
from typing import Any

from django.contrib.messages import get_messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from regions.release import release
from reporting.models import Publication
from reporting.pages.editions import Edition, Reading
from reporting.pages.head import foot_links, reconstruction
from reporting.pages.headline import Headline
from reporting.pages.papers import Taken, taken
from reporting.pages.waiting import waiting_page
from reporting.papers.kinds import COUNTRY, OFFICE, PaperName
from reporting.views.asking import actor_in
from reporting.views.boardpage import BoardPage, downloads
from reporting.views.filters import read_filters
from reporting.views.rows import part_of, whole
from reporting.views.sections import Found, Scope, find_section
from reporting.views.tables import FORMS, file_stem, send_table
from reporting.views.tombstones import is_gone, is_undrawn, tombstone, withdrawal_of


def published_page(request: HttpRequest, page: BoardPage, code: str, scope: Scope) -> HttpResponse:
    """Answer with a page of a publication, drawn in the reader's language."""
    found = find_section(actor_in(request), page.section.format(code=code), scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    if has_messages(request) or found.edition.is_preview:
        return drawn(request, found, page, code)
    tag = entity_tag(request, found.edition)
    unchanged = get_conditional_response(request, etag=tag)
    return kept_private(unchanged or drawn(request, found, page, code), tag)


def published_table(
    request: HttpRequest, page: BoardPage, code: str, scope: Scope, sheet: str, form: str
) -> HttpResponse:
    """Answer with a table of the page as a file: all rows that its filters leave."""
    found = find_section(actor_in(request), page.section.format(code=code), scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    if sheet not in page.sheets or form not in FORMS:
        raise Http404
    if found.edition.is_preview:
        return sent(request, found, page, code, sheet, form)
    tag = entity_tag(request, found.edition)
    unchanged = get_conditional_response(request, etag=tag)
    return kept_private(unchanged or sent(request, found, page, code, sheet, form), tag)


def sent(
    request: HttpRequest, found: Found, page: BoardPage, code: str, sheet: str, form: str
) -> HttpResponse:
    """The table as its filters narrow it, with an HXL row where the address asks for one."""
    known = {**page.filters, "hxl": lambda _section: ["1"]}
    chosen = read_filters(request, known, found.section)
    with_hashtags = bool(chosen.pop("hxl", ""))
    reading = Reading(found.section, found.edition, found.rtl, chosen)
    if page.listed:
        reading = replace(reading, part=whole(found.publication, page.listed, chosen, code))
    name = "-".join(part for part in (file_stem(found.edition), code, sheet) if part)
    return send_table(page.sheets[sheet](reading), name, form, with_hashtags=with_hashtags)


def drawn(request: HttpRequest, found: Found, page: BoardPage, code: str) -> HttpResponse:
    """The page as its filters narrow it."""
    section = found.section
    paged = {"page": lambda _section: None} if page.listed else {}
    chosen = read_filters(request, {**page.filters, **paged}, section)
    number = chosen.pop("page", "1")
    reading = Reading(section, found.edition, found.rtl, chosen, key=page.key(code))
    reading = replace(reading, prefix=page.prefix)
    if page.listed:
        part = part_of(found.publication, page.listed, chosen, code, number, section)
        reading = replace(reading, part=part)
    briefing = reading.to(page.briefing, code=code) if page.briefing else ""
    context = {
        "page": page.build(reading),
        "downloads": downloads(reading, page, code),
        "briefing": briefing,
        "briefing_papers": briefing_papers(reading, page, code),
    }
    return render(request, f"reporting/{page.template_name}.html", {**context, **around(reading)})


def briefing_papers(reading: Reading, page: BoardPage, code: str) -> Taken | None:
    """The same as a paper of two sheets, where the page has one."""
    if page.name not in {OFFICE, COUNTRY}:
        return None
    return taken(reading, PaperName(page.name, code))


def around(reading: Reading) -> dict[str, Any]:
    """What the frame of the page says of the publication."""
    return {
        "demonstration": reading.edition.is_demonstration,
        "reconstruction_notice": reconstruction(reading),
        "edition": reading.edition,
        "foot": foot_links(reading),
        "search": {"url": reading.to("search"), "asked": reading.filters.get("q", "")},
        "headlines": changeable(reading),
    }


def changeable(reading: Reading) -> list[Headline]:
    """The headlines of a page of a preview, each of which the secretariat may word anew."""
    return [each for each in reading.said.values() if each.change_url]


def not_there(request: HttpRequest, scope: Scope) -> HttpResponse:
    """Withdrawn, not drawn yet or nothing published yet says so; anything else is not found."""
    notice = withdrawal_of(request, scope)
    if notice is not None:
        return tombstone(request, notice)
    if is_undrawn(request, scope):
        return redirect("publish", code=scope["preview"])
    if scope or Publication.objects.visible_to(actor_in(request)).in_force().exists():
        raise Http404
    return render(request, "reporting/not_published.html", {"page": waiting_page()})


def has_messages(request: HttpRequest) -> bool:
    """What an act has done is said once: a page that says it is neither kept nor found kept."""
    return len(get_messages(request)) > 0


def entity_tag(request: HttpRequest, edition: Edition, *shown: str) -> str:
    """From publication, page, language, reader and release; weak, for the page is compressed.

    What a page shows beside its publication belongs to it, too.
    """
    facts = [
        edition.sha256,
        str(edition.is_latest),
        str(edition.corrected_by),
        edition.withdrawn_because,
        request.get_full_path(),
        get_language(),
        str(request.user.pk),
        actor_in(request).role,
        release(),
        *shown,
    ]
    return f'W/"{hashlib.sha256(json.dumps(facts).encode()).hexdigest()[:32]}"'


def kept_private(response: HttpResponse, tag: str) -> HttpResponse:
    """Kept by the reader's browser alone, which asks each time whether it still holds."""
    response.headers["ETag"] = tag
    patch_cache_control(response, private=True, no_cache=True)
    return response
