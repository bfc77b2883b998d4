"""What stands in a column, told by its HXL hashtag: it decides type, width and manner."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from enum import StrEnum
from typing import Final

from reporting.pages.sheets import Cell, Column
from reporting.papers.workbook.spoken import head_of, spoken, words_of


class Kind(StrEnum):
    """How a column is written."""

    CODE = "code"
    NUMBER = "number"
    DATE = "date"
    WORD = "word"
    NAME = "name"
    NOTE = "note"
    TEXT = "text"


WIDTHS: Final = {
    Kind.CODE: 9,
    Kind.NUMBER: 12,
    Kind.DATE: 11,
    Kind.WORD: 14,
    Kind.NAME: 24,
    Kind.NOTE: 28,
    Kind.TEXT: 42,
}
"""In letters; narrow enough for a whole table to be read on one sheet across."""

TEXTS: Final = ("#description", "#action", "#meta+method")
NOTES: Final = ("#activity+description", "#meta+source", "#meta+reason")
NAMES: Final = ("#meta+term", "#meta+concept", "#subject", "#cause", "#country+code+list")
DAY: Final = "2026-01-31"


@dataclass(frozen=True)
class Manner:
    """A column by what stands in it, with the words of its codes."""

    kind: Kind
    head: str
    words: Mapping[str, str]

    @classmethod
    def of(cls, column: Column) -> "Manner":
        """As its hashtag says."""
        return cls(kind_of(column.hxl), head_of(column), words_of(column))

    @property
    def width(self) -> int:
        """In letters."""
        return WIDTHS[self.kind]

    def cell(self, value: Cell) -> Cell:
        """A value as what it is: a day as a date, a code as its word."""
        if not isinstance(value, str):
            return value
        if self.kind is Kind.DATE and (found := day_of(value)):
            return found
        return spoken(self.words, value) if self.words else value


def kind_of(hashtag: str) -> Kind:
    """What stands under a hashtag: its attributes say more than its tag."""
    tag, *attributes = hashtag.split("+")
    if "num" in attributes:
        return Kind.NUMBER
    if tag == "#date" and "list" not in attributes:
        return Kind.DATE
    if hashtag.startswith(TEXTS):
        return Kind.TEXT
    if hashtag.startswith(NOTES) and "paragraph" not in attributes:
        return Kind.NOTE
    if "name" in attributes or hashtag.startswith(NAMES):
        return Kind.NAME
    return Kind.CODE if "code" in attributes else Kind.WORD


def day_of(text: str) -> date | None:
    """The day of a text that is one; nothing for a year, a round or words."""
    try:
        return date.fromisoformat(text) if len(text) == len(DAY) else None
    except ValueError:
        return None
