"""What the briefings of offices and countries share: two sheets for somebody who has two minutes.

The lists are those of the briefing on the Board's pages, cut as they are cut there.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import Final

from django.conf import settings
from django.utils.translation import gettext as _

from reporting.pages.briefings.parts import LETTERS, Briefing, Line, SourcedFact
from reporting.pages.editions import Reading
from reporting.pages.findings import ShownFinding
from reporting.pages.head import for_session, reconstruction
from reporting.pages.requests import RequestRow
from reporting.pages.words import as_sentence, listed
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
from reporting.papers.builders.changed import changed_tables
from reporting.papers.builders.frame import framed, invented, mark
from reporting.papers.builders.marked import aside, cut, english
from reporting.papers.reading import Source

Blocks = Callable[[Source, Reading, Briefing], Iterable[Block]]
Group = tuple[ShownFinding, list[str]]
SHEETS: Final = 2
SHOWN: Final = 4
"""Rows of a table, each of one or two lines."""
CELL: Final = 90
"""Letters of a text in a narrow cell."""


def paper(
    source: Source, key: str, page_of: Callable[[Reading], Briefing], blocks: Blocks
) -> Document:
    """A briefing as a paper: its finding under its name, and what a correction changed in it."""
    reading = source.section(key)
    page = page_of(reading)

    told = tuple(blocks(source, reading, page))

    def before(earlier: Source) -> Iterable[Block]:
        there = earlier.section(key) if earlier.has(key) else None
        return blocks(earlier, there, page_of(there)) if there else ()

    return framed(
        source,
        title=page.head.title,
        subtitle=str(page.head.headline),
        blocks=(
            *opening(reading, page),
            *told,
            *changed_tables(source, told, before),
            *closing(source, reading, page),
        ),
        sheets=SHEETS,
    )


def opening(reading: Reading, page: Briefing) -> Iterator[Block]:
    """For which session, and what the page says below its finding."""
    yield Paragraph(words(for_session(reading)), style=FACT)
    if page.head.lead:
        yield Paragraph(words(str(page.head.lead)))


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
    return english(fact.value, LETTERS) if fact.is_english else cut(fact.value, LETTERS)


def basis_of(source: str, is_invented: bool) -> Runs:
    """By whose word a record stands, as the pages say it; sources stand in English."""
    if is_invented:
        return words(_("Invented for the demonstration"))
    return english(source, CELL) or words(_("Entered by staff"))


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
    about = f"{row.speaker}, {row.asked_in} · {row.state}"
    asked_for = aside(cut(row.asked.words, LETTERS, lang=row.asked.lang), about)
    done = cut(row.answer.words, LETTERS, lang=row.answer.lang)
    return (*asked_for, Run("\n"), *done) if done else asked_for


def next_steps(page: Briefing, told: Sequence[Line] = ()) -> Iterator[Block]:
    """The next steps that are due, and what ends, but for what a table has told already."""
    yield Heading(1, words(_("What comes next")))
    yield Paragraph(words(page.steps))
    yield from bullets([each for each in page.coming if each not in told])


def bullets(lines: Sequence[Line]) -> Iterator[Block]:
    """Lines of a list, each with its note."""
    if lines:
        yield Bullets(tuple(map(line, lines)))


def line(found: Line) -> Runs:
    """What, and beside it to whom or when it belongs."""
    return aside(cut(found.words, LETTERS, lang=found.lang), found.note)


def findings(title: str, groups: Sequence[Group], note: str) -> Iterator[Block]:
    """What the rules found, one row for each; where they found nothing, that."""
    yield Heading(1, words(_("Findings")))
    if groups:
        yield finding_table(title, groups, note)
    else:
        yield Paragraph(words(as_sentence(title)))
        yield from (Paragraph(words(note), style=SMALL) for _once in [note] if note)


def finding_table(title: str, groups: Sequence[Group], note: str) -> Table:
    """The findings that are shown; what one rule finds of several records is one row."""
    return Table(
        caption=title,
        columns=(
            TableColumn(_("Rule"), 2),
            TableColumn(_("Weight"), 4),
            TableColumn(_("Finding"), 12),
            TableColumn(_("About"), 8),
        ),
        rows=tuple(
            (words(first.rule), words(first.word), cut(first.title, CELL), cut(listed(about), CELL))
            for first, about in groups
        ),
        note=note,
    )


def grouped(found: Iterable[tuple[ShownFinding, Sequence[str]]]) -> list[Group]:
    """The findings by rule and words, each with all whom it concerns, in their order."""
    groups: dict[tuple[str, str], Group] = {}
    for each, about in found:
        _first, names = groups.setdefault((each.rule, each.title), (each, []))
        names.extend(name for name in about if name not in names)
    return list(groups.values())


def closing(source: Source, reading: Reading, page: Briefing) -> Iterator[Block]:
    """How it is cited, where it stands for good, and how to check that it is unchanged."""
    address = f"{settings.SITE_URL}{page.address}"
    yield Paragraph((Run(page.cite), Run(" "), Run(address, url=address)), style=SMALL)
    yield Paragraph((Run(f"{_('Checksum, SHA-256')} "), Run(page.checksum)), style=SMALL)
    for note in (reconstruction(reading), invented() if mark(source) else ""):
        if note:
            yield Paragraph(words(note), style=SMALL)
