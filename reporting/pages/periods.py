"""Frameworks and programme documents as bars on one axis of years."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.days import months_begun
from regions.timelines import Axis, Event, Period
from reporting import covering
from reporting.pages.editions import Reading
from reporting.pages.words import day, years

Row = Mapping[str, Any]


def day_of(text: str) -> date:
    """A day as a publication keeps it."""
    return date.fromisoformat(text)


def axis_of(rows: Iterable[Row], today: str, *, rtl: bool, events: Sequence[str] = ()) -> Axis:
    """Whole years from the first start to the last end that is known, today among them."""
    known = [today, *events]
    for row in rows:
        known += [text for text in (row["starts_on"], row["ends_on"]) if text]
    found = [int(text[:4]) for text in known]
    return Axis.of_years(min(found), max(found), rtl=rtl)


def whole_axis(reading: Reading) -> Axis:
    """The years of all periods of a list, the same on each part of it."""
    return axis_of([reading.section["span"]], reading.register_day, rtl=reading.rtl)


def agreed_note(framework: Row) -> str:
    """The year to which a framework was signed, where its end was moved."""
    agreed = framework["original_ends_on"]
    return _("agreed to %(year)s") % {"year": agreed[:4]} if agreed else ""


def framework_bars(axis: Axis, frameworks: Iterable[Row], today: str) -> Iterator[Period]:
    """As agreed solid, an extension dashed, what comes after it outlined."""
    for row in frameworks:
        first, end = row["original_ends_on"], row["ends_on"]
        is_extended = bool(first and first < end)
        yield framework_bar(axis, row, first or end, today, is_extended=is_extended)
        if is_extended:
            yield extension(axis, first, end)


def framework_bar(axis: Axis, row: Row, end: str, today: str, *, is_extended: bool) -> Period:
    """A framework as it was signed; what follows the present one says so."""
    if row["starts_on"] > today:
        return bar(axis, "next", row["starts_on"], end, _("Next, %(years)s"))
    words = _("Signed for %(years)s") if is_extended else "%(years)s"
    return bar(axis, "framework", row["starts_on"], end, words)


def bar(axis: Axis, kind: str, starts_on: str, ends_on: str, words: str) -> Period:
    """A period named by its years."""
    named = years(starts_on, ends_on)
    label = words % {"years": named}
    return axis.period(kind, day_of(starts_on), day_of(ends_on), label=label, short=named)


def extension(axis: Axis, agreed: str, ends_on: str) -> Period:
    """From the day after the end that was agreed to the end that now holds."""
    label = _("Extended to %(day)s") % {"day": day(ends_on)}
    short = _("to %(year)s") % {"year": ends_on[:4]}
    first = day_of(agreed) + timedelta(days=1)
    return axis.period("extension", first, day_of(ends_on), label=label, short=short)


def document_bars(axis: Axis, documents: Iterable[Row], framework: Row | None) -> Iterator[Period]:
    """Programme documents whose period is known, and what they leave of the framework."""
    known = dated(documents)
    for row in known:
        words = _("Country programme document %(years)s")
        yield bar(axis, "document", row["starts_on"], row["ends_on"], words)
    last = last_end(known)
    if last and framework is not None and is_short(last, framework):
        yield gap(axis, last, framework["ends_on"])


def dated(documents: Iterable[Row]) -> list[Row]:
    """Programme documents whose period is known."""
    return [row for row in documents if row["starts_on"] and row["ends_on"]]


def last_end(documents: Iterable[Row]) -> str:
    """The last day that any programme document covers; nothing where none is known."""
    return max((str(row["ends_on"]) for row in dated(documents)), default="")


def is_short(last: str, framework: Row) -> bool:
    """Whether a document ends inside the framework that runs, a month early at least."""
    return bool(framework["starts_on"] <= last) and covering.is_short(last, framework["ends_on"])


def gap(axis: Axis, last: str, ends_on: str) -> Period:
    """The months of the framework that no programme document covers, as rule A05 counts them."""
    months = months_begun(day_of(last), day_of(ends_on))
    label = ngettext("%(n)s month uncovered", "%(n)s months uncovered", months) % {"n": months}
    short = _("%(n)s mo.") % {"n": months}
    return axis.period(
        "gap", day_of(last) + timedelta(days=1), day_of(ends_on), label=label, short=short
    )


def today_mark(axis: Axis, today: str) -> Event:
    """The day of the register."""
    words = _("Register as of %(day)s") % {"day": day(today)}
    return axis.event("today", day_of(today), label=words)
