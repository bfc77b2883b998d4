"""What a cell of an answer says, in the words of any language."""

from collections.abc import Callable
from typing import Any, Final

from checklist.workbooks.vocabulary import code_of, codes_of, ids_of
from regions.tables.cells import day_of, text_of
from regions.tables.grid import Cell


def version_of(value: Cell) -> Any:
    """A version as a number; what is none stays, to be told so."""
    text = text_of(value)
    return int(text) if text.isascii() and text.isdigit() and len(text) < 10 else text


def yes_or_no(value: Cell) -> Any:
    """Yes and no in any language; what is neither stays, to be told so."""
    code = code_of("reexamined", text_of(value))
    return {"true": True, "false": False}.get(code, code)


READERS: Final[dict[str, Callable[[Cell], Any]]] = {
    "kind": lambda value: code_of("kind", text_of(value)),
    "language": lambda value: code_of("language", text_of(value)),
    "constraints": lambda value: codes_of("constraints", text_of(value)),
    "evidence": lambda value: ids_of(text_of(value)),
    "next_step_due": day_of,
    "as_of": day_of,
    "base_version": version_of,
    "reexamined": yes_or_no,
}


def read_cell(name: str, value: Cell) -> Any:
    """What a cell of a column says, as a line of the intake has it."""
    return READERS.get(name, text_of)(value)
