"""How the pillars stand: a bar for each, and the table of the same numbers."""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from django.utils.translation import gettext as _

from regions.numbers import DASH
from regions.templatetags.figures import figure_text
from reporting.changes import Change, Wording
from reporting.pages.parts import Standing, standing, titled
from reporting.pages.verdicts import IN_SHARES, share_text, verdict_word
from reporting.pages.words import number
from reporting.papers.blocks import Bar, Block, Chart, Runs, Table, TableColumn, words
from reporting.papers.builders.answered import KINDS, in_language
from reporting.scorecards import as_record

Row = Mapping[str, Any]


def by_pillar(finding: str, pillars: Sequence[Row], total: Row) -> Iterator[Block]:
    """The pillars that ask anything; nothing where none does."""
    if pillars:
        yield chart(finding, pillars)
        yield table(pillars, total)


def chart(finding: str, pillars: Sequence[Row]) -> Chart:
    """One bar of the whole width for each pillar."""
    found = [standing(row, rtl=False) for row in pillars]
    return Chart(
        caption=finding,
        alt=_("Stacked bars of the verdicts; the table below holds the numbers"),
        parts=tuple(verdict_word(kind) for kind in IN_SHARES),
        bars=tuple(bar(titled(row), each) for row, each in zip(pillars, found, strict=True)),
    )


def bar(label: str, found: Standing) -> Bar:
    """A pillar with the share of full answers at its end."""
    counts = as_record(found.tally)
    return Bar(label, tuple(counts[kind] for kind in IN_SHARES), said(found))


def said(found: Standing) -> str:
    """The share of full answers or, under ten, the counts; where nothing applies, that."""
    if found.blank:
        return found.blank
    if found.share is None:
        return figure_text(found.full, "exactly", found.applicable)
    return share_text(found.full, found.applicable)


def table(pillars: Sequence[Row], total: Row) -> Table:
    """The numbers of the bars, what does not apply, and the change since the round before."""
    kinds = [TableColumn(verdict_word(kind), 3, is_number=True) for kind in KINDS]
    ends = [TableColumn(_("Full answers"), 3, is_number=True), TableColumn(_("Change"), 6)]
    rows = [cells(in_language(row["titles"]), standing(row, rtl=False)) for row in pillars]
    whole = cells(words(_("All pillars"), strong=True), standing(total, rtl=False))
    return Table(
        caption=_("Answers by pillar"),
        columns=(TableColumn(_("Pillar"), 10), *kinds, *ends),
        rows=(*rows, whole),
        totals=(len(rows),),
    )


def cells(name: Runs, found: Standing) -> tuple[Runs, ...]:
    """One line of it."""
    counts = as_record(found.tally)
    numbers = [words(number(counts[kind])) for kind in KINDS]
    full = DASH if found.blank else said(found)
    return (name, *numbers, words(full), words(change_words(found.change)))


def change_words(change: Change | None) -> str:
    """The change; one of other words is told apart, for the two are not compared."""
    if change is None:
        return DASH
    if change.wording is Wording.OTHER:
        return _("other words than in the round before")
    return f"{change.words} ≠" if change.wording is Wording.PARTLY else change.words
