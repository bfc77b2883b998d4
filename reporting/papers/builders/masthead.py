"""The head of a document of the Board, in the layout of the United Nations.

The words are those of the masthead of HSP/EB.2025/8 and of other documents of the Board; what a
language leaves in English there stays English here.
"""

from collections.abc import Mapping
from datetime import date
from typing import Any, Final

from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from regions import numbers
from reporting.pages.parts import named
from reporting.pages.words import capital, day
from reporting.papers.blocks import Masthead
from reporting.papers.builders.frame import made_on
from reporting.papers.reading import Source

Record = Mapping[str, Any]

LANGUAGES: Final = {
    "ar": "Arabic",
    "zh-hans": "Chinese",
    "en": "English",
    "fr": "Français",
    "ru": "Russian",
    "es": "Español",
}
DISTRIBUTION: Final = {"fr": "Distr. générale", "es": "Distr. general"}
ORIGINAL: Final = {"fr": "Original\u00a0: anglais", "es": "Original: inglés", "en": ""}
PLACES: Final = {"Nairobi": gettext_lazy("Nairobi")}
"""Where the Board meets."""


def masthead(
    source: Source,
    about: Record,
    *,
    title: str,
    symbol: str = "",
    dated_on: str = "",
    agenda_item: str = "",
    byline: str = "",
) -> Masthead:
    """The head of a paper; `about` is what any section says of its publication."""
    language = get_language() or "en"
    return Masthead(
        organisation=_("United Nations"),
        symbol=symbol,
        programme=_("United Nations Human Settlements Programme"),
        distribution=DISTRIBUTION.get(language, "Distr.: General"),
        date=day(dated_on or made_on(source)),
        language=LANGUAGES.get(language, language),
        original=ORIGINAL.get(language, "Original: English"),
        body=_("Executive Board of the United Nations Human Settlements Programme"),
        session=capital(named(about["session"])) if about["session"] else "",
        place=place(about["session"]),
        agenda=agenda(agenda_item),
        agenda_title="",
        title=title,
        byline=byline,
    )


def place(session: Record | None) -> str:
    """Where and when the session is held; nothing for a round without one."""
    if session is None:
        return ""
    first, last = date.fromisoformat(session["opens_on"]), date.fromisoformat(session["closes_on"])
    days = numbers.days(first, last, get_language() or "en")
    where = str(PLACES.get(session["place"], session["place"]))
    return _("%(place)s, %(days)s") % {"place": where, "days": days} if where else days


def agenda(item: str) -> str:
    """The item of the provisional agenda; its place stays open while nobody knows it."""
    return _("Item %(item)s of the provisional agenda") % {"item": item} if item else ""
