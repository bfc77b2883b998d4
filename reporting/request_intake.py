"""A request of the Board as a door brings it: read strictly, every fault named.

Page and API end here. Items and countries are checked against what is on record, since the
codes are all that links a request to the pages that answer it.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final

from django.utils.translation import gettext as _

from accounts.reading import read_choice, read_list, read_prose, unknown
from accounts.refusals import Faults
from checklist.models import BoardSession, ChecklistItem
from regions.languages import CODES
from regions.models import Country, RegionalOffice
from reporting.field_reading import (
    Content,
    Reader,
    is_blank,
    plain,
    read_day,
    read_fields,
    read_known,
)
from reporting.models import BoardRequest, Publication

TEXT_LIMIT: Final = 2000


@dataclass(frozen=True)
class Scene:
    """What a request may name."""

    sessions: Mapping[str, BoardSession]
    offices: Mapping[str, int]
    items: frozenset[str]
    countries: frozenset[str]


def read_scene() -> Scene:
    """Four queries."""
    return Scene(
        sessions={each.code: each for each in BoardSession.objects.order_by("-opens_on")},
        offices=dict(RegionalOffice.objects.order_by("position").values_list("code", "pk")),
        items=frozenset(ChecklistItem.objects.order_by().values_list("code", flat=True)),
        countries=frozenset(Country.objects.order_by().values_list("iso3", flat=True)),
    )


def answering() -> dict[str, int]:
    """The publications that can answer a request, the newest first; a withdrawn one cannot."""
    found = Publication.objects.in_force().latest_first()
    rows = found.values_list("round__code", "number", "pk")
    return {f"{code}/{number}": pk for code, number, pk in rows}


def content_of(request: BoardRequest) -> Content:
    """What a request on record says."""
    return {
        "session": request.session.code,
        "agenda_item": request.agenda_item,
        "speaker": request.speaker,
        "theme": request.theme,
        "asked": request.asked,
        "items": tuple(request.items),
        "countries": tuple(request.countries),
        "owner": request.owner.code if request.owner else "",
        "owner_name": request.owner_name,
        "due_on": request.due_on.isoformat() if request.due_on else None,
        "source": request.source,
    }


def read_request(
    sent: Mapping[str, Any], scene: Scene, faults: Faults, on_record: BoardRequest | None = None
) -> Content:
    """The request that was sent, as far as it can be read; each fault at its field."""
    content = read_fields(sent, READERS, EMPTY, REQUIRED, faults, scene)
    _judge(content, scene, faults)
    if on_record:
        _judge_change(content, on_record, faults)
    return content


def _codes(which: str, code: str) -> "Reader":
    """A list of codes, each once, in their order."""
    one = read_known(which, code)

    def read(value: Any, at: str, faults: Faults, scene: Scene) -> tuple[str, ...]:
        each = read_list(lambda one_value, place, found: one(one_value, place, found, scene))
        return tuple(sorted(filter(None, each(value, at, faults))))

    return read


def read_texts(value: Any, at: str, faults: Faults) -> dict[str, str]:
    """A text by language; a language left empty is not there."""
    if not isinstance(value, dict):
        faults.add(at, "not_an_object", _("A text by language is needed here."))
        return {}
    for code in value:
        if code not in CODES:
            faults.add(f"{at}/{code}", "unknown_language", unknown(str(code), CODES))
    read = read_prose(TEXT_LIMIT)
    given = {code: value[code] for code in CODES if value.get(code) not in (None, "")}
    texts = {code: read(text, f"{at}/{code}", faults) for code, text in given.items()}
    return {code: text for code, text in texts.items() if text}


def _texts(value: Any, at: str, faults: Faults, _scene: Scene) -> dict[str, str]:
    """English is always there; the other languages follow it."""
    texts = read_texts(value, at, faults)
    if isinstance(value, dict) and is_blank(value.get("en")):
        faults.add(f"{at}/en", "required", _("The English text is missing."))
    return texts


READERS: Final[Mapping[str, Reader]] = {
    "session": read_known("sessions", "unknown_session"),
    "agenda_item": plain(read_prose(20)),
    "speaker": plain(read_prose(120)),
    "theme": plain(read_choice(tuple(BoardRequest.Theme.values), "unknown_theme")),
    "asked": _texts,
    "items": _codes("items", "unknown_reference"),
    "countries": _codes("countries", "unknown_reference"),
    "owner": read_known("offices", "unknown_office"),
    "owner_name": plain(read_prose(120)),
    "due_on": read_day,
    "source": plain(read_prose(200)),
}
EMPTY: Final[Mapping[str, Any]] = {"asked": {}, "items": (), "countries": (), "due_on": None}
REQUIRED: Final = ("session", "speaker", "theme", "asked")


def _judge(content: Content, scene: Scene, faults: Faults) -> None:
    """Nothing is due before it was asked for."""
    session = scene.sessions.get(content["session"])
    if session and content["due_on"]:
        judge_day(date.fromisoformat(content["due_on"]), session, "/due_on", faults)


def _judge_change(content: Content, on_record: BoardRequest, faults: Faults) -> None:
    """A request is cited by its session; and what is under way stays somebody's."""
    if content["session"] not in ("", on_record.session.code):
        words = _("A request stays with its session: it is cited by it.")
        faults.add("/session", "read_only", words)
    is_owned = content["owner"] or content["owner_name"]
    if on_record.state != BoardRequest.State.OPEN and not is_owned:
        words = _("Name an office or a person: the request is not open any more.")
        faults.add("/owner", "required", words)


def judge_day(day: date, session: BoardSession, at: str, faults: Faults) -> None:
    """A day in the life of a request comes after the session has opened."""
    if day < session.opens_on:
        words = _("The day is before the session at which it was asked for.")
        faults.add(at, "before_session", words)
