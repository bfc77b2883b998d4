"""Sessions of the Board and what was before them."""

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.pages.words import number


def before_sessions(documents: int, sessions: int) -> str:
    """Before how many sessions a document on the reform was."""
    if not documents:
        return _("No document on the reform is on record")
    words = ngettext(
        "The Board had the reform before it in writing at %(m)s of %(n)s session on record",
        "The Board had the reform before it in writing at %(m)s of %(n)s sessions on record",
        sessions,
    )
    return words % {"m": number(documents), "n": number(sessions)}


def latest(symbol: str, session: str) -> str:
    """The newest document by its symbol, which is never translated."""
    if not symbol:
        return ""
    return _("The latest is %(symbol)s, for the %(session)s.") % {
        "symbol": symbol,
        "session": session,
    }


def published(reported: int, sessions: int) -> str:
    """For how many sessions the answers were published, by this publication among others."""
    words = ngettext(
        "The answers to the checklist were published for %(m)s of %(n)s session on record",
        "The answers to the checklist were published for %(m)s of %(n)s sessions on record",
        sessions,
    )
    return words % {"m": number(reported), "n": number(sessions)}
