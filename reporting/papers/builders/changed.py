"""What a correction changed in the figures of a text.

Of two publications of one round the later says which figures of its note read otherwise now, so
that who cited the earlier one knows. Both readings come from the publications themselves.
"""

from collections.abc import Iterator

from django.utils.translation import gettext as _

from regions.numbers import DASH
from reporting.models import Publication
from reporting.pages.publications import publication_name
from reporting.papers.blocks import Block, Heading, Paragraph, Run, Runs, Table, TableColumn, words
from reporting.papers.figures import Cited, Figures
from reporting.papers.meanings import described
from reporting.papers.reading import Source


def changed_figures(source: Source, figures: Figures) -> Iterator[Block]:
    """The figures that this text names and that read otherwise; nothing where none is corrected."""
    corrected = source.publication.corrects
    if corrected is None:
        return
    name = publication_name(corrected)
    title = _("Figures changed since %(publication)s") % {"publication": name}
    yield Heading(1, words(title), anchor="changed")
    earlier = earlier_figures(corrected)
    if earlier is None:
        yield Paragraph(words(_("That publication has no names for its figures.")))
        return
    rows = tuple(lines(figures, earlier))
    if not rows:
        yield Paragraph(words(_("Every figure that this document names reads as it did.")))
        return
    yield Table(title, columns(name, publication_name(source.publication)), rows)


def earlier_figures(corrected: Publication) -> Figures | None:
    """The figures of the publication that is corrected; one made before they had names has none."""
    source = Source(corrected)
    return Figures(source.section("papers").section, source) if source.has("papers") else None


def columns(before: str, now: str) -> tuple[TableColumn, ...]:
    """Reference and meaning, and how the figure reads in each publication."""
    return (
        TableColumn(_("Reference"), 2),
        TableColumn(_("What it is"), 6),
        TableColumn(before, 3),
        TableColumn(now, 3),
    )


def lines(figures: Figures, earlier: Figures) -> Iterator[tuple[Runs, ...]]:
    """The figures of which the words or the digits differ."""
    for cited in figures.cited.values():
        was = earlier.text(cited.bound)
        if was != cited.text:
            yield line(figures, cited, was or DASH)


def line(figures: Figures, cited: Cited, was: str) -> tuple[Runs, ...]:
    """One figure as it read and as it reads."""
    return (
        (Run(cited.ref, url=f"{figures.page}#{cited.anchor}"),),
        words(described(figures.section, cited.bound)),
        words(was),
        words(cited.text),
    )
