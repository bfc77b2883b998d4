"""The briefing of a country on two sheets."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from regions.numbers import DASH
from reporting.headlines import country as headlines
from reporting.pages.briefings.country import country_briefing
from reporting.pages.briefings.parts import Briefing
from reporting.pages.country import country_findings
from reporting.pages.country_programme import SupportRow, support_row
from reporting.pages.editions import Reading
from reporting.pages.findings import unchecked_words
from reporting.pages.team_answers import answers_of
from reporting.pages.timeline import PeriodRow, timeline
from reporting.pages.words import as_sentence, day, number
from reporting.papers.blocks import Block, Document, Heading, Runs, Table, TableColumn, words
from reporting.papers.builders import briefing
from reporting.papers.builders.marked import cut, english
from reporting.papers.builders.standings import by_pillar
from reporting.papers.reading import Source
from reporting.snapshots.sections.alignment import counted


def country(source: Source, code: str) -> Document:
    """A country: its framework, UN-Habitat's part in it, how its team answers, what comes."""
    return briefing.paper(source, f"country:{code}", country_briefing, blocks)


def blocks(_source: Source, reading: Reading, page: Briefing) -> Iterator[Block]:
    """Part by part."""
    yield briefing.facts(page.facts)
    yield from periods(reading)
    yield from standing(reading)
    yield from briefing.changed(page)
    yield from briefing.held_back(page)
    yield from found(reading)
    yield from support(reading)
    yield from briefing.asked(page)
    yield from briefing.next_steps(page)


def periods(reading: Reading) -> Iterator[Block]:
    """Framework and programme document, one beside the other."""
    drawn = timeline(reading, "")
    if drawn is None:
        return
    section, today = reading.section, reading.register_day
    yield Heading(1, words(_("Framework and programme document")))
    yield Table(
        caption=headlines.periods(section["frameworks"], section["documents"], today),
        columns=(
            TableColumn(_("Period"), 5),
            TableColumn(_("From"), 4),
            TableColumn(_("To"), 4),
            TableColumn(_("Months"), 2, is_number=True),
            TableColumn(_("Basis"), 5),
        ),
        rows=tuple(map(period, drawn.table)),
    )


def period(row: PeriodRow) -> tuple[Runs, ...]:
    """One period with its months and its basis."""
    days = (words(day(row.first)), words(day(row.last)))
    return (words(row.name), *days, words(number(row.months)), basis(row))


def basis(row: PeriodRow) -> Runs:
    """By whose word a period stands; one that we computed has no source but the others."""
    if row.is_computed:
        return words(_("Computed from the dates above"))
    return briefing.basis_of(row.source, row.is_invented)


def standing(reading: Reading) -> Iterator[Block]:
    """How the team answers; nothing where no team is asked."""
    answers = answers_of(reading)
    if answers is not None:
        asked = [row for row in reading.section["pillars"] if any(row["tally"].values())]
        yield from by_pillar(str(answers.title), asked, reading.section)


def found(reading: Reading) -> Iterator[Block]:
    """What the rules find, the weightiest first."""
    part = country_findings(reading)
    groups = briefing.grouped((each, [each.about]) for each in part.open)
    yield from briefing.findings(str(part.title), groups[: briefing.SHOWN], unchecked(reading))


def unchecked(reading: Reading) -> str:
    """How much could not be checked, which is not passed."""
    part = reading.section.get("alignment")
    said = unchecked_words(counted(part["checked"])) if part else ""
    return as_sentence(said) if said else ""


def support(reading: Reading) -> Iterator[Block]:
    """The roles in regional mechanisms that support the country."""
    rows = [support_row(row) for row in reading.section["mechanisms"][: briefing.SHOWN]]
    if rows:
        yield Table(
            caption=headlines.support(reading.section["mechanisms"]),
            columns=(
                TableColumn(_("Mechanism"), 6),
                TableColumn(_("Role"), 3),
                TableColumn(_("What UN-Habitat brings"), 6),
            ),
            rows=tuple(map(support_cells, rows)),
        )


def support_cells(row: SupportRow) -> tuple[Runs, ...]:
    """One role."""
    return (
        cut(row.name, briefing.CELL),
        words(row.role),
        english(row.topic, briefing.CELL) or words(DASH),
    )
