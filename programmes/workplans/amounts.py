"""An amount of US dollars in whatever notation an export has it; not stated is not nought."""

import math
import re
import unicodedata
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from regions.tables.grid import Cell
from regions.texts import DIRECTION

CENT: Final = Decimal("0.01")
TOO_LARGE: Final = Decimal(10) ** 12
NOTHING: Final = frozenset({"", "-", "–", "—", "−", "n/a", "na", "...", "…"})
DOLLARS: Final = re.compile(r"us ?\$|usd|us dollars?|\$", re.IGNORECASE)
NEGATIVE: Final = re.compile(r"[-−–]\s*\d.*|\d.*[-−–]|\(.*\d.*\)")
GROUPED: Final = re.compile(r"[1-9]\d{0,2}(?:([.,'’]|\s)\d{3})(?:\1\d{3})*")
PLAIN: Final = re.compile(r"\d+")

FAULTS: Final[dict[str, Promise]] = {
    "not_an_amount": _("“%(text)s” is not an amount of US dollars."),
    "ambiguous_amount": _("“%(text)s” can be read in two ways; write 1,234.00 or 1234."),
    "negative_amount": _("An amount of a work plan is not negative."),
    "amount_too_large": _("The amount is too large to be one of a work plan."),
}


class NotAnAmount(Exception):
    """What stands in a cell cannot be taken as an amount."""

    def __init__(self, code: str, text: str = "") -> None:
        super().__init__(code)
        self.code = code
        self.message = FAULTS[code] % {"text": text[:40]}


def read_amount(cell: Cell) -> Decimal | None:
    """An amount to the cent; None where the plan states none."""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return judged(exactly(cell))
    text = bare_number("" if cell is None else str(cell))
    if text.casefold() in NOTHING:
        return None
    return judged(value_of(text))


def bare_number(text: str) -> str:
    """A text with European digits and separators, and without its unit."""
    plain = DIRECTION.sub("", text).translate({0x66B: ".", 0x66C: ","})
    digits = "".join(str(unicodedata.decimal(c)) if c.isdecimal() else c for c in plain)
    return DOLLARS.sub("", digits, count=1).strip()


def exactly(cell: float) -> Decimal:
    """A number as a spreadsheet has it; an infinity is none."""
    if not math.isfinite(cell):
        raise NotAnAmount("not_an_amount", str(cell))
    return Decimal(str(cell))


def judged(value: Decimal) -> Decimal:
    """To the cent, not negative, and not larger than is kept."""
    if value < 0:
        raise NotAnAmount("negative_amount")
    if value >= TOO_LARGE - 1:
        raise NotAnAmount("amount_too_large")
    return value.quantize(CENT, ROUND_HALF_UP)


def value_of(text: str) -> Decimal:
    """The number that a text is, where it can be only one."""
    if NEGATIVE.fullmatch(text):
        raise NotAnAmount("negative_amount")
    whole, mark, fraction = split(text)
    if mark == "." and GROUPED.fullmatch(text) and len(fraction) == 3:
        raise NotAnAmount("ambiguous_amount", text)
    is_whole = PLAIN.fullmatch(whole) or GROUPED.fullmatch(whole)
    if not is_whole or not is_fraction(fraction, mark) or (mark and mark in whole):
        raise NotAnAmount("not_an_amount", text)
    return Decimal(f"{re.sub(r'[^0-9]', '', whole)}.{fraction or 0}")


def split(text: str) -> tuple[str, str, str]:
    """What stands before and after the decimal mark, and the mark.

    The last of two kinds of mark is the decimal one. One kind alone groups the digits when
    it comes more than once, and so does a comma before three digits: the exports are
    English, and no dollar has a thousandth.
    """
    marks = [each for each in text if each in ".,"]
    last = marks[-1] if marks else ""
    whole, mark, fraction = text.rpartition(last) if last else (text, "", "")
    is_group = last and len(set(marks)) == 1 and GROUPED.fullmatch(text)
    if is_group and (len(marks) > 1 or last == ","):
        return text, "", ""
    return whole, mark, fraction


def is_fraction(fraction: str, mark: str) -> bool:
    """Digits after a mark, or no mark at all."""
    return bool(PLAIN.fullmatch(fraction)) if mark else not fraction
