"""Which numbers a sentence names, so that words can be held against published figures.

Six languages write numbers in their own way (`regions.numbers`): a comma groups thousands in
English and Chinese and begins the decimals in the other four; Arabic has digits of its own. A
symbol such as HSP/EB.2025/8 or NGT-03 is one name, not numbers. Numbers in words ("twelve") are
not read: they are for the eye of the person who replaces the headline.
"""

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Final

NO_BREAK: Final = "\u00a0\u202f\u2009"
"""Between digits, a space at which no line breaks groups thousands in every language."""

COMMA_GROUPS: Final = {"en", "zh"}
SYMBOL: Final = re.compile(r"(?<![A-Za-z0-9])[A-Za-z][A-Za-z0-9]*(?:[./-][A-Za-z0-9]+)*")
YEAR_WITH_PREFIX: Final = re.compile(r"[A-Za-z]+-(?:19|20)\d\d")
PER_CENT_IN_WORDS: Final = re.compile(r"百分之[一二三四五六七八九十百零〇两点]+")
YEARS: Final = range(1900, 2101)


@dataclass(frozen=True)
class Named:
    """What a sentence names: numbers by their value, each as it is spelled there; symbols."""

    numbers: dict[Decimal, str]
    symbols: frozenset[str]


def named_in(text: str, language: str) -> Named:
    """The numbers and symbols of a sentence in its language."""
    plain = plain_digits(text, language)
    symbols = [each for each in SYMBOL.findall(plain) if is_symbol(each)]
    odd = [*PER_CENT_IN_WORDS.findall(plain), *(each for each in plain if is_odd(each))]
    for each in sorted(symbols, key=len, reverse=True):
        plain = plain.replace(each, " · ")
    spelled = [found.group() for found in pattern(language).finditer(plain)]
    return Named({value_of(each, language): each for each in spelled}, frozenset([*symbols, *odd]))


def plain_digits(text: str, language: str) -> str:
    """Digits of any script as European ones; marks that nobody sees are left out."""
    seen = (each for each in text if unicodedata.category(each) != "Cf")
    plain = "".join(str(unicodedata.decimal(each, each)) for each in seen)
    if language.startswith("ar"):
        return plain.replace("٬", NO_BREAK[0]).replace("٫", ",")
    return plain


def is_symbol(word: str) -> bool:
    """A code or the symbol of a document: capitals with digits, but not "Mid-2026"."""
    has_both = any(each.isdigit() for each in word) and word.lower() != word
    return has_both and not YEAR_WITH_PREFIX.fullmatch(word)


def is_odd(character: str) -> bool:
    """A number that is no digit, such as ½ or Ⅳ."""
    return unicodedata.category(character) in {"No", "Nl"}


def pattern(language: str) -> re.Pattern[str]:
    """A number as the language writes it: grouped by threes or not, with decimals or not."""
    groups, point = (f"[,{NO_BREAK}]", r"\.")
    if language[:2] not in COMMA_GROUPS:
        groups, point = (f"[ .{NO_BREAK}]", ",")
    whole = rf"(?:\d{{1,3}}(?:{groups}\d{{3}})+(?!\d)|\d+)"
    return re.compile(rf"(?<!\d){whole}(?:{point}\d+)?")


def value_of(spelled: str, language: str) -> Decimal:
    """The number that is meant, whatever stands between its digits."""
    point = "." if language[:2] in COMMA_GROUPS else ","
    whole, _point, decimals = spelled.partition(point)
    digits = "".join(each for each in whole if each.isdigit())
    return Decimal(f"{digits}.{decimals or 0}").normalize()


def strange_in(
    text: str, computed: str, figures: Iterable[int], facts: str, language: str
) -> list[str]:
    """What a text names that neither the rule's sentence nor its figures bear out.

    Years, codes and symbols may also come from what the page says of its publication.
    """
    said, known, around = (named_in(each, language) for each in (text, computed, facts))
    years = {each for each in around.numbers if each in YEARS}
    allowed = {*known.numbers, *(Decimal(each).normalize() for each in figures), *years}
    numbers = [spelled for value, spelled in said.numbers.items() if value not in allowed]
    return [*numbers, *sorted(said.symbols - known.symbols - around.symbols)]
