"""The papers of a publication: their page, and each of them as a file, made when asked for."""

from collections.abc import Sequence
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response, patch_cache_control
from django.utils.translation import get_language

from accounts.doors import open_to
from accounts.policy import may_see_publications
from accounts.refusals import Blocked
from regions.downloads import attachment
from regions.languages import CODES
from regions.queries import read_query
from reporting.models import IssuedNote, PaperFile, Publication
from reporting.pages.editions import Reading
from reporting.pages.papers import Issue, Kept, KeptPaper, papers_page
from reporting.papers.building import printed
from reporting.papers.kinds import MEDIA, NOTE, PaperName, paper_named
from reporting.papers.making import kept_or_made
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import StillMaking
from reporting.views.asking import actor_in
from reporting.views.published import around, not_there
from reporting.views.sections import Found, find_section
from reporting.views.tables import file_stem
from reporting.views.tombstones import is_gone

SECTION: Final = "papers"
AGAIN: Final = 3
"""Seconds after which a waiting page asks again by itself."""

for_readers = open_to(may_see_publications)


@for_readers
def show_papers(request: HttpRequest, **scope: Any) -> HttpResponse:
    """Every paper in every language and form, with what was issued and what is kept."""
    found = find_section(actor_in(request), SECTION, scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    read_query(request, {})
    reading = Reading(found.section, found.edition, found.rtl, key=SECTION)
    page = papers_page(reading, issues(found), kept(found))
    return render(request, "reporting/papers.html", {"page": page, **around(reading)})


def issues(found: Found) -> dict[str, Issue]:
    """The newest issue of the note in each language."""
    rows = IssuedNote.objects.filter(publication=found.publication).order_by("number")
    return {row.language: Issue(row.number, row.issued_at.isoformat()) for row in rows}


def kept(found: Found) -> Kept:
    """What was made before; of the note the newest issue."""
    rows = PaperFile.objects.filter(publication=found.publication).order_by("issue")
    return {
        (row["paper"], row["language"], row["form"]): KeptPaper(row["size"], row["sha256"])
        for row in rows.values("paper", "language", "form", "size", "sha256")
    }


@for_readers
def send_paper(request: HttpRequest, paper: str, form: str, **scope: Any) -> HttpResponse:
    """A paper as a file: kept, or made now; where it takes longer, a page that waits for it."""
    named = paper_named(paper)
    if named is None or form not in named.forms:
        raise Http404
    found = find_section(actor_in(request), named.section, scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    asked = read_query(request, {"language": CODES})
    language = asked.get("language") or get_language() or "en"
    publication = Publication.objects.filter(pk=found.publication)
    if found.edition.is_preview:
        publication = Publication.previews.filter(pk=found.publication)
    stored = publication.select_related("round__session").defer("canonical", "manifest").get()
    try:
        return answer(request, found, stored, named, language, form)
    except Blocked as refusal:
        return waiting(request, found, 409, [each.message for each in refusal.blockers])
    except NotPrinted as failure:
        return waiting(request, found, 503, [failure.message])
    except StillMaking:
        return waiting(request, found, 202)


def answer(
    request: HttpRequest,
    found: Found,
    publication: Publication,
    paper: PaperName,
    language: str,
    form: str,
) -> HttpResponse:
    """The bytes; those of a preview are made each time and never kept."""
    name = f"{file_stem(found.edition)}-{paper}-{language}.{form}"
    if publication.is_preview:
        if paper.kind == NOTE:
            raise Http404
        return sent(printed(publication, paper, language, form, 0), name, form)
    file = kept_or_made(publication, paper, language, form)
    tag = f'"{file.sha256}"'
    response = get_conditional_response(request, etag=tag) or sent(bytes(file.content), name, form)
    response.headers["ETag"] = tag
    patch_cache_control(response, private=True, no_cache=True)
    return response


def sent(content: bytes, name: str, form: str) -> HttpResponse:
    """The paper as a download."""
    headers = {"Content-Disposition": attachment(name)}
    return HttpResponse(content, content_type=MEDIA[form], headers=headers)


def waiting(
    request: HttpRequest, found: Found, status: int, reasons: Sequence[str] = ()
) -> HttpResponse:
    """Why there is no paper yet; one that is being made is asked for again by itself."""
    reading = Reading(found.section, found.edition, found.rtl)
    context = {"reasons": reasons, "papers": reading.to("papers")}
    response = render(request, "reporting/paper_waiting.html", context, status=status)
    if status == 202:
        response.headers["Retry-After"] = response.headers["Refresh"] = str(AGAIN)
    return response
