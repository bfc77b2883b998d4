"""Sessions and documents of the Board in the register."""

from django.utils.translation import gettext_lazy as _

from checklist import references
from checklist.models import BoardDocument, BoardSession
from reporting.staff.register.cells import chosen, code, day, of, plain
from reporting.staff.register.kinds import Cell, Column, Field, Kind, Related, record_url


def session_cell(session: BoardSession) -> Cell:
    """A session with the way to its record."""
    return Cell(session.name, record_url("sessions", session.code), session.code)


def document_cell(document: BoardDocument) -> Cell:
    """A document by its symbol, with the way to its record."""
    return Cell(document.symbol, record_url("documents", document.pk), is_code=True)


SESSIONS = Kind(
    slug="sessions",
    title=_("Sessions of the Board"),
    about=_("Sessions of the Executive Board to which a round reports."),
    model=BoardSession,
    rows=lambda: BoardSession.objects.order_by("-opens_on"),
    key="code",
    name=lambda session: session.name,
    columns=(
        Column(_("Session"), session_cell),
        Column(_("Opens"), day("opens_on")),
        Column(_("Closes"), day("closes_on")),
        Column(_("Place"), plain("place")),
    ),
    fields=(
        Field("code", _("Code")),
        Field("names", _("Name")),
        Field("opens_on", _("Opens")),
        Field("closes_on", _("Closes")),
        Field("place", _("Place")),
    ),
    dataset=references.SESSIONS,
    related=(
        Related(
            title=_("Documents before the session"),
            rows=lambda session: session.documents.all(),
            columns=(
                Column(_("Document"), document_cell),
                Column(_("Date"), day("dated")),
                Column(_("Title"), plain("title")),
            ),
            absent=_("No document is on record for this session."),
        ),
    ),
)

DOCUMENTS = Kind(
    slug="documents",
    title=_("Documents of the Board"),
    about=_("Cited by symbol. Titles in square brackets are supplied here."),
    model=BoardDocument,
    rows=lambda: BoardDocument.objects.select_related("session").order_by(
        "-session__opens_on", "symbol"
    ),
    key="pk",
    name=lambda document: document.symbol,
    columns=(
        Column(_("Document"), document_cell),
        Column(_("Date"), day("dated")),
        Column(_("Session"), of(lambda row: row.session, session_cell)),
        Column(_("Kind"), chosen("kind")),
        Column(_("Title"), plain("title")),
    ),
    fields=(
        Field("symbol", _("Symbol")),
        Field("title", _("Title")),
        Field("dated", _("Date")),
        Field("session", _("Session"), of(lambda row: row.session, session_cell)),
        Field("kind", _("Kind")),
    ),
    dataset=references.DOCUMENTS,
    related=(
        Related(
            title=_("Facts it states"),
            rows=lambda document: document.facts.all(),
            columns=(
                Column(_("Subject"), plain("subject")),
                Column(_("What is stated"), plain("field")),
                Column(_("Value"), plain("value")),
                Column(_("Paragraph"), code("paragraph")),
                Column(_("Note"), plain("note")),
            ),
            absent=_("No fact of this document is on record."),
        ),
    ),
)
