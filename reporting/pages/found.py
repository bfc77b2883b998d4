"""What a search finds: for each kind of record its name, its place, its texts and its page."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from typing import Any, Final

from django.utils.functional import Promise
from django.utils.translation import get_language, gettext_lazy
from django.utils.translation import gettext as _

from reporting.pages.answers import answer_address
from reporting.pages.editions import Part, Reading
from reporting.pages.parts import area, named, shown_title
from reporting.pages.words import capital, day, years

Row = Mapping[str, Any]
Text = tuple[str, str]
"""A text and the language it is written in; an empty one for a name or a code."""


@dataclass(frozen=True)
class Record:
    """A record as a search shows it, whatever its kind."""

    names: Mapping[str, str]
    url: str
    code: str = ""
    where: Sequence[str] = ()
    texts: Sequence[Text] = ()


def place_of(reading: Reading, code: str | None) -> list[str]:
    """The office a record belongs to, by its area."""
    offices = reading.section["offices"]
    return [area(row) for row in offices if row["code"] == code]


def title_of(reading: Reading, rows: str, code: str) -> str:
    """The title of the pillar or item of a code."""
    return next((shown_title(row) for row in reading.section[rows] if row["code"] == code), code)


def country(reading: Reading, row: Row) -> Record:
    """A country, with the area of the office that serves it."""
    url = reading.to("country", code=row["iso3"])
    return Record(row["names"], url, row["iso3"], place_of(reading, row["office"]))


def team(reading: Reading, row: Row) -> Record:
    """A country team."""
    url = reading.to("team", code=row["code"])
    return Record(row["names"], url, row["code"], place_of(reading, row["office"]))


def office(reading: Reading, row: Row) -> Record:
    """An office, with its city; found by its area in any language."""
    texts = [(text, code) for code, text in row["area_names"].items()]
    where = [part for part in (area(row), row["city"]) if part]
    return Record(row["names"], reading.to("office", code=row["code"]), row["code"], where, texts)


def pillar(reading: Reading, row: Row) -> Record:
    """A pillar."""
    return Record(row["titles"], reading.to("pillar", code=row["code"]), row["code"])


def item(reading: Reading, row: Row) -> Record:
    """An item under its pillar."""
    return Record(
        names=row["titles"],
        url=reading.to("item", code=row["code"]),
        code=row["code"],
        where=[title_of(reading, "pillars", row["pillar"])],
        texts=[(row["evidence"], "en"), (row["mandate"], "en")],
    )


def mechanism(reading: Reading, row: Row) -> Record:
    """A regional mechanism, with the topics of UN-Habitat's roles in it."""
    texts = [(text, "en") for role in row["roles"] for text in (role["topic"], role["partners"])]
    where = place_of(reading, row["office"])
    return Record(row["names"], reading.to("mechanisms"), row["code"], where, texts)


def session(reading: Reading, row: Row) -> Record:
    """A session of the Board with its days."""
    names = {code: capital(name) for code, name in row["names"].items()}
    where = [f"{day(row['opens_on'])} – {day(row['closes_on'])}"]
    return Record(names, reading.to("documents"), where=where, texts=[(row["place"], "en")])


def document(reading: Reading, row: Row) -> Record:
    """A document before the Board, with its session."""
    sessions = {each["code"]: each for each in reading.section["sessions"]}
    known = sessions.get(row["session"])
    where = [capital(named(known))] if known else []
    return Record({"en": row["title"]}, reading.to("documents"), row["symbol"], where)


def answer(reading: Reading, row: Row) -> Record:
    """An answer, under its item; its words are in the language they were written in."""
    who = row["who"]
    names = who["names"] if who else named_subject(reading, row)
    url = answer_address(reading, row)
    where = [title_of(reading, "items", row["item"]), *place_of(reading, row["office"])]
    return Record(names, url, f"{row['item']} {row['subject']}", where, list(words_of(row)))


def named_subject(reading: Reading, row: Row) -> Mapping[str, str]:
    """An answer that no team gave is the office's, or that of the whole organisation."""
    known = {each["code"]: each["names"] for each in reading.section["offices"]}
    return known.get(row["subject"]) or {get_language() or "en": _("UN-Habitat as a whole")}


def words_of(row: Row) -> Iterator[Text]:
    """What was written in an answer, and what its evidence is called."""
    language = row.get("language") or "en"
    for name in ("narrative", "next_step", "not_applicable_reason"):
        yield row.get(name) or "", language
    for each in row.get("evidence") or ():
        yield each["title"], language
        yield each["reference"], ""


def framework(reading: Reading, row: Row) -> Record:
    """A framework, with its years; it stands on the page of its team."""
    where = [years(row["starts_on"], row["ends_on"]), *place_of(reading, row["office"])]
    return Record(row["names"], reading.to("team", code=row["team"]), where=where)


def contribution(reading: Reading, row: Row) -> Record:
    """What UN-Habitat does in the framework of a team, with the items of its work plan."""
    engagement = (row["framework"] or {}).get("engagement") or {}
    items = (row.get("work_plan") or {}).get("named", ())
    texts = [engagement.get("specific_contribution") or "", *(item["name"] for item in items)]
    return Record(
        names=row["names"],
        url=reading.to("team", code=row["code"]),
        code=row["code"],
        where=place_of(reading, row["office"]),
        texts=[(text, "en") for text in texts],
    )


def programme_document(reading: Reading, row: Row) -> Record:
    """A programme document, with its years; it stands on the page of its country."""
    where = [years(row["starts_on"], row["ends_on"])]
    texts = [(row.get("note") or "", "en")]
    return Record(row["names"], reading.to("country", code=row["country"]), "", where, texts)


def request(reading: Reading, row: Row) -> Record:
    """What a member of the Board asked for, in the session it was asked at; and what was done."""
    session = row["session"]
    url = reading.to("requests", {"session": session["code"]})
    texts = [(text, code) for name in ("asked", "follow_up") for code, text in row[name].items()]
    return Record({"en": row["speaker"]}, url, where=[capital(named(session))], texts=texts)


@dataclass(frozen=True)
class Matches(Part):
    """What was found: rows with their kind, how many there are of each, and what is nowhere."""

    counts: Mapping[str, int] = field(default_factory=dict)
    alone: Mapping[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Kind:
    """A kind of record that is searched: what a reader calls it, and how it is shown."""

    label: str | Promise
    show: Callable[[Reading, Row], Record]


KINDS: Final[Mapping[str, Kind]] = {
    "countries": Kind(gettext_lazy("Countries"), country),
    "teams": Kind(gettext_lazy("Country teams"), team),
    "offices": Kind(gettext_lazy("Offices"), office),
    "pillars": Kind(gettext_lazy("Pillars"), pillar),
    "items": Kind(gettext_lazy("Items"), item),
    "frameworks": Kind(gettext_lazy("Frameworks"), framework),
    "contributions": Kind(gettext_lazy("Specific contributions"), contribution),
    "programme-documents": Kind(gettext_lazy("Programme documents"), programme_document),
    "mechanisms": Kind(gettext_lazy("Mechanisms"), mechanism),
    "sessions": Kind(gettext_lazy("Sessions"), session),
    "documents": Kind(gettext_lazy("Documents"), document),
    "requests": Kind(gettext_lazy("Requests of the Board"), request),
    "answers": Kind(gettext_lazy("Answers"), answer),
}
"""By the list of the publication that holds them, in the order in which they are shown."""
