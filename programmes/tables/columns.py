"""The columns of a table of records, once: for workbook and CSV, for writing and reading.

A column is found by its machine name or by its heading in any of the six languages.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from typing import Any, Final

from django.utils.text import capfirst
from django.utils.translation import gettext_lazy as _
from django.utils.translation import override

from programmes.intake.columns import ENGLISH_FIRST, Choice, Column
from programmes.intake.kinds import KINDS, RecordKind
from regions.languages import CODES
from regions.tables.folding import fold
from regions.tables.words import YES_OR_NO, Vocabulary
from regions.templatetags.addresses import OWN_NAMES

WIDTHS: Final = {"prose": 48, "text": 26, "texts": 26, "countries": 22, "names": 36}
WIDTH: Final = 15

PARTS: Final[dict[str, Any]] = {
    "team": _("Country team"),
    "country": _("Country"),
    "generation": _("Generation"),
    "framework_team": _("Country team of the framework"),
    "framework_starts_on": _("First day of the framework"),
    "document_starts_on": _("First day of the programme document"),
}
HIDDEN: Final[dict[str, Any]] = {
    "id": _("Number of the record"),
    "base": _("Digest of the record as it was given out"),
}


@dataclass(frozen=True)
class TableColumn:
    """A column of a table: the whole of a column of the record, or a part of it."""

    name: str
    column: Column | None
    heading: Any

    @property
    def is_hidden(self) -> bool:
        """Columns that the program needs and people do not."""
        return self.column is None

    @property
    def is_part(self) -> bool:
        """Whether it is one of several cells that say one thing."""
        return self.column is not None and self.column.name != self.name

    @property
    def is_day(self) -> bool:
        """Whether its cells hold days."""
        form = self.column.form if self.column and not self.is_part else ""
        return form == "day" or (self.is_part and self.name.endswith("starts_on"))

    @property
    def width(self) -> int:
        """How wide it is, in letters."""
        return WIDTHS.get(self.column.form, WIDTH) if self.column else WIDTH

    @property
    def words(self) -> str:
        """The heading in the active language."""
        return str(capfirst(str(self.heading)))


def columns_of(kind: RecordKind) -> list[TableColumn]:
    """The columns of a table of a kind, the hidden ones last."""
    shown = [each for column in kind.columns for each in cells_of(column)]
    return [*shown, *(TableColumn(name, None, words) for name, words in HIDDEN.items())]


def cells_of(column: Column) -> Iterator[TableColumn]:
    """The cells of a column: one, or one for each part."""
    if not column.parts:
        yield TableColumn(column.name, column, column.label)
    for at, part in enumerate(column.parts):
        yield TableColumn(part, column, PARTS.get(part) or language(column, at))


def language(column: Column, at: int) -> str:
    """A name in one of the languages, each named in its own words."""
    return f"{capfirst(str(column.label))} – {OWN_NAMES[ENGLISH_FIRST[at]]}"


@cache
def by_name(slug: str) -> dict[str, TableColumn]:
    """The columns that are read, by their machine names; also those that stand for their parts."""
    kind = KINDS[slug]
    whole = {each.name: TableColumn(each.name, each, each.label) for each in kind.columns}
    return {**whole, **{each.name: each for each in columns_of(kind)}}


@cache
def names_by_heading(slug: str) -> dict[str, str]:
    """The column that a head means, as it reads when folded: machine name or any language."""
    found: dict[str, str] = {}
    for code in CODES:
        with override(code):
            for each in columns_of(KINDS[slug]):
                found.setdefault(fold(each.words), each.name)
    return {**found, **{fold(name): name for name in by_name(slug)}}


@cache
def vocabulary(slug: str, name: str) -> Vocabulary | None:
    """The words of a column with a list."""
    column = by_name(slug)[name].column
    if isinstance(column, Choice):
        return Vocabulary(dict(column.choices))
    return YES_OR_NO if column and column.form == "truth" else None
