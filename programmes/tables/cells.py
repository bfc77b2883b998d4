"""A record as cells, and a cell as a row of the intake has it."""

import re
from collections.abc import Iterator, Mapping
from typing import Any, Final

from programmes.intake.columns import ENGLISH_FIRST, Column
from programmes.keeping.standing import Standing
from programmes.tables.columns import TableColumn, by_name, vocabulary
from regions.tables.cells import day_of, text_of
from regions.tables.grid import Cell

RISKY: Final = re.compile(r"'*[=+\-@\t\r]")
"""What a spreadsheet takes for a formula when it opens a CSV file."""


def cells_of(stands: Standing) -> dict[str, str]:
    """What a record says, by the columns of its table, as codes."""
    cells = {"id": str(stands.record.pk), "base": stands.base}
    for column in stands.kind.columns:
        value = stands.content[column.name]
        cells.update(parts_of(column, value) if column.parts else {column.name: column.cell(value)})
    return cells


def parts_of(column: Column, value: Any) -> Iterator[tuple[str, str]]:
    """A value over its parts: a name by language, a key by its words."""
    if column.form == "names":
        said = [(value or {}).get(code, "") for code in ENGLISH_FIRST]
    else:
        said = str(value or "").split(" ")
    filled = [*said, *[""] * (len(column.parts) - len(said))]
    yield from zip(column.parts, filled, strict=True)


def in_words(slug: str, cells: Mapping[str, str]) -> dict[str, str]:
    """The same cells with words of the active language for codes."""
    return {name: word_of(slug, name, text) for name, text in cells.items()}


def word_of(slug: str, name: str, text: str) -> str:
    """A cell as a workbook shows it."""
    words = vocabulary(slug, name) if name in by_name(slug) else None
    return words.shown().get(text, text) if words else text


def read_cell(slug: str, column: TableColumn, value: Cell) -> Any:
    """What a cell says, as the intake has it: codes for words, days as text."""
    if column.is_day:
        return day_of(value)
    words = vocabulary(slug, column.name)
    return words.code_of(text_of(value)) if words and text_of(value) else text_of(value)


def guarded(text: str) -> str:
    """A text that no spreadsheet takes for a formula: an apostrophe goes before it."""
    return f"'{text}" if RISKY.match(text) else text


def unguarded(text: Cell) -> Cell:
    """The text without the apostrophe that it was given out with."""
    if isinstance(text, str) and text.startswith("'") and RISKY.match(text):
        return text[1:]
    return text
