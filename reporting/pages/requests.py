"""What members of the Board asked for, by session: what was done, what is carried over."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import groupby
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from regions.languages import in_language, language_of
from reporting.headlines.requests import asked, overdue
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, Link, area, named, titled, trail
from reporting.pages.request_words import (
    carried_into,
    carried_words,
    due_words,
    session_words,
    state_word,
    theme_word,
)
from reporting.pages.words import capital, language_tag, month

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Text:
    """A text with its language, where that is not the reader's."""

    words: str
    lang: str = ""


@dataclass(frozen=True)
class RequestRow:
    """One request."""

    anchor: str
    session: str
    asked_in: str
    speaker: str
    agenda_item: str
    theme: str
    asked: Text
    answer: Text
    state: str
    carried: str
    due: str
    is_overdue: bool
    owner: str
    links: list[Link]
    source: str
    is_invented: bool


@dataclass(frozen=True)
class SessionGroup:
    """The requests of one session that stand on this page of the list."""

    name: str
    month: str
    is_invented: bool
    rows: list[RequestRow]


@dataclass(frozen=True)
class RequestsPage:
    """Requests by session, the latest first."""

    head: Head
    filters: FilterBar
    title: str
    groups: list[SessionGroup]
    part: Page
    is_empty: bool


@dataclass(frozen=True)
class RequestsPart:
    """The first few requests of something else's page, and the way to all of them."""

    title: str
    rows: list[RequestRow]
    total: int
    url: str


def requests_page(reading: Reading) -> RequestsPage:
    """The requests that the filters leave."""
    section = reading.section
    states, late = section["states"], section["overdue"]
    oldest = section["oldest"]
    sentence = asked(states, month(oldest["opens_on"]) if oldest else "")
    head = Head(
        title=_("Requests"),
        headline=reading.says("page", sentence, late),
        lead=overdue(late),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Requests"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )
    return RequestsPage(
        head=head,
        filters=request_filters(reading),
        title=_("A request is carried into every round until it is closed"),
        groups=session_groups(reading),
        part=reading.page,
        is_empty=not sum(states.values()),
    )


def request_filters(reading: Reading) -> FilterBar:
    """By session, what became of it, theme and owner; item and country come with an address."""
    section = reading.section
    codes = [row["code"] for row in section["sessions"]]
    sessions = [Option(code, session_words(reading, code)) for code in codes]
    carried = [Option(answer, carried_words(reading, answer)) for answer in ("yes", "no")]
    themes = [Option(code, theme_word(code)) for code in section["themes"]]
    offices = [Option(row["code"], area(row)) for row in section["offices"]]
    return filter_bar(
        reading,
        "requests",
        session=(_("Session"), sessions),
        carried=(_("What became of it"), carried),
        theme=(_("Theme"), themes),
        office=(_("Owner"), offices),
    )


def session_groups(reading: Reading) -> list[SessionGroup]:
    """The rows of this page by session, as they come."""
    known = {row["code"]: row for row in reading.section["sessions"]}
    found = groupby(reading.rows, lambda row: row["session"]["code"])
    return [session_group(reading, known[code], list(rows)) for code, rows in found]


def session_group(reading: Reading, session: Row, rows: list[Row]) -> SessionGroup:
    """One session."""
    return SessionGroup(
        name=capital(named(session)),
        month=month(session["opens_on"]),
        is_invented=session["is_invented"],
        rows=[request_row(reading, row) for row in rows],
    )


def request_row(reading: Reading, row: Row) -> RequestRow:
    """A request with what was done and where it is answered."""
    session = row["session"]
    return RequestRow(
        anchor=f"r-{session['code']}-{row['number']}",
        session=capital(named(session)),
        asked_in=month(session["opens_on"]),
        speaker=row["speaker"],
        agenda_item=row["agenda_item"],
        theme=theme_word(row["theme"]),
        asked=text(row["asked"]),
        answer=text(row["follow_up"]),
        state=state_word(row["state"]),
        carried=carried_into(row),
        due=due_words(row),
        is_overdue=row["is_overdue"],
        owner=area(row["owner"]) if row["owner"] else "",
        links=links(reading, row),
        source=row["source"],
        is_invented=row["provenance"] == "invented",
    )


def text(texts: Mapping[str, str]) -> Text:
    """A text in the reader's language, else in English and marked so."""
    return Text(in_language(texts), language_tag(language_of(texts)))


def links(reading: Reading, row: Row) -> list[Link]:
    """The publication that answers, then the items and countries: an item not asked has none."""
    found = [item_link(reading, each) for each in row["items"] if each["titles"]]
    found += [
        Link(named(each), reading.to("country", code=each["iso3"])) for each in row["countries"]
    ]
    answer = row["answered_in"]
    return [*([publication_link(reading, answer)] if answer else []), *found]


def item_link(reading: Reading, item: Row) -> Link:
    """An item by its code and title."""
    facts = {"code": item["code"], "title": titled(item)}
    return Link(_("%(code)s, %(title)s") % facts, reading.to("item", code=item["code"]))


def publication_link(reading: Reading, answer: Row) -> Link:
    """The publication in which the Board finds the answer."""
    words = _("Round %(round)s, publication %(number)s") % answer
    return Link(words, reading.edition.at(answer["round"], answer["number"]))


def requests_part(reading: Reading, **filters: str) -> RequestsPart | None:
    """What the section says of requests, for a page of something else; nothing where none."""
    part = reading.section.get("requests")
    if not part or not part["rows"]:
        return None
    return RequestsPart(
        title=_("Asked by members, and what this round shows"),
        rows=[request_row(reading, row) for row in part["rows"]],
        total=part["total"],
        url=reading.to("requests", filters),
    )
