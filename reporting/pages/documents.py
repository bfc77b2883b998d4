"""The sessions of the Board and the documents before them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from checklist.models import BoardDocument
from reporting.pages.editions import Reading
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, named, trail
from reporting.pages.words import capital

Row = Mapping[str, Any]


@dataclass(frozen=True)
class DocumentLine:
    """A document by its symbol."""

    symbol: str
    title: str
    kind: str
    dated: str


@dataclass(frozen=True)
class SessionLines:
    """A session with the documents before it."""

    name: str
    opens_on: str
    closes_on: str
    place: str
    is_invented: bool
    documents: list[DocumentLine]


@dataclass(frozen=True)
class DocumentsPage:
    """Sessions, the latest first."""

    head: Head
    sessions: list[SessionLines]


def documents_page(reading: Reading) -> DocumentsPage:
    """Sessions with their documents."""
    section = reading.section
    sessions = [session_lines(row, section["documents"]) for row in section["sessions"]]
    head = Head(
        title=_("Documents"),
        headline=_("Sessions of the Board and the documents before them"),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Documents"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return DocumentsPage(head, sessions[::-1])


def session_lines(session: Row, documents: Sequence[Row]) -> SessionLines:
    """One session."""
    return SessionLines(
        name=capital(named(session)),
        opens_on=session["opens_on"],
        closes_on=session["closes_on"],
        place=session["place"],
        is_invented=session["is_invented"],
        documents=[document_line(row) for row in documents if row["session"] == session["code"]],
    )


def document_line(row: Row) -> DocumentLine:
    """One document."""
    kind = capital(BoardDocument.Kind(row["kind"]).label)
    return DocumentLine(row["symbol"], row["title"], kind, row["dated"] or "")
