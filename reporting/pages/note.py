"""The note by the secretariat as a page: each figure leads to its records."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from typing import Any

from django.urls import translate_url
from django.utils.translation import gettext as _

from regions.charts import Segment, segments
from regions.foreign import direction, is_foreign, language_name
from regions.languages import CODES
from reporting.models import IssuedNote
from reporting.pages.editions import Reading
from reporting.pages.head import Head, notices, publication_facts
from reporting.pages.parts import Crumb, Fact, Link, trail
from reporting.pages.verdicts import IN_SHARES
from reporting.pages.words import day
from reporting.papers.blocks import (
    Block,
    Bullets,
    Chart,
    Heading,
    Masthead,
    Paragraph,
    Run,
    Runs,
    Table,
)
from reporting.papers.figures import Cited, Figures
from reporting.papers.meanings import cited_at, described


@dataclass(frozen=True)
class Piece:
    """Words in one manner; `note` is the number of the footnote that hangs at their end."""

    run: Run
    note: int = 0

    @property
    def lang(self) -> str:
        """The language of words that are not in that of the page."""
        return self.run.lang if self.run.lang and is_foreign(self.run.lang) else ""

    @property
    def direction(self) -> str:
        """Which way they run."""
        return direction(self.lang) if self.lang else ""


Pieces = list[Piece]


@dataclass(frozen=True)
class BarLine:
    """One bar of a chart."""

    label: str
    segments: list[Segment]
    said: str


@dataclass(frozen=True)
class Cell:
    """A cell of a table; the only one of its row spans the width."""

    pieces: Pieces
    is_number: bool = False
    span: int = 0


@dataclass(frozen=True)
class Line:
    """A block of the text: what it is, and its words or its table."""

    block: Block
    pieces: Pieces = field(default_factory=list)
    rows: list[list[Cell]] = field(default_factory=list)
    bars: list[BarLine] = field(default_factory=list)


@dataclass(frozen=True)
class Part:
    """What stands under one heading of the first level; before the first, without one."""

    anchor: str
    title: Pieces
    lines: list[Line]


@dataclass(frozen=True)
class Footnote:
    """A footnote under its number."""

    number: int
    pieces: Pieces


@dataclass(frozen=True)
class FigureRow:
    """A figure of the text under its reference: how it reads, what it is, whence it comes."""

    ref: str
    anchor: str
    text: str
    meaning: str
    source: str
    url: str


@dataclass(frozen=True)
class NotePage:
    """The note in the reader's language, or that it is not issued in it."""

    head: Head
    parts: Sequence[Part] = ()
    footnotes: Sequence[Footnote] = ()
    figures: Sequence[FigureRow] = ()
    languages: Sequence[Link] = ()
    issue: str = ""
    issues: Sequence[Link] = ()


class Reader:
    """Reads blocks in their order and numbers the footnotes that it meets."""

    def __init__(self, *, rtl: bool) -> None:
        self.rtl = rtl
        self.footnotes: list[Footnote] = []

    def parts(self, blocks: Iterable[Block]) -> list[Part]:
        """The text part by part; a part begins with a heading of the first level."""
        found = [Part("", [], [])]
        for block in blocks:
            if isinstance(block, Heading) and block.level == 1:
                found.append(Part(block.anchor, self.pieces(block.runs), []))
            else:
                found[-1].lines.append(self.line(block))
        return [part for part in found if part.title or part.lines]

    def line(self, block: Block) -> Line:
        """One block."""
        match block:
            case Heading(runs=runs) | Paragraph(runs=runs):
                return Line(block, self.pieces(runs))
            case Table(rows=rows):
                return Line(block, rows=[self.cells(block, row) for row in rows])
            case Chart():
                return Line(block, bars=list(bars(block, rtl=self.rtl)))
            case Bullets(items=items):
                return Line(block, rows=[[Cell(self.pieces(item))] for item in items])
            case _:
                return Line(block)

    def cells(self, table: Table, row: Sequence[Runs]) -> list[Cell]:
        """A row; numbers stand at the end side of their column."""
        if len(row) == 1 < len(table.columns):
            return [Cell(self.pieces(row[0]), span=len(table.columns))]
        return [
            Cell(self.pieces(cell), column.is_number)
            for cell, column in zip(row, table.columns, strict=True)
        ]

    def pieces(self, runs: Runs) -> Pieces:
        """Words with the numbers of their footnotes."""
        return [Piece(run, self.hang(run.note) if run.note else 0) for run in runs]

    def hang(self, note: Runs) -> int:
        """The number of a footnote; those inside of it would follow it."""
        number = len(self.footnotes) + 1
        self.footnotes.append(Footnote(number, []))
        self.footnotes[-1].pieces.extend(self.pieces(note))
        return number


def bars(chart: Chart, *, rtl: bool) -> Iterator[BarLine]:
    """The bars of a chart of verdicts, each on the scale of its own answers."""
    for bar in chart.bars:
        counts = dict(zip(map(str, IN_SHARES), bar.parts, strict=True))
        yield BarLine(bar.label, segments(counts, rtl=rtl), bar.said)


def note_head(reading: Reading, masthead: Masthead) -> Head:
    """The masthead as the head of a page."""
    return Head(
        title=_("Note by the secretariat"),
        headline=masthead.title,
        lead=masthead.byline,
        eyebrow=masthead.session,
        crumbs=crumbs(reading),
        facts=[*masthead_facts(masthead), *publication_facts(reading)[:2]],
        notices=notices(reading),
    )


def crumbs(reading: Reading) -> list[Crumb]:
    """The way to this page."""
    papers = Crumb(_("Papers"), reading.to("papers"))
    return trail(reading, papers, Crumb(_("Note by the secretariat")))


def masthead_facts(masthead: Masthead) -> list[Fact]:
    """Symbol, day and place on the agenda; a symbol that is not given yet says so."""
    facts: list[tuple[str, Any]] = [
        (_("Document"), masthead.symbol or _("symbol not given yet")),
        (_("Date"), masthead.date),
        (_("Session"), masthead.place),
        (_("Agenda"), masthead.agenda),
    ]
    return [Fact(name, value) for name, value in facts if value]


def not_issued(reading: Reading, issues: Sequence[IssuedNote]) -> Head:
    """That there is no note in this language; the languages there are stand below."""
    found = _("The note is not issued in this language") if issues else None
    return Head(
        title=_("Note by the secretariat"),
        headline=found or _("The note of this publication is not issued yet"),
        crumbs=crumbs(reading),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def other_languages(reading: Reading, issues: Sequence[IssuedNote]) -> list[Link]:
    """The note in the languages there are, each by its name in the reader's words."""
    here = reading.to("note")
    codes = [code for code in CODES if code in {each.language for each in issues}]
    return [Link(language_name(code), translate_url(here, code)) for code in codes]


def other_issues(reading: Reading, shown: IssuedNote, issues: Sequence[IssuedNote]) -> list[Link]:
    """The other issues in this language: what was cited can still be read."""
    return [
        Link(_("Issue %(n)s") % {"n": each.number}, reading.to("note", {"issue": str(each.number)}))
        for each in issues
        if each != shown
    ]


def issue_words(issue: IssuedNote) -> str:
    """Which issue it is, and why there is a new one; nothing for the only one."""
    facts = {"n": issue.number, "day": day(issue.issued_at.date().isoformat())}
    if not issue.reason:
        return _("Issue %(n)s, of %(day)s.") % facts
    return _("Issue %(n)s, of %(day)s: %(reason)s") % {**facts, "reason": issue.reason}


def figure_rows(figures: Figures) -> list[FigureRow]:
    """Every figure of the text, in the order of its references."""
    return [figure_row(figures, cited) for cited in figures.cited.values()]


def figure_row(figures: Figures, cited: Cited) -> FigureRow:
    """One figure."""
    return FigureRow(
        ref=cited.ref,
        anchor=cited.anchor,
        text=cited.text,
        meaning=described(figures.section, cited.bound),
        source=cited_at(figures.figure(cited.bound) or {}),
        url=cited.url,
    )
