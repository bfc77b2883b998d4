"""Every measure of the registry at every office on a day, and the rows of one."""

from collections.abc import Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from regions.models import RegionalOffice
from reporting.counted_rows import CountedRow
from reporting.counting import Count, count
from reporting.measures import COUNTRIES, DEFINITIONS
from reporting.models.figures import Measure
from reporting.pages.words import capital, in_order, number, years
from reporting.reconciling import read_register
from reporting.staff.figures import measure_url
from reporting.staff.register.kinds import record_url


@dataclass(frozen=True)
class MeasureCell:
    """The count of one office, with the address of its rows."""

    text: str
    url: str


@dataclass(frozen=True)
class MeasureLine:
    """A measure, how it is counted, and its counts."""

    name: str
    words: str
    cells: list[MeasureCell]


def measure_lines(offices: Sequence[RegionalOffice], day: str) -> list[MeasureLine]:
    """Each measure at each office: the records are read once for all of them."""
    register = read_register()

    def cell(measure: str, office: str) -> MeasureCell:
        return MeasureCell(
            number_of(count(measure, office, day, register)), measure_url(measure, office, day)
        )

    return [
        MeasureLine(
            name=capital(measure.label),
            words=str(DEFINITIONS[measure].words),
            cells=[cell(measure, office.code) for office in offices],
        )
        for measure in Measure
    ]


def number_of(counted: Count | None) -> str:
    """The count, with its whole where it is a part."""
    if counted is None:
        return "–"
    if counted.of_total is None:
        return number(counted.value)
    facts = {"value": number(counted.value), "total": number(counted.of_total)}
    return _("%(value)s of %(total)s") % facts


@dataclass(frozen=True)
class ShownRow:
    """A counted record with its page in the register."""

    name: str
    code: str
    url: str
    period: str
    source: str
    is_invented: bool


def shown_rows(rows: Sequence[CountedRow]) -> list[ShownRow]:
    """By name in the reader's language."""
    found = [
        ShownRow(
            name=row.name,
            code=row.code,
            url=record_url(row.collection, row.key),
            period="" if row.collection == COUNTRIES else years(row.starts_on, row.ends_on),
            source=row.source,
            is_invented=row.provenance == "invented",
        )
        for row in rows
    ]
    return sorted(found, key=lambda row: (in_order(row.name), row.period))
