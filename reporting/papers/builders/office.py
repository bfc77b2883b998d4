"""The briefing of an office on two sheets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.pages import frameworks, mechanisms, programme_documents
from reporting.pages.alignment import office_findings, rest
from reporting.pages.briefings.office import office_briefing
from reporting.pages.calendar_ends import EndRow, end_row, published_end
from reporting.pages.count_table import CountColumn
from reporting.pages.editions import Reading
from reporting.pages.mechanisms import MechanismRow, mechanism_rows
from reporting.pages.offices import asked_pillars, frameworks_running, roles_held
from reporting.pages.parts import titled
from reporting.pages.words import listed, number
from reporting.papers.blocks import Block, Document, Heading, Runs, Table, TableColumn, words
from reporting.papers.builders import briefing
from reporting.papers.builders.marked import cut
from reporting.papers.builders.standings import DASH, by_pillar
from reporting.papers.reading import Source
from reporting.scorecards import from_record
from reporting.views.rows import Listed

Row = Mapping[str, Any]
ENDS: Final = Listed("framework-ends", facets=("office",))


def office(source: Source, code: str) -> Document:
    """An office: how it answers, what is on record, what changed and what comes."""
    reading = source.section(f"office:{code}")
    page = office_briefing(reading)
    return briefing.paper(
        source,
        page,
        (
            *briefing.opening(reading, page),
            *by_pillar(finding(reading), asked_pillars(reading.section), reading.section["office"]),
            *briefing.changed(page),
            *briefing.held_back(page),
            *found(reading),
            *programmes(source, reading),
            *roles(reading),
            *briefing.asked(page),
            *briefing.next_steps(page),
            *briefing.closing(source, reading, page),
        ),
    )


def finding(reading: Reading) -> str:
    """In which pillars the share is highest and lowest."""
    pillars = asked_pillars(reading.section)
    ranked = [(titled(row), from_record(row["tally"])) for row in pillars]
    return headlines.extremes(ranked) or _("By pillar")


def found(reading: Reading) -> Iterator[Block]:
    """The weightiest findings on the office and what it serves."""
    part = office_findings(reading)
    if part is None:
        return
    yield Heading(1, words(_("Findings")))
    rows = [
        (row.finding, listed([link.label for link in row.countries]))
        for row in part.rows[: briefing.SHOWN]
    ]
    more = rest(reading.section["alignment"]["open"] - len(rows))
    yield briefing.finding_table(part.title, rows, f"{part.note} {more}".strip())


def programmes(source: Source, reading: Reading) -> Iterator[Block]:
    """Frameworks and programme documents in numbers, and the frameworks that end first."""
    yield Heading(1, words(_("Frameworks and programme documents")))
    yield numbers(source, reading)
    yield from ends(source, reading)


def numbers(source: Source, reading: Reading) -> Table:
    """What is on record of the office, and of all offices."""
    code = reading.section["office"]["code"]
    parts = [
        (_("Frameworks"), frameworks.count_columns(source.section("frameworks"))),
        (
            _("Programme documents"),
            programme_documents.count_columns(source.section("programme-documents")),
        ),
        (_("Mechanisms"), mechanisms.count_columns(source.section("mechanisms"))[:2]),
    ]
    return Table(
        caption=frameworks_running(reading.section)[0],
        columns=(
            TableColumn(_("On record"), 6),
            TableColumn(_("Here"), 2, is_number=True),
            TableColumn(_("All offices"), 2, is_number=True),
        ),
        rows=tuple(row for name, columns in parts for row in counted(name, columns, code)),
    )


def counted(name: str, columns: Sequence[CountColumn], code: str) -> Iterator[tuple[Runs, ...]]:
    """The counts of one kind of record under its name."""
    yield (words(name, strong=True),)
    for column in columns:
        yield (words(column.label), count(column.number(code)), count(column.number(None)))


def count(found: int | None) -> Runs:
    """A number, or a dash where none is counted."""
    return words(DASH if found is None else number(found))


def ends(source: Source, reading: Reading) -> Iterator[Block]:
    """The frameworks that end first, with what is on record for the time after."""
    listed_ends = source.listed(
        "framework-calendar", ENDS, office=reading.section["office"]["code"]
    )
    rows = [
        end_row(published_end(row), {}, lambda _team: "")
        for row in listed_ends.rows[: briefing.SHOWN]
    ]
    if rows:
        yield Table(
            caption=_("The frameworks that end first"),
            columns=(
                TableColumn(_("Country team"), 4),
                TableColumn(_("Ends"), 3),
                TableColumn(_("Next on record"), 2),
                TableColumn(_("Programme documents"), 5),
            ),
            rows=tuple(map(end_cells, rows)),
        )


def end_cells(row: EndRow) -> tuple[Runs, ...]:
    """One framework."""
    documents = cut(listed(row.documents), briefing.CELL) or words(DASH)
    return (words(row.name), words(row.ends_on), words(row.successor or DASH), documents)


def roles(reading: Reading) -> Iterator[Block]:
    """The roles on record in mechanisms of the region."""
    rows = [
        cells
        for mechanism in mechanism_rows(reading, reading.section["mechanisms"])
        for cells in role_cells(mechanism)
    ]
    if rows:
        yield Table(
            caption=roles_held(reading.section["mechanisms"])[0],
            columns=(
                TableColumn(_("Mechanism"), 6),
                TableColumn(_("Role"), 3),
                TableColumn(_("What UN-Habitat brings"), 6),
            ),
            rows=tuple(rows[: briefing.SHOWN]),
        )


def role_cells(mechanism: MechanismRow) -> Iterator[tuple[Runs, ...]]:
    """The roles in one mechanism."""
    for role in mechanism.roles:
        name = cut(mechanism.name, briefing.CELL)
        yield (name, words(role.role), cut(role.topic, briefing.CELL) or words(DASH))
