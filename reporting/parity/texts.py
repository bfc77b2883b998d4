"""The texts of the records that a reader sees in six languages, or should."""

import hashlib
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Final

from django.db.models import Model
from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from checklist.models import (
    BoardDocument,
    BoardSession,
    Checklist,
    ChecklistItem,
    Pillar,
    ScaleLevel,
)
from regions.models import Country, CountryTeam, RegionalMechanism, RegionalOffice
from reporting.models import BoardRequest, Publication, ReplacedHeadline
from reporting.snapshots.terms import read_terms

Names = Mapping[str, str]


@dataclass(frozen=True)
class Text:
    """A text with its translations, under the key by which a review finds it again."""

    kind: str
    key: str
    field: str
    names: Names
    is_official: bool = False

    @property
    def source(self) -> str:
        """The English text, from which the others are made."""
        return self.names.get("en", "")

    def in_language(self, code: str) -> str:
        """The translation, if there is one."""
        return self.names.get(code, "")


Reader = Callable[[], Iterator[Text]]


def digest_of(text: str) -> str:
    """By this it is told that a text changed."""
    return hashlib.sha256(text.encode()).hexdigest()


def of_records(kind: str, model: type[Model], key: str, *fields: str, **options: Any) -> Reader:
    """Texts of the fields of all records of a model."""

    def read() -> Iterator[Text]:
        rows = model._default_manager.order_by(key).values_list(key, *fields)
        for code, *values in rows:
            for field, value in zip(fields, values, strict=True):
                yield from text_of(kind, str(code), field, value, **options)

    return read


def text_of(kind: str, key: str, field: str, value: Any, **options: Any) -> Iterator[Text]:
    """A text by language, or one in English alone; an empty one is none."""
    names = value if isinstance(value, dict) else {"en": value}
    if names.get("en"):
        yield Text(kind, key, field, names, **options)


def read_checklist() -> Iterator[Text]:
    """The checklist that was loaded last: its pillars, items and response scale."""
    latest = Checklist.objects.order_by("-loaded_at", "-version").first()
    if latest is None:
        return
    for field, value in (("titles", latest.titles), ("source", latest.source)):
        yield from text_of("checklist", latest.version, field, value)
    for model, key, fields in (
        (ScaleLevel, "kind", ("labels", "meanings")),
        (Pillar, "code", ("titles",)),
        (ChecklistItem, "code", ("titles", "evidence", "mandate")),
    ):
        rows = model._default_manager.filter(checklist=latest).order_by("position", key)
        for code, *values in rows.values_list(key, *fields):
            for field, value in zip(fields, values, strict=True):
                yield from text_of("checklist", code, field, value)


def read_glossary() -> Iterator[Text]:
    """The words of this service; those read in a document of the United Nations are official."""
    for row in read_terms():
        is_official = row["certainty"] == "official"
        yield from text_of("terms", row["code"], "names", row["names"], is_official=is_official)


def read_headlines() -> Iterator[Text]:
    """Headlines in the secretariat's words."""
    rows = ReplacedHeadline.objects.values_list("round__code", "section", "slot", "texts")
    for code, section, slot, texts in rows:
        yield from text_of("headlines", f"{code} {section}", slot, texts)


def read_requests() -> Iterator[Text]:
    """What members of the Board asked for, and what became of it."""
    rows = BoardRequest.objects.values_list("session__code", "number", "asked", "follow_up")
    for session, number, asked, follow_up in rows:
        for field, texts in (("asked", asked), ("follow_up", follow_up)):
            yield from text_of("requests", f"{session} {number}", field, texts)


def read_statements() -> Iterator[Text]:
    """What stands over each publication."""
    rows = Publication.objects.values_list("round__code", "number", "statement")
    for code, number, statement in rows:
        yield from text_of("statements", f"{code} {number}", "statement", statement)


@dataclass(frozen=True)
class Kind:
    """A kind of text: what a reader calls it, and how it is read."""

    label: str | Promise
    read: Reader


KINDS: Final[Mapping[str, Kind]] = {
    "checklist": Kind(_("Checklist: pillars, items, response scale"), read_checklist),
    "countries": Kind(
        _("Names of countries and territories"),
        of_records("countries", Country, "iso3", "names", is_official=True),
    ),
    "offices": Kind(
        _("Names of offices and their areas"),
        of_records("offices", RegionalOffice, "code", "names", "area_names"),
    ),
    "teams": Kind(_("Names of country teams"), of_records("teams", CountryTeam, "code", "names")),
    "mechanisms": Kind(
        _("Names of regional mechanisms"),
        of_records("mechanisms", RegionalMechanism, "code", "names"),
    ),
    "sessions": Kind(
        _("Sessions of the Board"), of_records("sessions", BoardSession, "code", "names")
    ),
    "documents": Kind(
        _("Titles of documents"), of_records("documents", BoardDocument, "symbol", "title")
    ),
    "terms": Kind(_("Terms of the glossary"), read_glossary),
    "headlines": Kind(_("Headlines in the secretariat’s words"), read_headlines),
    "requests": Kind(_("Requests of the Board"), read_requests),
    "statements": Kind(_("Statements of publications"), read_statements),
}


def read_texts(kind: str = "") -> Iterator[Text]:
    """All texts, or those of one kind; an English one that is empty is none."""
    for name, each in KINDS.items():
        if kind in ("", name):
            yield from each.read()
