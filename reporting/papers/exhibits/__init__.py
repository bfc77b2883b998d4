"""The tables and charts that a text may take by name: `{table.matrix}`, `{chart.pillars}`.

Each is headed by what it shows, in the words of the page that shows the same, and is numbered in
the order of the text.
"""

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Final

from django.utils.translation import gettext as _

from reporting.papers.blocks import SMALL, Block, Chart, Paragraph, Run, Table
from reporting.papers.exhibits import answers, charts, figures, register
from reporting.papers.reading import Source

Exhibit = Table | Chart

EXHIBITS: Final[Mapping[str, tuple[Callable[[Source], Exhibit], str]]] = {
    "table.verdicts": (answers.verdicts, "answers"),
    "table.matrix": (answers.matrix, "pillars"),
    "table.offices": (answers.offices, "offices"),
    "table.constraints": (answers.constraints, "constraints"),
    "table.changes": (answers.changes, "changes"),
    "table.figures": (figures.figures, "overview"),
    "table.frameworks": (register.frameworks, "frameworks"),
    "table.programme_documents": (register.programme_documents, "programme-documents"),
    "table.mechanisms": (register.mechanisms, "mechanisms"),
    "chart.pillars": (charts.pillars, "pillars"),
    "chart.offices": (charts.offices, "offices"),
}
"""What each shows, and the page on which the records behind its numbers stand."""


class Exhibits:
    """The exhibits of one text, numbered as they appear; tables and charts apart."""

    def __init__(self, source: Source) -> None:
        self.source = source
        self.numbers = {"table": 0, "chart": 0}
        self.taken: dict[str, Exhibit] = {}

    def take(self, name: str) -> tuple[Block, ...]:
        """The next one, by its name, and where its records stand; nothing for another name."""
        if name not in EXHIBITS:
            return ()
        make, page = EXHIBITS[name]
        found, kind = make(self.source), name.partition(".")[0]
        self.numbers[kind] += 1
        caption = numbered(kind, self.numbers[kind], found.caption)
        self.taken[name] = replace(found, caption=caption)
        return (self.taken[name], records_at(self.source, page))


def records_at(source: Source, page: str) -> Paragraph:
    """Where each number of an exhibit leads on to its records; paper prints the address."""
    url = source.url(page)
    said = (Run(_("Records:")), Run(" "), Run(url, url=url))
    return Paragraph((Run(_("Records"), url=url),) if source.on_page else said, style=SMALL)


def numbered(kind: str, number: int, finding: str) -> str:
    """A caption: which table or figure, and what it shows."""
    pattern = _("Table %(n)s. %(finding)s") if kind == "table" else _("Figure %(n)s. %(finding)s")
    return pattern % {"n": number, "finding": finding}
