"""The note by the secretariat: its issued text with the figures of the publication in place."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from regions.foreign import is_foreign, language_name
from reporting.papers.blocks import (
    SMALL,
    Block,
    Document,
    Heading,
    Masthead,
    Paragraph,
    Run,
    Runs,
    words,
)
from reporting.papers.builders import numerals
from reporting.papers.builders.changed import changed_figures
from reporting.papers.builders.cited import cited_figures
from reporting.papers.builders.frame import basis, framed
from reporting.papers.builders.masthead import masthead
from reporting.papers.exhibits import Exhibits
from reporting.papers.figures import Figures
from reporting.papers.notation import Bound, parse
from reporting.papers.reading import Source

Record = Mapping[str, Any]
LEVELS = {"heading": 1, "subheading": 2}


@dataclass(frozen=True)
class Written:
    """A note with its figures in place, before its lists and its frame."""

    masthead: Masthead
    blocks: tuple[Block, ...]
    figures: Figures


def note(source: Source, issue: Record) -> Document:
    """The note in the language that is active; `issue` is its text as it was issued.

    Its references lead to the page of this issue: in a later one F3 may be another figure.
    """
    written = write(source, issue, source.url("note", {"issue": str(issue["number"])}))
    head = issue["masthead"]
    return framed(
        source,
        title=written.masthead.title.rstrip("* "),
        symbol=written.masthead.symbol,
        masthead=written.masthead,
        blocks=(*written.blocks, *cited_figures(written.figures), *basis(source)),
        **({"made_on": head["dated_on"]} if head.get("dated_on") else {}),
    )


def write(source: Source, issue: Record, page: str = "") -> Written:
    """The text with its figures, and what a correction changed in them.

    `page` is the page of the note, to which the references of a paper lead.
    """
    section = source.section("papers")
    text = Text(Figures(section.section, source, page), Exhibits(source))
    title, notes = text.title(issue["paragraphs"])
    names = ("symbol", "dated_on", "agenda_item")
    given = {name: issue["masthead"].get(name) or "" for name in names}
    byline = _("Note by the secretariat")
    head = masthead(source, section.about, title=title, byline=byline, **given)
    return Written(head, (*notes, *body(source, issue, text)), text.figures)


def body(source: Source, issue: Record, text: "Text") -> Iterator[Block]:
    """After what it was written, the text itself, and what a correction changed in it."""
    yield from written_after(issue)
    yield from text.blocks(issue["paragraphs"])
    yield from changed_figures(source, text.figures, text.exhibits)


def written_after(issue: Record) -> Iterator[Block]:
    """After what the text was written, where the secretariat did not write it."""
    if issue.get("basis"):
        stated = _("Basis of the text: %(basis)s") % {"basis": issue["basis"]}
        yield Paragraph(words(stated), style=SMALL)


@dataclass
class Text:
    """The paragraphs of one issue as blocks: numbered through, headings level by level."""

    figures: Figures
    exhibits: Exhibits
    number: int = 0
    headings: dict[int, int] = field(default_factory=lambda: {1: 0, 2: 0})

    def title(self, paragraphs: Iterable[Record]) -> tuple[str, tuple[Block, ...]]:
        """The title with a star for each of its footnotes, and these below it."""
        found = next((each for each in paragraphs if each["kind"] == "title"), None)
        if found is None:
            return _("Note by the secretariat"), ()
        runs = self.marked(found)
        notes = [run.note for run in runs if run.note]
        stars = ["*" * (place + 1) for place in range(len(notes))]
        said = "".join(run.text for run in runs) + " ".join(stars)
        return said, tuple(
            Paragraph((Run(f"{star} "), *below), style=SMALL)
            for star, below in zip(stars, notes, strict=True)
        )

    def blocks(self, paragraphs: Iterable[Record]) -> Iterator[Block]:
        """Paragraph by paragraph, in the order of the text."""
        for each in paragraphs:
            if each["kind"] == "exhibit":
                yield from self.exhibit(each)
            elif each["kind"] in LEVELS:
                yield self.heading(each, LEVELS[each["kind"]])
            elif each["kind"] == "text":
                yield self.paragraph(each)

    def paragraph(self, record: Record) -> Paragraph:
        """A paragraph with its number, by which it is cited."""
        self.number += 1
        return Paragraph(self.marked(record), number=self.number, anchor=f"p{self.number}")

    def heading(self, record: Record, level: int) -> Heading:
        """A heading with its number; one of the first level begins the second anew.

        People name its key; before it stands `h-`, so that it never takes the place of a part of
        the paper (`figures`), a paragraph (`p1`) or a figure (`f1`).
        """
        self.headings[level] += 1
        if level == 1:
            self.headings[2] = 0
        sign = numerals.mark(level, self.headings[level], get_language() or "en")
        return Heading(level, (*words(sign), *self.marked(record)), anchor=f"h-{record['key']}")

    def exhibit(self, record: Record) -> tuple[Block, ...]:
        """A table or a chart; what is none stands as it was written."""
        bound = next((each for each in parse(record["text"]) if isinstance(each, Bound)), None)
        found = self.exhibits.take(bound.name) if bound else ()
        return found or (Paragraph(words(record["text"])),)

    def marked(self, record: Record) -> Runs:
        """What is not translated says before all in which language it is, headings too."""
        runs = self.runs(record)
        if not is_foreign(record["language"]):
            return runs
        said = _("[%(language)s]") % {"language": language_name(record["language"])}
        return (Run(said, emphasis=True), Run(" "), *runs)

    def runs(self, record: Record) -> Runs:
        """Words and figures, in the language in which the paragraph is issued."""
        language, tokens = record["language"], parse(record["text"])
        if not is_foreign(language):
            return self.figures.reads(tokens)
        return foreign(self.figures.reads_in(language, tokens), language)


def foreign(runs: Runs, language: str) -> Runs:
    """Words in another language than the paper, footnotes too."""
    return tuple(replace(run, lang=language, note=foreign(run.note, language)) for run in runs)
