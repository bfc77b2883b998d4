"""One item of the checklist with every answer to it, as the information document prints it.

Of each answer stand the verdict, what is written, what holds it back, the next step and the
evidence, as published; an answer that was not accepted says only that it is not assessed.
"""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from itertools import chain, groupby
from typing import Any, Final
from urllib.parse import urljoin

from django.conf import settings
from django.utils.translation import get_language_bidi
from django.utils.translation import gettext as _

from checklist.compliance import Verdict
from regions.foreign import is_foreign
from regions.languages import language_of
from regions.numbers import DASH
from reporting.headlines import constraint
from reporting.pages.answer_list import who
from reporting.pages.answers import evidence_row
from reporting.pages.editions import Reading
from reporting.pages.parts import area
from reporting.pages.tiles import team_name
from reporting.pages.verdicts import IN_SHARES, verdict_word
from reporting.pages.words import day, language_tag, listed, number, side_by_side
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
from reporting.papers.builders.marked import RIGHT

Row = Mapping[str, Any]
KINDS: Final = (*IN_SHARES, Verdict.NOT_APPLICABLE)


@dataclass(frozen=True)
class Answered:
    """One item with everything that was answered to it."""

    reading: Reading
    row: Row
    asked: Row
    answers: list[Row]

    def blocks(self) -> Iterator[Block]:
        """Its title, what proves it, how it stands, and the answers in a table."""
        code = self.row["code"]
        yield Heading(2, (Run(f"{code}. "), *in_language(self.row["titles"])), anchor=code)
        if self.asked["evidence"]:
            yield Paragraph(self.proof(), style=SMALL)
        yield Table(
            caption=self.caption(),
            columns=(
                TableColumn(_("Who answers"), 1),
                TableColumn(_("What they say"), 3),
            ),
            rows=tuple(self.rows()),
        )

    def proof(self) -> Runs:
        """What proves an answer, which stands in English."""
        lang = "en" if is_foreign("en") else ""
        return (Run(f"{_('What proves it:')} "), Run(self.asked["evidence"], lang=lang))

    def caption(self) -> str:
        """How many answers of each kind there are."""
        tally = self.row["tally"]
        told = [f"{verdict_word(kind)} {number(tally[kind])}" for kind in KINDS if tally[kind]]
        return f"{self.row['code']}: {side_by_side(told)}"

    def rows(self) -> Iterator[tuple[Runs, ...]]:
        """The answers under the office that gives them, where there are several."""
        offices = {row["code"]: row for row in self.reading.section["offices"]}
        by_office = groupby(self.answers, key=lambda row: row["office"])
        for code, answers in by_office:
            found = [answer_cells(self.reading, row) for row in answers]
            if len(found) > 1:
                yield (words(area(offices[code]), strong=True),)
            yield from found


def in_language(texts: Mapping[str, str]) -> Runs:
    """A title, marked where it is not in the language of the paper."""
    code = language_of(texts)
    return words(texts.get(code, ""), lang=code if is_foreign(code) else "")


def answer_cells(reading: Reading, row: Row) -> tuple[Runs, ...]:
    """Who answers with the verdict, and everything that was said."""
    name = team_name(row["who"]) if row["who"] else who(reading, row)
    verdict = Run(f"\n{verdict_word(row['kind'])}", emphasis=True)
    return (
        (Run(name, strong=True), verdict),
        merged(chain.from_iterable(lines(row))) or words(DASH),
    )


def lines(row: Row) -> Iterator[Runs]:
    """What was written, what holds it back, the next step and the evidence, each on its line."""
    lang = language_tag(row.get("language", ""))
    found = [
        words(row.get("narrative") or row.get("not_applicable_reason") or "", lang=lang),
        labelled(_("Constraints:"), words(held_back(row))),
        labelled(_("Next step:"), next_step(row, lang)),
        labelled(_("Evidence:"), words(joined(map(proof, row.get("evidence", ())), "; "))),
    ]
    for place, runs in enumerate(each for each in found if each):
        yield (Run("\n"), *runs) if place else runs


def held_back(row: Row) -> str:
    """What holds the answer back."""
    return listed([constraint(code) for code in row.get("constraints", ())])


def next_step(row: Row, lang: str) -> Runs:
    """What comes next and when."""
    due = row.get("next_step_due")
    text = words(row.get("next_step", ""), lang=lang)
    return (*text, Run(f" ({day(due)})")) if text and due else text


def labelled(label: str, runs: Runs) -> Runs:
    """A line after its label; nothing for no line."""
    return (Run(f"{label} "), *runs) if runs else ()


def proof(piece: Row) -> str:
    """A piece of evidence: its title, where it is found, of when.

    The address is printed whole and not as a link: thousands of links double what a paper takes.
    """
    row = evidence_row(piece)
    address = urljoin(settings.SITE_URL, row.url) if row.url else ""
    return joined((row.title, row.reference or address, row.dated_on and day(row.dated_on)), ", ")


def joined(parts: Iterable[str], sign: str) -> str:
    """Parts with a sign between them, which keeps its place after words of the other direction."""
    return (f"{RIGHT}{sign}" if get_language_bidi() else sign).join(filter(None, parts))


def merged(runs: Iterable[Run]) -> Runs:
    """Runs in the same language as one: a paper has thousands."""
    found = groupby(runs, key=lambda run: run.lang)
    return tuple(Run("".join(run.text for run in same), lang=lang) for lang, same in found)
