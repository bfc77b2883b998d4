"""The papers of a publication: their page, and each of them as a file, made when asked for."""

from collections.abc import Mapping, Sequence
from typing import Any, Final

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.translation import get_language

from accounts.doors import open_to
from accounts.policy import may_see_publications
from accounts.refusals import Blocked
from regions.languages import CODES
from regions.queries import read_query
from reporting.models import IssuedNote, PaperFile, Publication
from reporting.pages.editions import Reading
from reporting.pages.papers import Issue, Sizes, papers_page
from reporting.papers.kinds import NOTE, PaperName, paper_named
from reporting.papers.making import kept_or_made, made_anew
from reporting.papers.printers import NotPrinted
from reporting.papers.turns import AGAIN, StillMaking
from reporting.views.asking import actor_in
from reporting.views.published import around, not_there
from reporting.views.sections import Found, find_section
from reporting.views.sending import send, send_kept
from reporting.views.tombstones import is_gone

SECTION: Final = "papers"
for_readers = open_to(may_see_publications)


@for_readers
def show_papers(request: HttpRequest, **scope: Any) -> HttpResponse:
    """Every paper in every language and form, with what was issued and what is kept."""
    found = find_section(actor_in(request), SECTION, scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    read_query(request, {})
    reading = Reading(found.section, found.edition, found.rtl, key=SECTION)
    newest = issues(found)
    page = papers_page(reading, newest, sizes(found, newest))
    return render(request, "reporting/papers.html", {"page": page, **around(reading)})


def issues(found: Found) -> dict[str, Issue]:
    """The newest issue of the note in each language."""
    rows = IssuedNote.objects.filter(publication=found.publication).order_by("number")
    return {row.language: Issue(row.number, row.issued_at.isoformat()) for row in rows}


def sizes(found: Found, newest: Mapping[str, Issue]) -> Sizes:
    """How large the papers are that were made before; of the note the newest issue."""
    rows = PaperFile.objects.filter(publication=found.publication)
    return {
        (paper, language, form): size
        for paper, language, form, issue, size in rows.values_list(
            "paper", "language", "form", "issue", "size"
        )
        if paper != NOTE or issue == newest[language].number
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
    try:
        return answer(request, found, named, language, form)
    except Blocked as refusal:
        return waiting(request, found, 409, [each.message for each in refusal.blockers])
    except NotPrinted as failure:
        return waiting(request, found, 503, [failure.message])
    except StillMaking:
        return waiting(request, found, 202)


def answer(
    request: HttpRequest, found: Found, paper: PaperName, language: str, form: str
) -> HttpResponse:
    """The bytes; those of a preview are made each time and never kept."""
    stored = stored_of(found)
    if stored.is_preview:
        content = made_anew(stored, paper, language, form)
        return send(content, found.edition, str(paper), language, form)
    return send_kept(request, found.edition, kept_or_made(stored, paper, language, form))


def stored_of(found: Found) -> Publication:
    """The publication or the preview as papers read it, without its file."""
    rows = Publication.previews if found.edition.is_preview else Publication.objects
    unread = ("canonical", "manifest")
    return rows.select_related("round__session").defer(*unread).get(pk=found.publication)


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
