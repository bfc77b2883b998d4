"""The last part of a paper: every figure it names, what it is, and where it comes from."""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from reporting.papers.blocks import SMALL, Block, Heading, Paragraph, Run, Runs, Table, TableColumn
from reporting.papers.blocks import words as plain_words
from reporting.papers.figures import Cited, Figures
from reporting.papers.meanings import cited_at, described


def cited_figures(figures: Figures) -> Iterator[Block]:
    """A line for each figure, under its reference; nothing for a text without figures."""
    if not figures.cited:
        return
    yield Heading(1, plain_words(_("Figures in this document")), anchor="figures")
    told = _("Each figure can be looked up under its reference on the page of this document:")
    page = figures.page
    yield Paragraph((Run(told), Run(" "), Run(page, url=page)), style=SMALL)
    columns = (
        TableColumn(_("Reference"), 2),
        TableColumn(_("As it reads"), 3),
        TableColumn(_("What it is"), 6),
        TableColumn(_("Source"), 7),
    )
    rows = tuple(line(figures, each) for each in figures.cited.values())
    yield Table(_("Figures, with their sources"), columns, rows)


def line(figures: Figures, cited: Cited) -> tuple[Runs, ...]:
    """Reference, reading, meaning and source of one figure."""
    return (
        (Run(cited.ref, url=f"{figures.page}#{cited.anchor}"),),
        plain_words(cited.text),
        plain_words(described(figures.section, cited.bound)),
        source_of(figures, cited),
    )


def source_of(figures: Figures, cited: Cited) -> Runs:
    """Document and paragraph, or else the page on which its records stand."""
    stated = cited_at(figures.figure(cited.bound) or {})
    return (Run(stated or cited.url, url=cited.url),)
