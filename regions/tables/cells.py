"""What a cell says: text as it was meant, whatever type a spreadsheet made of it."""

from datetime import date, datetime, timedelta
from typing import Final

from regions.tables.grid import Cell

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
