"""The overview: how UN-Habitat stands, and where each number comes from."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import ngettext

from checklist.compliance import Tally
from reporting import headlines
from reporting.changes import Wording, percent
from reporting.pages.alignment import AlignmentCounts, alignment_counts
from reporting.pages.dots import Dots, constraint_dots
from reporting.pages.editions import Reading
from reporting.pages.figures import ShownFigure, headline_figures, shown
from reporting.pages.head import (
    Head,
    foot_links,
    for_session,
    notices,
    publication_facts,
    publication_name,
)
from reporting.pages.matrix import Cells, Line, Matrix, columns, in_columns, line
from reporting.pages.movements import Movements, movements
from reporting.pages.papers import Taken, taken
from reporting.pages.parts import Fact, Link, area, titled
from reporting.pages.requests import RequestsPart, requests_part
from reporting.pages.tiles import Tiles, tiles
from reporting.pages.verdicts import Distribution, distribution
from reporting.pages.words import day, sentences
from reporting.papers.kinds import CHECKLIST, PaperName
from reporting.scorecards import as_record

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Overview:
    """What the first page shows."""

    head: Head
    figures_title: str
    figures: list[ShownFigure]
    distribution: Distribution
    matrix_title: str
    matrix: Matrix
    movements: Movements
    constraints_title: str
    constraints_note: str
    constraints: Dots
    reasons_url: str
    tiles: Tiles
    alignment: AlignmentCounts | None
    requests: RequestsPart | None
    papers: Taken
    papers_url: str
    publication: list[Fact]
    pages: list[Link]


def page(reading: Reading) -> Overview:
    """The overview of a publication."""
    section = reading.section
    cells = Cells.of(section["cells"], "pillar")
    now, before, wording = cells.total(None, None)
    areas = {office["code"]: area(office) for office in section["offices"]}
    figures = shown(reading, headline_figures(section["figures"]), areas)
    return Overview(
        head=head(reading, now, before),
        figures_title=figures_title(reading, figures),
        figures=figures,
        distribution=distribution(reading, now, before, wording),
        matrix_title=matrix_title(reading, cells),
        matrix=matrix(reading, cells),
        movements=movements(reading),
        constraints_title=constraints_title(reading, now.held_back),
        constraints_note=headlines.held_back_count(reasons_named(reading), now.held_back),
        constraints=constraint_dots(reading, section["constraints"]),
        reasons_url=reading.to("constraints"),
        tiles=tiles(reading),
        alignment=alignment_counts(reading),
        requests=requests_part(reading),
        papers=taken(reading, PaperName(CHECKLIST), _("The whole checklist")),
        papers_url=reading.to("papers"),
        publication=citation(reading),
        pages=foot_links(reading),
    )


def head(reading: Reading, now: Tally, before: Tally | None) -> Head:
    """The headline with the two findings under it."""
    lead = sentences(
        gain(reading), headlines.most_named(reading.section["constraints"], reading.round_before)
    )
    sentence = headlines.whole(now, before, reading.round_before)
    return Head(
        title=_("Overview"),
        headline=reading.says("page", sentence, *as_record(now).values()),
        lead=lead,
        eyebrow=for_session(reading),
        facts=[*publication_facts(reading), papers_fact(reading)],
        notices=notices(reading),
    )


def papers_fact(reading: Reading) -> Fact:
    """Where the papers of the Board are."""
    return Fact(_("Papers"), _("PDF, Word and Excel, in six languages"), reading.to("papers"))


def figures_title(reading: Reading, figures: Sequence[ShownFigure]) -> str:
    """How many of the figures shown agree with the records."""
    return reading.says("figures", headlines.agreement([each.comparison for each in figures]))


def matrix_title(reading: Reading, cells: Cells) -> str:
    """In which pillar the share is highest and in which lowest."""
    rows = by_pillar(reading.section["pillars"], cells)
    shares = [percent(tally) or 0 for _name, tally in rows]
    return reading.says("matrix", headlines.extremes(rows) or matrix_caption(), *shares)


def matrix_caption() -> str:
    """What the matrix shows, where no finding can be said of it."""
    return _("Share of answers that are full, by pillar and office")


def reasons_named(reading: Reading) -> dict[str, int]:
    """How many answers that are not full name each reason."""
    return {row["reason"]: row["answers"] for row in reading.section["reasons"]}


def constraints_title(reading: Reading, not_full: int) -> str:
    """How often the reason named most is named."""
    named = reasons_named(reading)
    sentence = headlines.held_back(named, not_full)
    return reading.says("constraints", sentence, not_full, *named.values())


def citation(reading: Reading) -> list[Fact]:
    """How to cite this publication and check it."""
    edition = reading.edition
    words = _("UN-Habitat, Compliance with the UNSDG reform checklist, %(name)s, %(day)s.")
    cited = words % {"name": publication_name(reading), "day": day(edition.published_at)}
    return [
        Fact(_("Permanent address"), edition.permanent_address, edition.address),
        Fact(_("Cite as"), cited),
    ]


def gain(reading: Reading) -> str:
    """The pillar in which the number of full answers to the same words grew most."""
    gains: dict[str, int] = defaultdict(int)
    for row in reading.section["cells"]:
        if row["before"] and row["wording"] == Wording.SAME:
            gains[row["pillar"]] += row["tally"]["full"] - row["before"]["full"]
    code = max(gains, key=lambda each: gains[each], default="")
    if not code or gains[code] <= 0:
        return headlines.unassessed(
            Cells.of(reading.section["cells"], "pillar").total(None, None)[0]
        )
    pillar = next(row for row in reading.section["pillars"] if row["code"] == code)
    words = ngettext(
        "Full answers grew most in %(pillar)s: %(n)s more than in %(round)s.",
        "Full answers grew most in %(pillar)s: %(n)s more than in %(round)s.",
        gains[code],
    )
    return words % {"pillar": titled(pillar), "n": gains[code], "round": reading.round_before}


def by_pillar(pillars: Sequence[Row], cells: Cells) -> list[tuple[str, Tally]]:
    """The pillars by name with their tallies."""
    return [(titled(row), cells.total(row["code"], None)[0]) for row in pillars]


def matrix(reading: Reading, cells: Cells) -> Matrix:
    """Pillars by offices."""
    offices = in_columns(reading.section["offices"])
    rows = [pillar_line(reading, cells, pillar) for pillar in reading.section["pillars"]]
    return Matrix(
        caption=matrix_caption(),
        corner=_("Pillar"),
        columns=columns(reading, offices),
        rows=[*rows, total_line(reading, cells)],
    )


def pillar_line(reading: Reading, cells: Cells, pillar: Row) -> Line:
    """A pillar; its cells lead to the pillar as one office answers it."""
    code = pillar["code"]
    words = ngettext("%(code)s, %(n)s item", "%(code)s, %(n)s items", pillar["items"])
    return line(
        reading,
        cells,
        in_columns(reading.section["offices"]),
        code=code,
        name=titled(pillar),
        note=words % {"code": code, "n": pillar["items"]},
        url=reading.to("pillar", code=code),
        to=lambda office: reading.to("pillar", {"office": office} if office else None, code=code),
    )


def total_line(reading: Reading, cells: Cells) -> Line:
    """All pillars; its cells lead to the offices."""
    pillars = reading.to("pillars")
    return line(
        reading,
        cells,
        in_columns(reading.section["offices"]),
        code=None,
        name=_("All pillars"),
        note="",
        url=pillars,
        to=lambda office: reading.to("office", code=office) if office else pillars,
    )
