"""How each language writes numbers, shares and days.

The rules are those of the terminology of the Board papers: digits are European in every
language, Spanish groups from five digits on, French puts a narrow space before the per cent
sign. Month names come from Babel; the order of a date is our own.
"""

from dataclasses import dataclass
from datetime import date, datetime
from decimal import ROUND_HALF_UP, Decimal
from typing import Final

from babel.dates import format_date

NO_BREAK: Final = "\u00a0"
NARROW: Final = "\u202f"
DASH: Final = "–"

Number = int | float | Decimal


@dataclass(frozen=True)
class Manner:
    """What stands between the digits of a language, and before its per cent sign."""

    thousands: str
    decimal: str
    before_per_cent: str = ""
    grouped_from: int = 4


ENGLISH: Final = Manner(",", ".")
MANNERS: Final = {
    "ar": Manner(NO_BREAK, ","),
    "zh": ENGLISH,
    "en": ENGLISH,
    "fr": Manner(NARROW, ",", NARROW),
    "ru": Manner(NO_BREAK, ","),
    "es": Manner(NO_BREAK, ",", NO_BREAK, grouped_from=5),
}


def manner_of(language: str) -> Manner:
    """The manner of a language; English where we know no other."""
    return MANNERS.get(language[:2], ENGLISH)


def number(value: Number, language: str, *, places: int | None = None) -> str:
    """A number as the language writes it, with so many decimals, or those it has."""
    manner = manner_of(language)
    exact = Decimal(str(value))
    if places is not None:
        exact = exact.quantize(Decimal(1).scaleb(-places), ROUND_HALF_UP)
    whole, _, fraction = f"{abs(exact):f}".partition(".")
    if len(whole) >= manner.grouped_from:
        whole = f"{int(whole):,}".replace(",", manner.thousands)
    sign = "−" if exact < 0 else ""
    return f"{sign}{whole}{manner.decimal}{fraction}" if fraction else f"{sign}{whole}"


def per_cent(share: Number, language: str, *, places: int = 0) -> str:
    """A share between nought and one as the language writes it in a table."""
    hundredths = Decimal(str(share)) * 100
    sign = manner_of(language).before_per_cent + "%"
    return number(hundredths, language, places=places) + sign


def day(value: date, language: str) -> str:
    """A day in full; never in digits alone, which two continents read differently."""
    if language.startswith("ar"):
        return f"{value.day} {arabic_month(value)} {value.year}"
    if language.startswith("zh"):
        return f"{value.year} 年 {value.month} 月 {value.day} 日"
    return european_day(value, language[:2])


def days(first: date, last: date, language: str) -> str:
    """Days from one to another, as the head of a document gives the time of a session."""
    if first == last:
        return day(first, language)
    is_one_month = (first.year, first.month) == (last.year, last.month)
    if language.startswith("zh"):
        end = f"{last.day} 日" if is_one_month else day(last, language)
        return f"{day(first, language)}至 {end}"
    if is_one_month:
        between = " a " if language.startswith("es") else "–"
        return f"{first.day}{between}{day(last, language)}"
    return f"{day(first, language)} – {day(last, language)}"


def month(value: date, language: str) -> str:
    """A month with its year, as a sentence names the time of a session."""
    if language.startswith("ar"):
        return f"{arabic_month(value)} {value.year}"
    if language.startswith("zh"):
        return f"{value.year} 年 {value.month} 月"
    known = language[:2] if language[:2] in {"fr", "ru", "es"} else "en"
    form = "LLLL" if known == "ru" else "MMMM"
    name = format_date(value, form, locale=known)
    return {"es": f"{name} de {value.year}"}.get(known, f"{name} {value.year}")


def european_day(value: date, language: str) -> str:
    """Day, month and year in the languages that write them in this order."""
    known = language if language in {"fr", "ru", "es"} else "en"
    month = format_date(value, "MMMM", locale=known)
    patterns = {
        "fr": f"{'1er' if value.day == 1 else value.day} {month} {value.year}",
        "ru": f"{value.day} {month} {value.year} года",
        "es": f"{value.day} de {month} de {value.year}",
    }
    return patterns.get(known, f"{value.day} {month} {value.year}")


def arabic_month(value: date) -> str:
    """Both names of the month, the Levantine first, as the United Nations writes them."""
    levantine = format_date(value, "MMMM", locale="ar_SY")
    return f"{levantine}/{format_date(value, 'MMMM', locale='ar_EG')}"


def moment(value: datetime, language: str) -> str:
    """A day with the time on the 24-hour clock."""
    mark = "، " if language.startswith("ar") else ", "
    return f"{day(value, language)}{mark}{value:%H:%M}"
