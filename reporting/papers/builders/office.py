"""The briefing of an office on two sheets."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Final

from django.utils.translation import gettext as _

from regions.numbers import DASH
from regions.templatetags.figures import figure_text
from reporting import headlines
from reporting.completeness import Completeness
from reporting.pages import frameworks, programme_documents
from reporting.pages.alignment import office_findings, rest
from reporting.pages.briefings.office import ends as coming_ends
from reporting.pages.briefings.office import figure_source, office_briefing
from reporting.pages.briefings.parts import FACTS, Briefing
from reporting.pages.calendar_ends import EndRow, end_row, published_end
from reporting.pages.completeness import completeness_words
from reporting.pages.count_table import CountColumn
from reporting.pages.editions import Reading
from reporting.pages.figures import ShownFigure, shown
from reporting.pages.mechanisms import MechanismRow, mechanism_rows
from reporting.pages.offices import asked_pillars, frameworks_running, roles_held
from reporting.pages.parts import area, titled
from reporting.pages.words import day, listed, number, sentences
from reporting.papers.blocks import Block, Document, Heading, Runs, Table, TableColumn, words
from reporting.papers.builders import briefing
from reporting.papers.builders.marked import cut, english
from reporting.papers.builders.standings import by_pillar
from reporting.papers.reading import Source
from reporting.scorecards import from_record
from reporting.views.rows import Listed

Row = Mapping[str, Any]
ENDS: Final = Listed("framework-ends", facets=("office",))


def office(source: Source, code: str) -> Document:
    """An office: how it answers, what is on record, what changed and what comes."""
    return briefing.paper(source, f"office:{code}", office_briefing, blocks)


def blocks(source: Source, reading: Reading, page: Briefing) -> Iterator[Block]:
    """Part by part."""
    yield from figures(reading)
    yield from by_pillar(
        finding(reading), asked_pillars(reading.section), reading.section["office"]
    )
    yield from briefing.changed(page)
    yield from briefing.held_back(page)
    yield from found(reading)
    yield from programmes(source, reading)
    yield from roles(reading)
    yield from briefing.asked(page)
    yield from briefing.next_steps(page, list(coming_ends(reading.section)))


def finding(reading: Reading) -> str:
    """In which pillars the share is highest and lowest."""
    pillars = asked_pillars(reading.section)
    ranked = [(titled(row), from_record(row["tally"])) for row in pillars]
    return headlines.extremes(ranked) or _("By pillar")


def figures(reading: Reading) -> Iterator[Block]:
    """The figures as they were reported, each beside its count, and what the register holds."""
    rows = list(map(figure_cells, shown(reading, reading.section["figures"][:FACTS], {})))
    rows += contributions(reading)
    if rows:
        yield Table(
            caption=_("Reported and counted figures"),
            columns=(
                TableColumn(_("Figure"), 7),
                TableColumn(_("Reported"), 3),
                TableColumn(_("Counted"), 3),
                TableColumn(_("Basis"), 6),
            ),
            rows=tuple(rows),
        )


def contributions(reading: Reading) -> Iterator[tuple[Runs, ...]]:
    """Of how many frameworks the specific contribution is on record, which nobody reported."""
    said = completeness_words(Completeness(**reading.section["completeness"]))
    if said:
        register = _("Register as of %(day)s") % {"day": day(reading.register_day)}
        name = words(_("Specific contribution"), strong=True)
        yield (name, words(DASH), words(said), words(register))


def figure_cells(each: ShownFigure) -> tuple[Runs, ...]:
    """One figure, its hedge kept; what was not counted is a dash."""
    reported = figure_text(each.value, each.qualifier, each.of_total, each.of_total_qualifier)
    counted = each.figure.counted
    said = figure_text(counted.value, "exactly", counted.of_total) if counted else DASH
    return (
        words(each.area, strong=True),
        words(reported),
        words(said),
        words(figure_source(each)),
    )


def found(reading: Reading) -> Iterator[Block]:
    """The weightiest findings on the office and what it serves."""
    part = office_findings(reading)
    if part is None:
        return
    rows = [(row.finding, [link.label for link in row.countries]) for row in part.rows]
    groups = briefing.grouped(rows)[: briefing.SHOWN]
    shown_here = {first.rule for first, _about in groups}
    left = [row for row in part.rows if row.finding.rule not in shown_here]
    more = rest(reading.section["alignment"]["open"] - len(part.rows) + len(left))
    yield from briefing.findings(str(part.title), groups, sentences(part.note, more))


def programmes(source: Source, reading: Reading) -> Iterator[Block]:
    """Frameworks and programme documents in numbers, and the frameworks that end first."""
    here, running = reading.section["office"], frameworks_running(reading.section)[0]
    kept, documents = source.section("frameworks"), source.section("programme-documents")
    yield Heading(1, words(_("Frameworks and programme documents")))
    yield numbers(running, frameworks.count_columns(kept), here)
    heading = _("Programme documents")
    yield numbers(heading, programme_documents.count_columns(documents), here)
    yield from ends(source, reading)


def numbers(caption: str, columns: Sequence[CountColumn], here: Row) -> Table:
    """How many of each are on record of the office, and of all offices."""
    heads = [TableColumn(column.label, 3, is_number=True) for column in columns]
    rows = ((area(here), here["code"]), (_("All offices"), None))
    return Table(
        caption=caption,
        columns=(TableColumn(_("Office"), 5), *heads),
        rows=tuple(
            (words(name), *(count(column.number(code)) for column in columns))
            for name, code in rows
        ),
    )


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
                TableColumn(_("Ends"), 4),
                TableColumn(_("Next on record"), 2),
                TableColumn(_("Programme documents"), 4),
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
        yield (name, words(role.role), english(role.topic, briefing.CELL) or words(DASH))
