"""What a column of a data file says of a record.

A value has one plain form, in which file, record and last load are compared: text, number,
truth, a date as ISO text, names by language, a reference as the codes of its target.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any, Protocol, cast

from django.core.exceptions import ValidationError
from django.db import models
from django.utils.translation import gettext as _

from regions.languages import CODES
from regions.loading.faults import unknown

ENGLISH_FIRST = sorted(CODES, key=lambda code: code != "en")
TRUTHS = {"true": True, "false": False}


class Column(Protocol):
    """One field of the record, from one or several columns of the file."""

    @property
    def field(self) -> str: ...

    @property
    def headings(self) -> tuple[str, ...]: ...

    @property
    def paths(self) -> tuple[str, ...]:
        """Where the value stands in a stored record."""

    def read(self, model: type[models.Model], cells: Mapping[str, str]) -> Any:
        """The plain form of the cells; raises ValidationError."""

    def stored(self, values: Sequence[Any]) -> Any:
        """The plain form of what a record holds at `paths`."""


def plain(value: Any) -> Any:
    """A date as ISO text; everything else is plain already."""
    return value.isoformat() if isinstance(value, date) else value


def field_of(model: type[models.Model], name: str) -> "models.Field[Any, Any]":
    """A field of the model's own table."""
    return cast("models.Field[Any, Any]", model._meta.get_field(name))


@dataclass(frozen=True)
class Value:
    """A field that stands in one cell as it is."""

    field: str
    heading: str = ""

    @property
    def headings(self) -> tuple[str, ...]:
        return (self.heading or self.field,)

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.field,)

    def read(self, model: type[models.Model], cells: Mapping[str, str]) -> Any:
        cell = cells[self.headings[0]]
        field = field_of(model, self.field)
        choices = [str(code) for code, _label in field.flatchoices]
        if cell and choices and cell not in choices:
            raise ValidationError(unknown(cell, _("value"), choices))
        return plain(field.clean(_typed(field, cell), None))

    def stored(self, values: Sequence[Any]) -> Any:
        return plain(values[0])


def _typed(field: "models.Field[Any, Any]", cell: str) -> Any:
    if isinstance(field, models.BooleanField):
        return TRUTHS.get(cell, cell)
    return None if field.null and not cell else cell


@dataclass(frozen=True)
class Names:
    """A text in up to six languages, one column each; English is always there."""

    field: str
    prefix: str

    @property
    def headings(self) -> tuple[str, ...]:
        return tuple(f"{self.prefix}_{code.replace('-', '_')}" for code in ENGLISH_FIRST)

    @property
    def paths(self) -> tuple[str, ...]:
        return (self.field,)

    def read(self, model: type[models.Model], cells: Mapping[str, str]) -> Any:
        if not cells[self.headings[0]]:
            raise ValidationError(_("the English text is missing"))
        languages = zip(ENGLISH_FIRST, self.headings, strict=True)
        return {code: cells[heading] for code, heading in languages if cells[heading]}

    def stored(self, values: Sequence[Any]) -> Any:
        return values[0]


@dataclass(frozen=True)
class Reference:
    """Another record, by the codes that name it: `by` are the target's fields for them.

    `stands_at` says where the codes are found in a stored record when that is not simply
    at the target.
    """

    field: str
    headings: tuple[str, ...]
    by: tuple[str, ...]
    stands_at: tuple[str, ...] = ()

    @property
    def paths(self) -> tuple[str, ...]:
        return self.stands_at or tuple(f"{self.field}__{part}" for part in self.by)

    def read(self, model: type[models.Model], cells: Mapping[str, str]) -> Any:
        codes = [cells[heading] for heading in self.headings]
        if not any(codes) and field_of(model, self.field).null:
            return None
        if not all(codes):
            raise ValidationError(_("the code is missing"))
        return codes

    def stored(self, values: Sequence[Any]) -> Any:
        return None if None in values else [plain(value) for value in values]
