"""Reasons by office or by pillar: of what is not full there, the share that names each."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from regions.charts import WHOLE, Segment, extent, round_half_up
from reporting.changes import Change
from reporting.constraint_groups import LABELS
from reporting.headlines import constraint
from reporting.pages.editions import Reading
from reporting.pages.matrix import Column, Line, Matrix, in_columns
from reporting.pages.naming import Held, Naming, change, codes_in_order
from reporting.pages.parts import area, titled
from reporting.pages.words import number

Row = Mapping[str, Any]


@dataclass(frozen=True)
class NamedCell:
    """A cell of the matrix: how many of the answers there name the reason of its row."""

    naming: Naming
    change: Change | None
    segments: Sequence[Segment]
    url: str
    column: str
    is_all: bool = False

    @property
    def share(self) -> Decimal | None:
        """The share, from ten answers on."""
        return self.naming.share

    @property
    def full(self) -> int:
        """The answers that name it."""
        return self.naming.answers

    @property
    def applicable(self) -> int:
        """The answers that are not full."""
        return self.naming.not_full

    @property
    def blank(self) -> str:
        """Why there is no share."""
        return "" if self.naming.not_full else _("Nothing is partial or not started")


@dataclass(frozen=True)
class Place:
    """A column: an office or a pillar, or all of them."""

    name: str
    at: Mapping[str, str]
    url: str = ""


def by_office(reading: Reading, held: Held) -> Matrix:
    """The reasons by office."""
    return matrix(reading, held, _("Reasons by office"), office_places(reading))


def by_pillar(reading: Reading, held: Held) -> Matrix:
    """The reasons by pillar."""
    return matrix(reading, held, _("Reasons by pillar"), pillar_places(reading))


def office_places(reading: Reading) -> list[Place]:
    """The offices; a heading leads to the office."""
    return [
        Place(area(row), {"office": row["code"]}, reading.to("office", code=row["code"]))
        for row in in_columns(reading.section["offices"])
    ]


def pillar_places(reading: Reading) -> list[Place]:
    """The pillars; a heading leads to the pillar."""
    return [
        Place(titled(row), {"pillar": row["code"]}, reading.to("pillar", code=row["code"]))
        for row in reading.section["pillars"]
    ]


def name_of(kind: str, code: str) -> str:
    """A reason or a constraint in the reader's language."""
    return str(LABELS[code]) if kind == "reason" else constraint(code)


def matrix(reading: Reading, held: Held, caption: str, places: Sequence[Place]) -> Matrix:
    """All answers first, then each place; a cell leads to the answers it counts."""
    columns = [Place(_("All answers"), {}), *places]
    return Matrix(
        caption=caption,
        corner=_("Reason"),
        columns=[Column(each.name, note(held, each), each.url) for each in columns],
        rows=[line(reading, held, columns, kind, code) for kind, code in codes_in_order(held)],
    )


def note(held: Held, place: Place) -> str:
    """How many answers there are not full."""
    count = held.not_full(**place.at)
    return ngettext("%(n)s not full", "%(n)s not full", count) % {"n": number(count)}


def line(reading: Reading, held: Held, places: Sequence[Place], kind: str, code: str) -> Line:
    """A reason or a constraint by place; what belongs to a group is no part of a sum."""
    cells = [cell(reading, held, place, kind, code) for place in places]
    url = reading.to("answers", {kind: code, **reading.filters})
    return Line(name_of(kind, code), "", url, cells, is_part=kind == "constraint")


def cell(reading: Reading, held: Held, place: Place, kind: str, code: str) -> NamedCell:
    """One number with its bar."""
    now = Naming(held.named(kind, code, **place.at), held.not_full(**place.at))
    before = None
    if reading.round_before:
        earlier = held.not_full("before", **place.at)
        before = Naming(held.named(kind, code, "before", **place.at), earlier)
    return NamedCell(
        naming=now,
        change=change(now, before),
        segments=bar_of(now, rtl=reading.rtl),
        url=reading.to("answers", {kind: code, **place.at, **reading.filters}),
        column=place.name,
        is_all=not place.at,
    )


def bar_of(naming: Naming, *, rtl: bool) -> list[Segment]:
    """A bar as long as the share, on a scale from nothing to all."""
    if not naming.not_full:
        return []
    width = round_half_up(WHOLE * naming.answers, naming.not_full)
    return [Segment("ink", *extent(0, width, rtl=rtl))]
