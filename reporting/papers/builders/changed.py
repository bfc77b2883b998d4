"""What a correction changed in the figures of a paper.

Of two publications of one round the later says which figures of its papers read otherwise now, so
that who cited the earlier one knows. Both readings come from the publications themselves.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence

from django.utils.translation import gettext as _

from regions.numbers import DASH
from reporting.models import Publication
from reporting.pages.correction import Corrected, corrected
from reporting.pages.publications import publication_name
from reporting.pages.verdicts import verdict_word
from reporting.papers.blocks import (
    SMALL,
    Block,
    Heading,
    Paragraph,
    Run,
    Runs,
    Table,
    TableColumn,
    words,
)
from reporting.papers.builders.differences import Difference, differences
from reporting.papers.exhibits import EXHIBITS, Exhibits
from reporting.papers.figures import Cited, Figures
from reporting.papers.meanings import described
from reporting.papers.reading import Source

CORRECTION = "correction"


def changed_figures(source: Source, figures: Figures, exhibits: Exhibits) -> Iterator[Block]:
    """What a text names and shows in tables, and reads otherwise; nothing but in a correction."""
    before = told_against(source)
    if before is None:
        return
    yield heading(before)
    earlier = Source(before)
    if not earlier.has("papers"):
        yield Paragraph(words(_("That publication has no names for its figures.")))
        return
    named = of_text(figures, Figures(earlier.section("papers").section, earlier))
    heads = (TableColumn(_("Reference"), 2), *columns(source, before))
    tables = [Table(title(before), heads, named)] if named else []
    yield from or_none([*tables, *of_exhibits(source, exhibits, earlier)])


def changed_tables(
    source: Source, now: Iterable[Block], made: Callable[[Source], Iterable[Block]]
) -> Iterator[Block]:
    """The same of a paper without a text: of the tables that it is made of, then and now."""
    before = told_against(source)
    if before is None:
        return
    yield heading(before)
    found = differences(made(Source(before)), now)
    yield from or_none([table(source, before, title(before), found)] if found else [])


def changed_answers(source: Source) -> Iterator[Block]:
    """The answers that a correction changed, as the page of the publication lists them."""
    before = told_against(source)
    if before is None or not source.has(CORRECTION):
        return
    found = corrected(source.section(CORRECTION).section, source.edition)
    yield Paragraph(words(found.sentence))
    if found.answers:
        yield answers(source, before, found)
    if found.rest:
        yield Paragraph(words(found.rest), style=SMALL)


def told_against(source: Source) -> Publication | None:
    """What the publication corrects; what was withdrawn is not told again beside it."""
    pk = source.publication.corrects_id
    if pk is None:
        return None
    rows = Publication.objects.in_force().select_related("round").defer("canonical", "manifest")
    return rows.filter(pk=pk).first()


def heading(before: Publication) -> Heading:
    """Over what changed."""
    return Heading(1, words(title(before)), anchor="changed")


def title(before: Publication) -> str:
    """Since when."""
    return _("Figures changed since %(publication)s") % {"publication": publication_name(before)}


def or_none(tables: Sequence[Block]) -> Sequence[Block]:
    """What changed, or that nothing did."""
    said = _("Every figure that this document names reads as it did.")
    return tables or [Paragraph(words(said))]


def columns(source: Source, before: Publication) -> tuple[TableColumn, ...]:
    """What it is, and how it reads in each publication."""
    return (TableColumn(_("What it is"), 6), *both(source, before))


def both(source: Source, before: Publication) -> tuple[TableColumn, ...]:
    """The two publications by their names."""
    found = (before, source.publication)
    return tuple(TableColumn(publication_name(each), 3) for each in found)


def of_text(figures: Figures, earlier: Figures) -> tuple[tuple[Runs, ...], ...]:
    """The figures of which the words or the digits differ."""
    told = [(each, earlier.text(each.bound) or DASH) for each in figures.cited.values()]
    return tuple(line(figures, each, was) for each, was in told if was != each.text)


def line(figures: Figures, cited: Cited, was: str) -> tuple[Runs, ...]:
    """One figure as it read and as it reads."""
    return (
        (Run(cited.ref, url=f"{figures.page}#{cited.anchor}"),),
        words(described(figures.section, cited.bound)),
        words(was),
        words(cited.text),
    )


def of_exhibits(source: Source, exhibits: Exhibits, earlier: Source) -> Iterator[Table]:
    """The cells of each table and chart that differ, under its caption."""
    for name, found in exhibits.taken.items():
        make, _page = EXHIBITS[name]
        cells = differences([make(earlier)], [found])
        if cells:
            yield table(source, earlier.publication, found.caption, cells)


def table(source: Source, before: Publication, caption: str, found: Iterable[Difference]) -> Table:
    """Cells of tables as they read and as they read now."""
    rows = tuple((words(each.what), words(each.was), words(each.reads)) for each in found)
    return Table(caption, columns(source, before), rows)


def answers(source: Source, before: Publication, found: Corrected) -> Table:
    """Each answer with its verdict then and now; where that stayed, its words are others."""
    heads = (TableColumn(_("Item"), 5), TableColumn(_("Who answers"), 3), *both(source, before))
    rows = tuple(
        (
            words(f"{row.code}. {row.title}"),
            words(row.subject),
            words(verdict_word(row.before)),
            words(verdict_word(row.after) if row.is_other_verdict else _("Other words")),
        )
        for row in found.answers
    )
    return Table(_("Answers that the correction changed"), heads, rows)
