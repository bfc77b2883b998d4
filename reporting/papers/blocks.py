"""What a paper is made of, before anybody prints it: no markup, no template, no language.

A builder makes a `Document` from a publication in one language; the printers of PDF and Word
draw the same one. All its words are final: a printer adds none. As text is only ever data here,
what people wrote stays inert whatever it contains.
"""

from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, field
from typing import Any, Final

BODY: Final = "body"
SMALL: Final = "small"
FACT: Final = "fact"


@dataclass(frozen=True)
class Run:
    """Words in one manner.

    `ref` is the reference of a figure (`F3`), by which it is looked up on the page of the
    paper; `lang` is set where the words are in another language than the paper; `note` are
    the words of a footnote that hangs at the end of the run.
    """

    text: str
    strong: bool = False
    emphasis: bool = False
    ref: str = ""
    url: str = ""
    lang: str = ""
    note: "tuple[Run, ...]" = ()
    kind: str = field(default="run", init=False)


Runs = tuple[Run, ...]


def words(text: str, **manner: Any) -> Runs:
    """A text as the one run that it mostly is; nothing for no text."""
    return (Run(text, **manner),) if text else ()


@dataclass(frozen=True)
class Heading:
    """A heading: level 1 for a part, 2 and 3 below. `anchor` is where links lead to."""

    level: int
    runs: Runs
    anchor: str = ""
    kind: str = field(default="heading", init=False)


@dataclass(frozen=True)
class Paragraph:
    """A paragraph: numbered through the paper where it has a number, else as its style says.

    `style` is `body`, `small` (a note under a table) or `fact` (a line of a masthead or cover).
    """

    runs: Runs
    number: int | None = None
    style: str = BODY
    anchor: str = ""
    kind: str = field(default="paragraph", init=False)


@dataclass(frozen=True)
class Bullets:
    """A list without numbers."""

    items: tuple[Runs, ...]
    kind: str = field(default="bullets", init=False)


@dataclass(frozen=True)
class TableColumn:
    """A column: its head, its share of the width (they are added up), numbers at the end side."""

    head: str
    share: int = 1
    is_number: bool = False


@dataclass(frozen=True)
class Table:
    """A table with a caption and heads that are repeated on every sheet.

    A row that begins a group holds one cell, which spans the width. The first cell of any
    other row names it. `is_total` are the places of rows that stand between strong rules.
    """

    caption: str
    columns: tuple[TableColumn, ...]
    rows: "tuple[tuple[Runs, ...], ...]"
    totals: tuple[int, ...] = ()
    note: str = ""
    kind: str = field(default="table", init=False)


@dataclass(frozen=True)
class Bar:
    """One bar of a chart: its name, the parts in the chart's order, and what stands at its end."""

    label: str
    parts: tuple[int, ...]
    said: str = ""


@dataclass(frozen=True)
class Chart:
    """Stacked bars, one below the other, on one scale. `alt` says what the chart says.

    `parts` are the words of the parts, in order; they are told apart by texture before colour
    (full solid dark, partial solid light, not started hatched, not assessed outlined).
    """

    caption: str
    alt: str
    parts: tuple[str, ...]
    bars: tuple[Bar, ...]
    is_share: bool = True
    note: str = ""
    kind: str = field(default="chart", init=False)


@dataclass(frozen=True)
class PageBreak:
    """What follows begins on a new sheet."""

    kind: str = field(default="page_break", init=False)


Block = Heading | Paragraph | Bullets | Table | Chart | PageBreak


@dataclass(frozen=True)
class Masthead:
    """The head of a document of the Board in the layout of the United Nations.

    An empty symbol leaves its place open. `original` is the line on the original language, empty
    in the original itself.
    """

    organisation: str
    symbol: str
    programme: str
    distribution: str
    date: str
    language: str
    original: str
    body: str
    session: str
    place: str
    agenda: str
    agenda_title: str
    title: str
    byline: str = ""


@dataclass(frozen=True)
class Document:
    """A whole paper in one language, ready to be printed.

    `mark` is printed on every sheet where the data are made up for a demonstration, and
    `foot` names the publication with its checksum. `made_on` is the day it bears, so that the
    same paper is the same bytes. A paper that may take only so many `sheets` is set closer than
    others, and closer still until it fits, then its texts are cut; none for as many as it needs.
    """

    language: str
    title: str
    symbol: str
    foot: str
    made_on: str
    blocks: tuple[Block, ...]
    masthead: Masthead | None = None
    subtitle: str = ""
    mark: str = ""
    keywords: tuple[str, ...] = ()
    author: str = "UN-Habitat"
    sheets: int = 0

    @property
    def is_rtl(self) -> bool:
        """Whether it is written from right to left."""
        return self.language == "ar"

    def as_record(self) -> dict[str, Any]:
        """The document as plain data, as the printing process takes it."""
        return {**asdict(self), "is_rtl": self.is_rtl}


def all_runs(document: Document) -> Iterator[Run]:
    """Every run of a document in reading order, those of footnotes after what they hang at."""
    for block in document.blocks:
        for runs in runs_of(block):
            yield from flat(runs)


def runs_of(block: Block) -> Iterator[Runs]:
    """The runs of one block."""
    match block:
        case Heading(runs=runs) | Paragraph(runs=runs):
            yield runs
        case Bullets(items=items):
            yield from items
        case Table(rows=rows):
            yield from (cell for row in rows for cell in row)
        case _:
            return


def flat(runs: Sequence[Run]) -> Iterator[Run]:
    """Runs with those of their footnotes."""
    for run in runs:
        yield run
        yield from flat(run.note)


def plain(document: Document) -> str:
    """The text of a document, as tests and comparisons read it."""
    return "\n".join(
        "".join(run.text for run in runs) for b in document.blocks for runs in runs_of(b)
    )
