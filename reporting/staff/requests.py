"""Requests of the Board as the staff's pages print them."""

from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.conf import settings
from django.urls import reverse
from django.utils.translation import gettext as _

from regions.days import until
from regions.languages import CODES, in_language, language_of
from reporting.models import BoardRequest
from reporting.pages.words import capital, language_tag
from reporting.request_states import next_steps

SOON: Final = 28
"""Days ahead of the day it is due on which a request is worth a word."""


@dataclass(frozen=True)
class ShownRequest:
    """A request with what is told of it in words."""

    request: BoardRequest
    url: str
    state: str
    theme: str
    asked: str
    lang: str
    due: str
    is_overdue: bool
    owner: str


def shown(request: BoardRequest, today: date) -> ShownRequest:
    """A request as of a day."""
    return ShownRequest(
        request=request,
        url=address(request),
        state=capital(request.get_state_display()),
        theme=capital(request.get_theme_display()),
        asked=in_language(request.asked),
        lang=language_tag(language_of(request.asked)),
        due=until(request.due_on, today) if request.is_waiting and request.due_on else "",
        is_overdue=request.is_overdue(today),
        owner=owner_words(request),
    )


def address(request: BoardRequest, page: str = "follow-up") -> str:
    """The page of a request, by its session and number."""
    return reverse(page, args=[request.session.code, request.number])


def owner_words(request: BoardRequest) -> str:
    """The office, and the person where one is named."""
    office = request.owner.area if request.owner else ""
    if office and request.owner_name:
        return _("%(office)s: %(person)s") % {"office": office, "person": request.owner_name}
    return office or request.owner_name


def narrowed(rows: Any, asked: dict[str, str], today: date) -> Any:
    """The rows that pass the filters of an address."""
    columns = {"session": "session__code", "state": "state", "owner": "owner__code"}
    columns["theme"] = "theme"
    rows = rows.filter(**{column: asked[name] for name, column in columns.items() if name in asked})
    if asked.get("due") == "overdue":
        return rows.overdue(today)
    return rows.waiting() if asked.get("due") == "waiting" else rows


def steps_of(request: BoardRequest, sent: str) -> list[tuple[str, str]]:
    """The states a follow-up can lead to: to stay first, then the steps, then what was sent.

    Closing is an act of its own.
    """
    labels = dict(BoardRequest.State.choices)
    steps = [code for code in next_steps(request.state) if code != BoardRequest.State.CLOSED]
    codes = dict.fromkeys([request.state, *steps, sent])
    return [(code, capital(labels[code])) for code in codes if code in labels]


def texts_as_fields(name: str, texts: dict[str, str]) -> dict[str, str]:
    """A text by language as the controls of a form have it."""
    return {f"{name}_{code}": texts.get(code, "") for code in CODES}


def languages(texts: dict[str, str]) -> list[tuple[str, str, str]]:
    """Every language a text is there in: its code, its name, the words."""
    names = settings.LANGUAGES
    return [(code, str(name), texts[code]) for code, name in names if texts.get(code)]
