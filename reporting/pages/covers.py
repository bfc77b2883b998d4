"""How programme documents stand beside frameworks: the words, and how often each is found."""

from dataclasses import dataclass
from typing import Final

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from regions.charts import WHOLE, extent, round_half_up
from reporting.covering import Cover
from reporting.pages.editions import Reading
from reporting.pages.sheets import Column, Sheet

COVERS: Final = {
    Cover.WHOLE: gettext_lazy("Reaches to the end of the framework"),
    Cover.SHORT: gettext_lazy("Ends before the framework"),
    Cover.ENDED: gettext_lazy("Has ended, the framework runs on"),
    Cover.UNSTATED: gettext_lazy("Period not stated"),
    Cover.INTERIM: gettext_lazy("Interim document"),
    Cover.NONE: gettext_lazy("None on record, a framework runs"),
    Cover.NO_FRAMEWORK: gettext_lazy("No framework runs"),
}


@dataclass(frozen=True)
class CoverRow:
    """In how many countries it is so, as a number and as a bar; a link to them."""

    words: str
    url: str
    countries: int
    x: str
    width: str
    is_none: bool


def cover_rows(reading: Reading) -> list[CoverRow]:
    """Every way in its order, on one scale."""
    counts = reading.section["programmes"]
    most = max(counts.values(), default=0) or 1
    return [cover_row(reading, cover, counts[cover], most) for cover in COVERS]


def cover_row(reading: Reading, cover: Cover, countries: int, most: int) -> CoverRow:
    """One of them."""
    x, width = extent(0, round_half_up(WHOLE * countries, most), rtl=reading.rtl)
    return CoverRow(
        words=str(COVERS[cover]),
        url=reading.to("countries", {"programme": cover}) if countries else "",
        countries=countries,
        x=x,
        width=width,
        is_none=cover in (Cover.NONE, Cover.NO_FRAMEWORK),
    )


def covers_sheet(reading: Reading) -> Sheet:
    """The counts as data."""
    columns = [
        Column(_("Programme document and framework"), "#status+programme"),
        Column(_("Countries"), "#country+num"),
    ]
    rows = [(row.words, row.countries) for row in cover_rows(reading)]
    return Sheet(_("Programme documents and frameworks"), columns, rows)
