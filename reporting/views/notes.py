"""The web version of the note: its issue in the reader's language, with figures that lead on."""

import json
from collections.abc import Sequence
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils.cache import get_conditional_response
from django.utils.translation import get_language

from accounts.doors import open_to
from accounts.policy import may_see_publications
from regions.queries import read_query
from reporting.models import IssuedNote, Publication
from reporting.pages.editions import Reading
from reporting.pages.note import (
    NotePage,
    Reader,
    figure_rows,
    issue_words,
    not_issued,
    note_head,
    other_issues,
    other_languages,
)
from reporting.pages.papers import taken
from reporting.papers.builders.note import write
from reporting.papers.kinds import NOTE, PaperName
from reporting.papers.reading import Source
from reporting.views.asking import actor_in
from reporting.views.published import around, entity_tag, has_messages, kept_private, not_there
from reporting.views.sections import Found, find_section
from reporting.views.tombstones import is_gone

Issues = Sequence[IssuedNote]


@open_to(may_see_publications)
def show_note(request: HttpRequest, **scope: Any) -> HttpResponse:
    """The note of the latest publication, or of the one that the address names."""
    found = find_section(actor_in(request), "papers", scope)
    if found is None or is_gone(request, found.edition):
        return not_there(request, scope)
    issues = list(IssuedNote.objects.filter(publication=found.publication))
    asked = read_query(request, {"issue": sorted({str(each.number) for each in issues})})
    if has_messages(request) or found.edition.is_preview:
        return drawn(request, found, issues, asked.get("issue"))
    tag = entity_tag(request, found.edition, *(each.sha256 for each in issues))
    unchanged = get_conditional_response(request, etag=tag)
    return kept_private(unchanged or drawn(request, found, issues, asked.get("issue")), tag)


def in_language(issues: Issues) -> list[IssuedNote]:
    """The issues in the reader's language, the newest first."""
    return [each for each in issues if each.language == (get_language() or "en")]


def drawn(request: HttpRequest, found: Found, issues: Issues, number: str | None) -> HttpResponse:
    """The issue that is asked for, else the newest; without one, the languages there are.

    Who comes from another language may ask for a number that this one does not have.
    """
    reading = Reading(found.section, found.edition, found.rtl, key="papers")
    here = in_language(issues)
    newest = next(iter(here), None)
    chosen = next((each for each in here if number == str(each.number)), newest)
    page = (
        note_page(reading, found, chosen, here)
        if chosen
        else NotePage(not_issued(reading, issues), languages=other_languages(reading, issues))
    )
    files = taken(reading, PaperName(NOTE)) if chosen and chosen is newest else None
    return render(request, "reporting/note.html", {"page": page, "files": files, **around(reading)})


def note_page(reading: Reading, found: Found, issue: IssuedNote, here: Issues) -> NotePage:
    """One issue, read."""
    source = Source(publication_of(found), found.edition)
    written = write(source, json.loads(issue.text))
    reader = Reader(rtl=found.rtl)
    return NotePage(
        head=note_head(reading, written.masthead),
        parts=reader.parts(written.blocks),
        footnotes=reader.footnotes,
        figures=figure_rows(written.figures),
        issue=issue_words(issue),
        issues=other_issues(reading, issue, here),
    )


def publication_of(found: Found) -> Publication:
    """The publication with its round, without its file."""
    rows = Publication.objects.select_related("round").defer("canonical", "manifest")
    return rows.get(pk=found.publication)
