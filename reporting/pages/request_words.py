"""The words of requests of the Board: states, themes, and the filters that narrow their list."""

from collections.abc import Callable, Mapping
from typing import Any, Final

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from reporting.models import BoardRequest
from reporting.pages.editions import Reading
from reporting.pages.parts import named
from reporting.pages.words import capital, day, number

Row = Mapping[str, Any]


def state_word(code: str) -> str:
    """How far a request is."""
    return capital(BoardRequest.State(code).label)


def theme_word(code: str) -> str:
    """What a request is about."""
    return capital(BoardRequest.Theme(code).label)


def session_words(reading: Reading, code: str) -> str:
    """A session by its name."""
    rows = reading.section["sessions"]
    return next((capital(named(row)) for row in rows if row["code"] == code), code)


def country_words(reading: Reading, code: str) -> str:
    """A country by its name."""
    shown = (each for row in reading.rows for each in row.get("countries", ()))
    rows = reading.section.get("countries") or shown
    return next((named(row) for row in rows if row["iso3"] == code), code)


def carried_words(_reading: Reading, answer: str) -> str:
    """Whether a request goes on into the next round."""
    return _("Carried over") if answer == "yes" else _("Answered or closed")


def overdue_words(_reading: Reading, answer: str) -> str:
    """Whether a request is late."""
    return _("Overdue") if answer == "yes" else _("Not overdue")


WORDS: Final[Mapping[str, Callable[[Reading, str], str]]] = {
    "session": session_words,
    "state": lambda _reading, code: state_word(code),
    "theme": lambda _reading, code: theme_word(code),
    "carried": carried_words,
    "overdue": overdue_words,
    "country": country_words,
}


def due_words(row: Row) -> str:
    """When it is due, or was; nothing once it is answered."""
    if not row["due_on"] or row["state"] not in BoardRequest.WAITING:
        return ""
    facts = {"day": day(row["due_on"])}
    if row["is_overdue"]:
        return _("Overdue since %(day)s") % facts
    return _("Due on %(day)s") % facts


def carried_into(row: Row) -> str:
    """Into how many sessions it was carried since it was asked for."""
    if not row["carried"]:
        return _("Closed on %(day)s") % {"day": day(row["closed_on"])} if row["closed_on"] else ""
    words = ngettext("Carried into %(n)s session", "Carried into %(n)s sessions", row["carried"])
    return words % {"n": number(row["carried"])}
