"""The sessions of the Board with the documents before them and the publications for them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.models import BoardDocument
from reporting.headlines import documents as headlines
from reporting.pages.editions import Reading
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, named, trail
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.words import capital, number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class DocumentLine:
    """A document by its symbol."""

    symbol: str
    title: str
    kind: str
    dated: str


@dataclass(frozen=True)
class PublicationLine:
    """A publication for a session, by the round and number by which it is cited."""

    name: str
    url: str
    published_on: str
    checksum: str
    is_withdrawn: bool


@dataclass(frozen=True)
class SessionLines:
    """A session with what was before it."""

    name: str
    opens_on: str
    closes_on: str
    place: str
    is_invented: bool
    documents: list[DocumentLine]
    publications: list[PublicationLine]
    requests: Link | None


@dataclass(frozen=True)
class DocumentsPage:
    """Sessions, the latest first."""

    head: Head
    title: str
    sessions: list[SessionLines]


def documents_page(reading: Reading) -> DocumentsPage:
    """Sessions with their documents and publications."""
    sessions = [session_lines(reading, row) for row in reading.section["sessions"]]
    reported = sum(bool(each.publications) for each in sessions)
    words = headlines.published(reported, len(sessions))
    return DocumentsPage(documents_head(reading), reading.says("sessions", words), sessions[::-1])


def documents_head(reading: Reading) -> Head:
    """At how many sessions the reform was before the Board in writing."""
    sessions, documents = reading.section["sessions"], reading.section["documents"]
    held = {row["session"] for row in documents}
    words = headlines.before_sessions(len(held), len(sessions))
    return Head(
        title=_("Documents"),
        headline=reading.says("page", words, len(documents)),
        lead=latest(sessions, documents),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Documents"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def latest(sessions: Sequence[Row], documents: Sequence[Row]) -> str:
    """The last document of the last session that had one."""
    if not documents:
        return ""
    document = documents[-1]
    session = next(row for row in sessions if row["code"] == document["session"])
    return headlines.latest(document["symbol"], named(session))


def publications(reading: Reading) -> list[Row]:
    """Those made before this one, and this one, which cannot know its own checksum."""
    head, session = reading.about["publication"], reading.about["session"]
    own = {
        **{name: head[name] for name in ("round", "number", "published_at")},
        "session": session and session["code"],
        "sha256": None if reading.edition.is_preview else reading.edition.sha256,
        "is_withdrawn": bool(reading.edition.withdrawn_because),
    }
    earlier = reading.section["publications"]
    return [*earlier, own]


def session_lines(reading: Reading, session: Row) -> SessionLines:
    """One session."""
    code = session["code"]
    documents = [row for row in reading.section["documents"] if row["session"] == code]
    published = [row for row in publications(reading) if row["session"] == code]
    return SessionLines(
        name=capital(named(session)),
        opens_on=session["opens_on"],
        closes_on=session["closes_on"],
        place=session["place"],
        is_invented=session["is_invented"],
        documents=[document_line(row) for row in documents],
        publications=[publication_line(reading, row) for row in published],
        requests=requests_link(reading, code),
    )


def requests_link(reading: Reading, session: str) -> Link | None:
    """What members asked at a session, if anything is on record."""
    asked = reading.section["requests"].get(session, 0)
    words = ngettext("%(n)s request of the Board", "%(n)s requests of the Board", asked)
    url = reading.to("requests", {"session": session})
    return Link(words % {"n": number(asked)}, url) if asked else None


def document_line(row: Row) -> DocumentLine:
    """One document."""
    kind = capital(BoardDocument.Kind(row["kind"]).label)
    return DocumentLine(row["symbol"], row["title"], kind, row["dated"] or "")


def publication_line(reading: Reading, row: Row) -> PublicationLine:
    """One publication, at its permanent address; a preview has none."""
    facts = {"round": row["round"], "number": row["number"]}
    return PublicationLine(
        name=_("Round %(round)s, publication %(number)s") % facts,
        url=reading.edition.at(row["round"], row["number"]) if row["sha256"] else "",
        published_on=row["published_at"],
        checksum=(row["sha256"] or "")[:8],
        is_withdrawn=row["is_withdrawn"],
    )


def documents_sheet(reading: Reading) -> Sheet:
    """Documents and publications by session as data."""
    columns = [
        Column(_("Session"), "#event+code"),
        Column(_("Opens"), "#date+start"),
        Column(_("Closes"), "#date+end"),
        Column(_("Kind"), "#meta+kind"),
        Column(_("Symbol or publication"), "#meta+id"),
        Column(_("Title"), "#meta+title"),
        Column(_("Language of the title"), "#meta+language"),
        Column(_("Dated"), "#date+published"),
        Column(_("SHA-256"), "#meta+checksum"),
    ]
    rows = [line for row in reading.section["sessions"] for line in session_cells(reading, row)]
    return Sheet(_("Sessions and documents"), columns, rows)


def session_cells(reading: Reading, session: Row) -> list[list[Cell]]:
    """The lines of one session; one before which nothing was has a line of its own."""
    about: list[Cell] = [session["code"], session["opens_on"], session["closes_on"]]
    documents: list[list[Cell]] = [
        [*about, row["kind"], row["symbol"], row["title"], "en", row["dated"], None]
        for row in reading.section["documents"]
        if row["session"] == session["code"]
    ]
    published: list[list[Cell]] = [
        [*about, *publication_cells(row)]
        for row in publications(reading)
        if row["session"] == session["code"]
    ]
    return [*documents, *published] or [[*about, None, None, None, None, None, None]]


def publication_cells(row: Row) -> list[Cell]:
    """What a publication is cited by."""
    name = f"{row['round']}/{row['number']}"
    return ["publication", name, None, None, row["published_at"][:10], row["sha256"]]
