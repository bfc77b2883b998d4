"""The information document: the whole checklist by pillar and item, with every answer.

It is made from the publication alone, without any text of the day: the same in every language.
"""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from typing import Any, Final

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.changes import Wording
from reporting.pages.editions import Reading
from reporting.pages.head import answers_as_of, reconstruction
from reporting.pages.parts import stand, titled
from reporting.pages.verdicts import verdict_word
from reporting.pages.words import as_sentence, day, number
from reporting.papers.blocks import (
    Block,
    Document,
    Heading,
    PageBreak,
    Paragraph,
    Runs,
    Table,
    TableColumn,
    words,
)
from reporting.papers.builders.answered import KINDS, Answered
from reporting.papers.builders.changed import changed_answers, changed_tables
from reporting.papers.builders.frame import basis, framed
from reporting.papers.builders.masthead import masthead
from reporting.papers.builders.standings import said
from reporting.papers.reading import Source
from reporting.scorecards import from_record
from reporting.views.rows import Listed

Row = Mapping[str, Any]
ANSWERS: Final = Listed("answers")


def checklist(source: Source) -> Document:
    """The whole checklist of a publication."""
    pillars, answers = source.section("pillars"), source.listed("answers", ANSWERS)
    head = masthead(source, pillars.about, title=title(), byline=_("Note by the secretariat"))
    blocks = (
        *how_to_read(source, pillars),
        summary(pillars),
        *changed_tables(source, counted(source), counted),
        *changed_answers(source),
        PageBreak(),
        *parts(source, pillars, answers),
    )
    return framed(source, title=title(), masthead=head, blocks=blocks)


def title() -> str:
    """What the information document is called."""
    return _("Checklist on the reform of the United Nations development system, as answered")


def how_to_read(source: Source, reading: Reading) -> Iterator[Block]:
    """What to know before reading, and from which publication it was made."""
    texts = reading_notes(reading)
    yield from (Paragraph(words(text), place) for place, text in enumerate(texts, 1))
    yield from basis(source)


def reading_notes(reading: Reading) -> list[str]:
    """Which answers these are, how a share is counted, and whose words the items are."""
    facts = {"day": day(answers_as_of(reading.about))}
    texts = [
        _("Answers of round %(round)s, as of %(day)s.") % {**facts, "round": reading.round},
        _(
            "Share of full answers: full ÷ (full + partial + not started + not assessed). Answers "
            "that are not applicable are left out. An answer that the secretariat has not "
            "accepted is printed as not assessed."
        ),
        reconstruction(reading),
    ]
    return [text for text in texts if text]


def summary(reading: Reading) -> Table:
    """How many answers of each kind every pillar has."""
    heads = [*map(verdict_word, KINDS), _("Full answers")]
    rows = [(words(titled(row)), *counts(row["tally"])) for row in reading.section["pillars"]]
    total = sum_of(reading.section["pillars"])
    return Table(
        caption=headlines.extremes(by_share(reading.section["pillars"])) or _("By pillar"),
        columns=(TableColumn(_("Pillar"), 4), *map(number_column, heads)),
        rows=(*rows, (words(_("All pillars"), strong=True), *counts(total))),
        totals=(len(rows),),
    )


def counted(source: Source) -> tuple[Table, Table]:
    """The counts of the paper, of pillars and of items, in which a correction may differ."""
    reading = source.section("pillars")
    heads = (TableColumn(_("Item")), *map(number_column, map(verdict_word, KINDS)))
    rows = tuple(
        (words(f"{row['code']}. {titled(row)}"), *counts(row["tally"])[: len(KINDS)])
        for row in reading.section["items"]
    )
    return summary(reading), Table("", heads, rows)


def number_column(head: str) -> TableColumn:
    """A column of counts."""
    return TableColumn(head, is_number=True)


def counts(tally: Row) -> tuple[Runs, ...]:
    """The cells of a tally, in the order of the verdicts, and the share of full answers."""
    numbers = tuple(words(number(tally[kind])) for kind in KINDS)
    return (*numbers, words(said(stand(from_record(tally), None, Wording.SAME, rtl=False))))


def sum_of(rows: Iterable[Row]) -> dict[str, int]:
    """The tally of all pillars: an answer belongs to one."""
    tallies = [row["tally"] for row in rows]
    return {kind: sum(tally[kind] for tally in tallies) for kind in KINDS}


def by_share(rows: Iterable[Row]) -> list[tuple[str, Any]]:
    """The pillars with their tallies, as a headline compares them."""
    return [(titled(row), from_record(row["tally"])) for row in rows]


def parts(source: Source, pillars: Reading, answers: Reading) -> Iterator[Block]:
    """Each pillar with its items, in the order of the checklist."""
    asked = {row["code"]: row for row in source.section("method").section["checklist"]["items"]}
    items = {row["code"]: row for row in pillars.section["items"]}
    given = grouped(answers.rows)
    for row in pillars.section["pillars"]:
        yield Heading(1, words(f"{row['code']}. {titled(row)}"), anchor=row["code"])
        yield Paragraph(words(as_sentence(finding(pillars, row))))
        for code, item in items.items():
            if item["pillar"] == row["code"]:
                yield from Answered(answers, item, asked[code], given.get(code, [])).blocks()


def finding(reading: Reading, row: Row) -> str:
    """How a pillar or an item stands."""
    before = from_record(row["before"]) if row["before"] else None
    return headlines.part(titled(row), from_record(row["tally"]), before, reading.round_before)


def grouped(rows: Iterable[Row]) -> dict[str, list[Row]]:
    """The answers of each item; the list stands in the order of the checklist."""
    return {code: list(found) for code, found in groupby(rows, key=lambda row: row["item"])}
