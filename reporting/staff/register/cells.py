"""The cells that lists and records are made of."""

from collections.abc import Callable, Iterable
from datetime import date
from decimal import Decimal
from typing import Any

from django.db.models.fields.json import KeyTextTransform
from django.db.models.functions import Coalesce
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from regions import numbers
from regions.models import Country, CountryTeam, RegionalOffice
from reporting.staff.register.kinds import Cell, Column, Filter, record_url

OPEN_END = _("no end on record")
SINCE_BEFORE = _("before the records")
NOT_RECORDED = _("not recorded")


def by_name(path: str = "names") -> Coalesce:
    """The order of a list of names: that of the reader's language, English where it has none."""
    reader = KeyTextTransform(get_language() or "en", path)
    return Coalesce(reader, KeyTextTransform("en", path))


def plain(name: str) -> Callable[[Any], Cell]:
    """A field as it is written, in English."""
    return lambda record: Cell(str(getattr(record, name)), lang="en")


def spoken(name: str) -> Callable[[Any], Cell]:
    """A text that is kept in the six languages."""
    return lambda record: Cell(str(getattr(record, name)))


def code(name: str) -> Callable[[Any], Cell]:
    """A code: the same in every language."""
    return lambda record: Cell(str(getattr(record, name)), is_code=True)


def chosen(name: str) -> Callable[[Any], Cell]:
    """The words of a field that holds one of a few codes."""
    return lambda record: Cell(str(getattr(record, f"get_{name}_display")()))


def day(name: str, without: Any = NOT_RECORDED) -> Callable[[Any], Cell]:
    """A day, or words that say why there is none."""
    return lambda record: Cell(day_text(getattr(record, name)) or str(without))


def day_text(value: date | None) -> str:
    """A day as the language writes it."""
    return numbers.day(value, get_language() or "en") if value else ""


def number(value: int | Decimal) -> str:
    """A number as the language writes it."""
    return numbers.number(value, get_language() or "en")


def office_cell(office: RegionalOffice) -> Cell:
    """An office with the way to its record."""
    return Cell(office.area, record_url("offices", office.code), office.code)


def country_cell(country: Country) -> Cell:
    """A country with the way to its record."""
    return Cell(country.name, record_url("countries", country.iso3), country.iso3)


def team_cell(team: CountryTeam) -> Cell:
    """A country team with the way to its record."""
    return Cell(team.name, record_url("teams", team.code), team.code)


def framework_cell(framework: Any) -> Cell:
    """A framework by its years, with the way to its record."""
    return Cell(framework_name(framework), record_url("frameworks", framework.pk))


def mechanism_cell(mechanism: Any) -> Cell:
    """A mechanism with the way to its record."""
    return Cell(mechanism.name, record_url("mechanisms", mechanism.code))


def document_cell(document: Any) -> Cell:
    """A programme document with the way to its record."""
    generation = document.get_generation_display()
    return Cell(str(generation), record_url("programme-documents", document.pk))


def framework_name(framework: Any) -> str:
    """A framework as people call it: the team and its years."""
    years = f"{framework.starts_on:%Y}–{framework.ends_on:%Y}"
    return f"{framework.team.name}, {years}"


def of(get: Callable[[Any], Any], cell: Callable[[Any], Cell]) -> Callable[[Any], Cell]:
    """The cell of a record that this one refers to; a dash where it refers to none."""
    return lambda record: cell(found) if (found := get(record)) is not None else Cell("")


def listed(names: Iterable[str]) -> Cell:
    """Several names in one cell."""
    return Cell(", ".join(names))


def offices() -> list[tuple[str, str]]:
    """The offices that a list can be narrowed to."""
    return [(office.code, office.area) for office in RegionalOffice.objects.all()]


def by_office(lookup: str) -> Filter:
    """Narrow a list to the records of one office."""
    return Filter("office", _("Office"), lookup, offices)


OFFICE = Column(_("Office"), of(lambda record: record.office, office_cell))
