"""Numbers, shares, days and hedged figures as the reader's language writes them."""

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from string import Formatter
from typing import Final

from django import template
from django.utils import timezone
from django.utils.dateparse import parse_date, parse_datetime
from django.utils.html import conditional_escape, format_html, format_html_join
from django.utils.safestring import SafeString
from django.utils.translation import get_language, gettext_lazy, pgettext

from regions import numbers

register = template.Library()

HEDGES: Final = {
    "at_least": gettext_lazy("at least {n}"),
    "more_than": gettext_lazy("over {n}"),
    "about": gettext_lazy("about {n}"),
    "up_to": gettext_lazy("up to {n}"),
    "all": gettext_lazy("all {n}"),
}
"""A figure without a hedge is exact; the bare number says so (HSP/EB.2025/8, paras 12 to 15)."""


def language() -> str:
    """The language of the page being drawn."""
    return get_language() or "en"


def as_number(value: object) -> Decimal | None:
    """The number that a record or a publication's JSON holds, if it is one."""
    try:
        found = Decimal(str(value))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


@register.filter
def number(value: object, places: int | None = None) -> str:
    """``{{ 275000|number }}``: a count as the language writes it; a dash for no value."""
    found = as_number(value)
    if found is None:
        return numbers.DASH
    return numbers.number(found, language(), places=places)


@register.filter
def per_cent(share: object, places: int = 0) -> str:
    """``{{ 0.487|per_cent }}``: 49%, isolated so that no direction turns it round."""
    found = as_number(share)
    if found is None:
        return numbers.DASH
    text = numbers.per_cent(found, language(), places=places)
    return format_html('<bdi dir="ltr">{}</bdi>', text)


@register.filter
def per_cent_text(share: object) -> str:
    """The same without markup, for attributes."""
    found = as_number(share)
    return numbers.DASH if found is None else numbers.per_cent(found, language())


@register.filter
def per_cent_large(share: object) -> str:
    """The same with a small sign, for the cells of the matrix."""
    found = as_number(share)
    if found is None:
        return numbers.DASH
    sign = numbers.manner_of(language()).before_per_cent + "%"
    digits = numbers.per_cent(found, language()).removesuffix(sign)
    return format_html('<bdi dir="ltr">{}<small>{}</small></bdi>', digits, sign)


def as_date(value: object) -> date | None:
    """The day that a record or a publication's JSON holds, if it is one."""
    if isinstance(value, datetime):
        return timezone.localtime(value).date() if timezone.is_aware(value) else value.date()
    if isinstance(value, date):
        return value
    try:
        return parse_date(str(value)[:10])
    except ValueError:
        return None


@register.filter
def day_text(value: object) -> str:
    """A day without markup, for titles and attributes."""
    found = as_date(value)
    return numbers.day(found, language()) if found else ""


@register.filter
def day(value: object) -> str:
    """``{{ round.opens_on|day }}``: the day in full and isolated; nothing for no day."""
    text = day_text(value)
    return format_html("<bdi>{}</bdi>", text) if text else ""


@register.filter
def moment(value: object) -> str:
    """``{{ event.at|moment }}``: day and time at the secretariat's clock, machine-readable."""
    found = value if isinstance(value, datetime) else as_moment(str(value))
    if found is None:
        return day(value)
    local = timezone.localtime(found) if timezone.is_aware(found) else found
    text = numbers.moment(local, language())
    return format_html('<time datetime="{}"><bdi>{}</bdi></time>', found.isoformat(), text)


def as_moment(text: str) -> datetime | None:
    """The moment that a publication's JSON holds, if it is one."""
    try:
        return parse_datetime(text)
    except ValueError:
        return None


def parts(pattern: str) -> list[tuple[str, str | None]]:
    """A translated pattern as words and the names of its gaps."""
    return [(words.strip(), name) for words, name, _, _ in Formatter().parse(pattern)]


@register.filter
def hedged(value: object, qualifier: str = "exactly") -> str:
    """``{{ 45|hedged:"at_least" }}``: the hedge beside the number, never dropped."""
    pattern = str(HEDGES.get(qualifier or "exactly", "{n}"))
    pieces: list[SafeString | str] = []
    for words, gap in parts(pattern):
        pieces += [format_html("<i>{}</i>", words)] if words else []
        pieces += [number(value)] if gap else []
    return format_html_join(" ", "{}", ((piece,) for piece in pieces))


@register.filter
def hedged_text(value: object, qualifier: str = "exactly") -> str:
    """The same without markup, for attributes."""
    return str(HEDGES.get(qualifier or "exactly", "{n}")).replace("{n}", number(value))


@register.simple_tag
def figure_value(
    value: object, qualifier: str = "exactly", of_total: object = None, of_qualifier: str = ""
) -> str:
    """``at least 15 of 22``: the number with its hedge, and what it is a part of."""
    main = hedged(value, qualifier)
    if as_number(of_total) is None:
        return main
    return of_whole(main, hedged_text(of_total, of_qualifier))


def figure_text(
    value: object, qualifier: str = "exactly", of_total: object = None, of_qualifier: str = ""
) -> str:
    """The same without markup, as the text of a paper takes it."""
    main = hedged_text(value, qualifier)
    if as_number(of_total) is None:
        return main
    return whole_pattern().format(n=main, total=hedged_text(of_total, of_qualifier))


def whole_pattern() -> str:
    """Where a number stands beside its whole in the language."""
    return pgettext("a number and its whole", "{n} of {total}")


def of_whole(main: str, total: str) -> str:
    """A number and its whole, in the order of the language: Chinese names the whole first."""
    pieces: list[str] = [""]
    for words, gap in parts(whole_pattern()):
        pieces[-1] = f"{pieces[-1]} {words}".strip()
        if gap == "n":
            pieces += [main, ""]
        elif gap:
            pieces[-1] = f"{pieces[-1]} {total}".strip()
    return format_html_join(" ", "{}", ((span(piece, main),) for piece in pieces if piece))


def span(piece: str, main: str) -> str:
    """What stands beside the number is smaller; the number itself stays as it is."""
    return piece if piece == main else format_html("<span>{}</span>", conditional_escape(piece))
