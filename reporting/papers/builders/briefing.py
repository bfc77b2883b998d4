"""What the briefings of offices and countries share: two sheets for somebody who has two minutes.

The lists are those of the briefing on the Board's pages, cut as they are cut there.
"""

from collections.abc import Iterable, Iterator, Sequence
from typing import Final

from django.utils.translation import gettext as _

from reporting.pages.briefings.parts import LETTERS, Briefing, Line, SourcedFact
from reporting.pages.editions import Reading
from reporting.pages.findings import ShownFinding
from reporting.pages.head import for_session, reconstruction
from reporting.pages.requests import RequestRow
from reporting.papers.blocks import (
    FACT,
    SMALL,
    Block,
    Bullets,
    Document,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    TableColumn,
    words,
)
from reporting.papers.builders.frame import basis, framed
from reporting.papers.builders.marked import cut, runs
from reporting.papers.reading import Source

SHOWN: Final = 4
"""Rows of a table, each of one or two lines."""
CELL: Final = 90
"""Letters of a text in a narrow cell."""


def paper(source: Source, page: Briefing, blocks: Iterable[Block]) -> Document:
    """A briefing as a paper: its finding under its name."""
    return framed(
        source, title=page.head.title, subtitle=str(page.head.headline), blocks=tuple(blocks)
    )


def opening(reading: Reading, page: Briefing) -> Iterator[Block]:
    """For which session, what the page says below its finding, and what is on record."""
    yield Paragraph(words(for_session(reading)), style=FACT)
    if page.head.lead:
        yield Paragraph(words(str(page.head.lead)))
    yield facts(page.facts)


def facts(found: Sequence[SourcedFact]) -> Table:
    """The facts, each with by whose word it stands."""
    return Table(
        caption=_("What is on record"),
        columns=(
            TableColumn(_("Fact"), 4),
            TableColumn(_("On record"), 9),
            TableColumn(_("Basis"), 5),
        ),
        rows=tuple(
            (words(fact.name, strong=True), value(fact), basis_of(fact.source, fact.is_invented))
            for fact in found
        ),
    )


def value(fact: SourcedFact) -> Runs:
    """What is on record; a text in English says so."""
    return cut(fact.value, LETTERS, lang="en" if fact.is_english else "")


def basis_of(source: str, is_invented: bool) -> Runs:
    """By whose word a record stands, as the pages say it."""
    if is_invented:
        return words(_("Invented for the demonstration"))
    return cut(source or _("Entered by staff"), CELL)


def changed(page: Briefing) -> Iterator[Block]:
    """What moved since the publication before."""
    yield Heading(1, words(_("What changed since the last session")))
    yield Paragraph(words(page.changed))
    yield from bullets(page.changes)


def held_back(page: Briefing) -> Iterator[Block]:
    """The constraints named most."""
    yield Heading(1, words(_("Why it is not full")))
    if page.reasons:
        yield from bullets(page.reasons)
    else:
        yield Paragraph(words(_("No answer names a constraint.")))


def asked(page: Briefing) -> Iterator[Block]:
    """What members asked for that concerns it."""
    if page.requests:
        yield Heading(1, words(_("Asked by members")))
        yield Bullets(tuple(map(request, page.requests)))


def request(row: RequestRow) -> Runs:
    """A request with who asked and how far it is; below it what was done."""
    about = Run(f" · {row.speaker}, {row.asked_in} · {row.state}", emphasis=True)
    done = cut(row.answer.words, LETTERS, lang=row.answer.lang)
    asked_for = cut(row.asked.words, LETTERS, lang=row.asked.lang)
    return (*asked_for, about, Run("\n"), *done) if done else (*asked_for, about)


def next_steps(page: Briefing) -> Iterator[Block]:
    """The next steps that are due, and what ends."""
    yield Heading(1, words(_("What comes next")))
    yield Paragraph(words(page.steps))
    yield from bullets(page.coming)


def bullets(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines of a list, each with its note."""
    if lines:
        yield Bullets(tuple(map(line, lines)))


def line(found: Line) -> Runs:
    """What, and beside it to whom or when it belongs."""
    said = cut(found.words, LETTERS, lang=found.lang)
    return (*said, Run(f" · {found.note}", emphasis=True)) if found.note else said


def finding_table(title: str, rows: Sequence[tuple[ShownFinding, str]], note: str) -> Table:
    """Findings, each with whom it concerns."""
    return Table(
        caption=str(title),
        columns=(
            TableColumn(_("Rule"), 1),
            TableColumn(_("Weight"), 2),
            TableColumn(_("Finding"), 8),
            TableColumn(_("About"), 4),
        ),
        rows=tuple(
            (
                words(each.rule),
                words(each.word),
                runs(each.title),
                cut(about, CELL),
            )
            for each, about in rows
        ),
        note=note,
    )


def closing(source: Source, reading: Reading, page: Briefing) -> Iterator[Block]:
    """How it is cited, where it stands for good, and how to check that it is unchanged."""
    if note := reconstruction(reading):
        yield Paragraph(words(note), style=SMALL)
    yield Paragraph(words(page.cite), style=SMALL)
    yield from basis(source)
