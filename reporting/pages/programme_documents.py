"""Programme documents as a list, each beside the framework of its country."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from programmes.models import CountryProgrammeDocument
from regions.timelines import Axis, Event, Period, Year
from reporting.deriving import derived_in
from reporting.headlines import programme_documents as headlines
from reporting.pages.alignment import document_counts, document_unchecked
from reporting.pages.count_table import (
    CountColumn,
    CountTable,
    count_sheet,
    count_table,
    counts_of,
    selected,
)
from reporting.pages.country_rows import document_name, stage_word
from reporting.pages.editions import Reading
from reporting.pages.filtering import ANSWERS, FilterBar, filter_bar, office_options, options
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.parts import Crumb, named, trail
from reporting.pages.periods import document_bars, framework_bars, today_mark, whole_axis
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.pages.words import capital, years

Row = Mapping[str, Any]
COLLECTION = "programme-documents"


@dataclass(frozen=True)
class ProgrammeRow:
    """A programme document beside the framework of its country."""

    name: str
    code: str
    url: str
    document: str
    period: str
    stage: str
    derived: str
    framework: str
    periods: list[Period]
    note: str
    source: str
    is_invented: bool
    findings: str
    unchecked: str


@dataclass(frozen=True)
class ProgrammesPage:
    """Programme documents, a part of them at a time."""

    head: Head
    counts: CountTable
    title: str
    filters: FilterBar
    rows: list[ProgrammeRow]
    years: list[Year]
    today: Event
    part: Page


def programme_documents_page(reading: Reading) -> ProgrammesPage:
    """The programme documents that pass the filters; without one, every document on record."""
    axis = whole_axis(reading)
    section = reading.section
    dated = headlines.dated(section["dated"], section["total"])
    return ProgrammesPage(
        head=programmes_head(reading),
        counts=counts(reading),
        title=reading.says("list", dated),
        filters=document_filters(reading),
        rows=[programme_row(reading, row, axis) for row in reading.rows],
        years=axis.years(),
        today=today_mark(axis, reading.register_day),
        part=reading.page,
    )


def programmes_head(reading: Reading) -> Head:
    """How many are derived from their framework."""
    return Head(
        title=_("Programme documents"),
        headline=headline(reading),
        lead=_("A period that is not stated is not known; none is assumed."),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Programme documents"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def headline(reading: Reading) -> str:
    """The finding of the whole; of a choice, how many pass."""
    if reading.filters:
        return reading.says("narrowed", headlines.passing(reading.total))
    whole = counts_of(reading, None)
    words = headlines.derived(whole["derived"], whole["new"], whole["derivation_unknown"])
    return reading.says("page", words, whole["not_derived"], reading.section["total"])


def counts(reading: Reading) -> CountTable:
    """The programme documents on record on the day of the register, by office."""
    whole = counts_of(reading, None)
    words = headlines.running(whole["running"], whole["on_record"])
    return count_table(reading, reading.says("offices", words), count_columns(reading))


def count_columns(reading: Reading) -> list[CountColumn]:
    """On record, derivation, under way."""
    columns = [
        ("on_record", _("On record"), "#indicator+num+document"),
        ("running", _("Under way"), "#indicator+num+document+running"),
        ("new", _("New generation"), "#indicator+num+document+new"),
        ("derived", _("Derived"), "#indicator+num+document+derived"),
        ("not_derived", _("Not derived"), "#indicator+num+document+notderived"),
        ("derivation_unknown", _("Not recorded"), "#indicator+num+document+unknown"),
    ]
    return [selected(reading, COLLECTION, *column) for column in columns]


def document_filters(reading: Reading) -> FilterBar:
    """By office, generation and derivation; what else a figure counted comes with its address."""
    generations = dict(CountryProgrammeDocument.Generation.choices)
    return filter_bar(
        reading,
        COLLECTION,
        office=(_("Office"), office_options(reading)),
        generation=(_("Generation"), options(generations)),
        derived=(_("Derived"), options(ANSWERS)),
    )


def programme_row(reading: Reading, row: Row, axis: Axis) -> ProgrammeRow:
    """One programme document."""
    today = reading.register_day
    bars = [*framework_bars(axis, row["frameworks"], today), *document_bars(axis, [row], None)]
    periods = [years(each["starts_on"], each["ends_on"]) for each in row["frameworks"]]
    return ProgrammeRow(
        name=named(row),
        code=row["country"],
        url=reading.to("country", code=row["country"]),
        document=document_name(row),
        period=years(row["starts_on"], row["ends_on"]),
        stage=stage_word(row["stage"]),
        derived=capital(ANSWERS[derived_in(row)]),
        framework=", ".join(periods),
        periods=bars,
        note=row["note"],
        source=row["source"],
        is_invented=row["provenance"] == "invented",
        findings=document_counts(row["findings"]),
        unchecked=document_unchecked(row["findings"]),
    )


def programme_documents_sheet(reading: Reading) -> Sheet:
    """The list as data."""
    columns = [
        Column(_("Code"), "#country+code"),
        Column(_("Country"), "#country+name"),
        Column(_("Generation"), "#status+generation"),
        Column(_("Kind"), "#status+kind"),
        Column(_("Starts"), "#date+start"),
        Column(_("Ends"), "#date+end"),
        Column(_("Stage"), "#status+stage"),
        Column(_("Derived"), "#status+derived"),
        Column(_("Frameworks"), "#date+framework+list"),
        Column(_("Errors"), "#indicator+num+finding+error"),
        Column(_("Warnings"), "#indicator+num+finding+warning"),
        Column(_("Could not be checked"), "#indicator+num+finding+unchecked"),
        Column(_("Note"), "#description"),
        Column(_("Basis"), "#meta+source"),
        Column(_("Provenance"), "#meta+provenance"),
    ]
    rows = (document_cells(row) for row in reading.rows)
    return Sheet(_("Programme documents"), columns, rows)


def document_cells(row: Row) -> list[Cell]:
    """One row of it."""
    counts = row["findings"]
    periods = [years(each["starts_on"], each["ends_on"]) for each in row["frameworks"]]
    return [
        *(row["country"], named(row), row["generation"], row["kind"]),
        *(row["starts_on"], row["ends_on"], row["stage"], derived_in(row), " ".join(periods)),
        *(counts["error"], counts["warning"], counts["not_checkable"]),
        *(row["note"], row["source"], row["provenance"]),
    ]


def document_offices_sheet(reading: Reading) -> Sheet:
    """The counts by office as data."""
    return count_sheet(_("Programme documents by office"), counts(reading), count_columns(reading))
