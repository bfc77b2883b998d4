"""What a cell says: text as it was meant, whatever type a spreadsheet made of it."""

from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any, Final

from checklist.workbooks.grid import Cell
from checklist.workbooks.vocabulary import code_of, codes_of, ids_of

SERIAL_START: Final = date(1899, 12, 30)
SERIALS: Final = range(36_526, 73_051)
"""Days from 2000 to 2100 by their number; 2026 is no day, but a year that somebody typed."""


def text_of(value: Cell) -> str:
    """A cell as text: whole numbers without decimals, line ends as one, no space around."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return str(value).lower()
    if isinstance(value, float) and value.is_integer():
        value = int(value)
    if isinstance(value, datetime) and value.time() == datetime.min.time():
        value = value.date()
    text = value.isoformat() if isinstance(value, date) else str(value)
    return text.replace("\r\n", "\n").replace("\r", "\n").strip()


def day_of(value: Cell) -> str:
    """A day as text; a spreadsheet that lost the format of a date gives its number."""
    if isinstance(value, int | float) and not isinstance(value, bool) and int(value) in SERIALS:
        return (SERIAL_START + timedelta(days=int(value))).isoformat()
    return text_of(value).removesuffix(" 00:00:00").removesuffix("T00:00:00")


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
