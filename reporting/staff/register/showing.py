"""A record as its page shows it: fields with their origin, parts, and related records."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any

from django.conf import settings
from django.utils.translation import gettext as _

from regions.loading import Dataset
from reporting.staff.register.cells import day_text, number
from reporting.staff.register.kinds import Cell, Column, Field, Kind, Part
from reporting.staff.register.origins import Loaded, Origin, loaded_for, origin_of


@dataclass(frozen=True)
class Text:
    """One language of a text that has several."""

    code: str
    language: str
    text: str


@dataclass(frozen=True)
class Shown:
    """A field of a record with its value and where it comes from."""

    label: str
    cell: Cell
    origin: Origin
    texts: list[Text] = field(default_factory=list)


@dataclass(frozen=True)
class Table:
    """Records around this one."""

    title: str
    headings: list[str]
    rows: list[list[Cell]]
    absent: str
    add_url: str = ""


@dataclass(frozen=True)
class PartShown:
    """A record that belongs to this one; without fields it says why there is none."""

    title: str
    fields: list[Shown]
    absent: str


@dataclass(frozen=True)
class Sheet:
    """Everything on the page of a record but its history."""

    fields: list[Shown]
    parts: list[PartShown]
    tables: list[Table]


Adding = Callable[[str, str], str]
"""Where a record is added to this one, by its kind and its column; nowhere is nothing."""


def nowhere(slug: str, owner: str) -> str:
    """For those who add nothing."""
    return ""


def sheet_of(kind: Kind, record: Any, adding: Adding = nowhere) -> Sheet:
    """The page of a record, in as many queries as its kind has tables, and one."""
    parts = [(part, part.record(record)) for part in kind.parts]
    loaded = loaded_for([(kind.dataset, record), *((part.dataset, found) for part, found in parts)])
    whole = Origin(str(kind.loaded_from)) if kind.loaded_from else None
    return Sheet(
        shown_fields(record, kind.fields, kind.dataset, loaded, whole),
        [part_of(part, found, loaded) for part, found in parts],
        [
            replace(table_of(x.title, x.columns, x.rows(record), x.absent), add_url=adding(*x.adds))
            for x in kind.related
        ],
    )


def part_of(part: Part, found: Any, loaded: Loaded) -> PartShown:
    """A record that belongs to this one, where there is one."""
    fields = [] if found is None else shown_fields(found, part.fields, part.dataset, loaded)
    return PartShown(str(part.title), fields, str(part.absent))


def shown_fields(
    record: Any,
    fields: Sequence[Field],
    dataset: Dataset | None,
    loaded: Loaded,
    whole: Origin | None = None,
) -> list[Shown]:
    """The fields of a record with their origins; `whole` is that of all of them."""
    return [
        Shown(
            str(each.label),
            each.cell(record) if each.cell else cell_of(record, each.name),
            whole or origin_of(record, each.name, dataset, loaded),
            texts_of(getattr(record, each.name)),
        )
        for each in fields
    ]


def cell_of(record: Any, name: str) -> Cell:
    """A field's value as people read it; nothing recorded is said in words."""
    value = getattr(record, name)
    if value is None or value == "":
        return Cell("")
    if isinstance(value, bool):
        return Cell(_("yes") if value else _("no"))
    if isinstance(value, date):
        return Cell(day_text(value))
    if isinstance(value, int | Decimal):
        return Cell(number(value))
    if isinstance(value, dict):
        return Cell("")
    if record._meta.get_field(name).choices:
        return Cell(str(getattr(record, f"get_{name}_display")()))
    return Cell(str(value), lang="en")


def texts_of(value: Any) -> list[Text]:
    """The languages of a text, in the order of the six."""
    if not isinstance(value, dict):
        return []
    return [
        Text(code, str(language), value[code])
        for code, language in settings.LANGUAGES
        if value.get(code)
    ]


def table_of(title: Any, columns: Sequence[Column], rows: Any, absent: Any) -> Table:
    """Rows in the columns of a list."""
    return Table(
        str(title),
        [str(column.heading) for column in columns],
        [[column.cell(row) for column in columns] for row in rows],
        str(absent),
    )
