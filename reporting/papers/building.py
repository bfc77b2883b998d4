"""A paper from its publication: the document or the workbook, printed."""

import json
from collections.abc import Callable, Mapping
from typing import Any, Final

from reporting.models import IssuedNote, Publication
from reporting.papers.blocks import Document
from reporting.papers.builders.checklist import checklist
from reporting.papers.builders.country import country
from reporting.papers.builders.note import note
from reporting.papers.builders.office import office
from reporting.papers.kinds import CHECKLIST, COUNTRY, NOTE, OFFICE, WORKBOOK, PaperName
from reporting.papers.printers import print_document
from reporting.papers.reading import Source, reading_in
from reporting.papers.workbook.book import workbook

BUILDERS: Final[Mapping[str, Callable[[Source, str], Document]]] = {
    CHECKLIST: lambda source, _code: checklist(source),
    OFFICE: office,
    COUNTRY: country,
}


def printed(
    publication: Publication, paper: PaperName, language: str, form: str, issue: int
) -> bytes:
    """The bytes of a paper, made now; what stands in the way is said in the reader's language."""
    with reading_in(publication, language) as source:
        if form == WORKBOOK:
            return workbook(source)
        built = document(source, paper, language, issue)
    return print_document(built, form)


def document(source: Source, paper: PaperName, language: str, issue: int) -> Document:
    """The paper before it is printed."""
    if paper.kind == NOTE:
        return note(source, issued(source.publication, language, issue))
    return BUILDERS[paper.kind](source, paper.code)


def issued(publication: Publication, language: str, number: int) -> Mapping[str, Any]:
    """The text of the note as it was issued."""
    found = IssuedNote.objects.get(publication=publication, language=language, number=number)
    text: Mapping[str, Any] = json.loads(found.text)
    return text


def last_issue(publication: Publication, paper: PaperName, language: str) -> int:
    """The number of the newest issue in a language; nought for papers without living text."""
    if paper.kind != NOTE:
        return 0
    issues = IssuedNote.objects.filter(publication=publication, language=language)
    return issues.order_by("-number").values_list("number", flat=True).first() or 0
