"""One pillar: its items by office, and what holds its answers back."""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from checklist.compliance import Tally
from reporting import headlines
from reporting.pages.dots import Dots, constraint_dots
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.matrix import Cells, Line, Matrix, columns, in_columns, line
from reporting.pages.parts import Crumb, Standing, area, shown_title, stand, titled, trail
from reporting.pages.words import as_sentence, sentences

Row = Mapping[str, Any]


@dataclass(frozen=True)
class PillarPage:
    """One pillar."""

    head: Head
    filters: FilterBar
    standing: Standing
    matrix_title: str
    matrix: Matrix
    reasons_url: str
    constraints_title: str
    constraints: Dots


def pillar_page(reading: Reading) -> PillarPage:
    """A pillar by item and office; with an office chosen, that one alone."""
    cells = Cells.of(reading.section["cells"], "item")
    now, before, wording = cells.total(None, reading.filters.get("office"))
    named = constraint_sums(reading)
    return PillarPage(
        head=pillar_head(reading, cells, now, before),
        filters=pillar_page_filters(reading),
        standing=stand(now, before, wording, rtl=reading.rtl),
        matrix=item_matrix(reading, cells),
        matrix_title=matrix_title(reading, cells),
        reasons_url=reading.to("constraints", {"pillar": reading.section["pillar"]["code"]}),
        constraints_title=reading.says("constraints", headlines.most_named_title(named)),
        constraints=constraint_dots(
            reading,
            named,
            reading.filters.get("office", ""),
            pillar=reading.section["pillar"]["code"],
        ),
    )


def pillar_head(reading: Reading, cells: Cells, now: Tally, before: Tally | None) -> Head:
    """How the pillar stands, and where it stands highest."""
    pillar = reading.section["pillar"]
    title = titled(pillar)
    offices = [
        (area(office), cells.total(None, office["code"])[0]) for office in shown_offices(reading)
    ]
    lead = headlines.extremes(offices)
    sentence = headlines.part(title, now, before, reading.round_before)
    return Head(
        title=title,
        headline=reading.says("page", sentence),
        lead=sentences(lead and as_sentence(lead), headlines.unassessed(now)),
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("Pillars"), reading.to("pillars")), Crumb(title)),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def matrix_title(reading: Reading, cells: Cells) -> str:
    """The item that is full most often, and the one least often."""
    office = reading.filters.get("office")
    items = [
        (known_title(row), cells.total(row["code"], office)[0]) for row in reading.section["items"]
    ]
    return reading.says("matrix", headlines.extremes(items) or _("Items by office"))


def known_title(item: Row) -> str:
    """The title in the reader's language or, where it is not translated, the code."""
    return titled(item) if (get_language() or "en") in item["titles"] else str(item["code"])


def shown_offices(reading: Reading) -> list[Row]:
    """The offices that answer this pillar, or the one chosen."""
    asked = {row["office"] for row in reading.section["cells"]}
    chosen = reading.filters.get("office")
    return [
        office
        for office in in_columns(reading.section["offices"])
        if office["code"] in asked and chosen in (None, office["code"])
    ]


def pillar_page_filters(reading: Reading) -> FilterBar:
    """By office."""
    asked = {row["office"] for row in reading.section["cells"]}
    offices = [
        Option(office["code"], area(office))
        for office in reading.section["offices"]
        if office["code"] in asked
    ]
    codes = {"code": reading.section["pillar"]["code"]}
    return filter_bar(reading, "pillar", codes, office=(_("Office"), offices))


def item_matrix(reading: Reading, cells: Cells) -> Matrix:
    """Items by offices; each cell leads to the answers it counts."""
    offices = shown_offices(reading)
    rows = [item_matrix_line(reading, cells, offices, item) for item in reading.section["items"]]
    heads = columns(reading, offices)
    if "office" in reading.filters:
        rows, heads = [only_office(row) for row in rows], heads[1:]
    return Matrix(
        caption=_("Share of answers that are full, by item and office"),
        corner=_("Item"),
        columns=heads,
        rows=[row for row in rows if any(cell.tally.total for cell in row.cells)],
    )


def item_matrix_line(reading: Reading, cells: Cells, offices: Sequence[Row], item: Row) -> Line:
    """An item with a cell for each office."""
    code = item["code"]
    return line(
        reading,
        cells,
        offices,
        code=code,
        name=shown_title(item),
        note=code,
        url=reading.to("item", code=code),
        to=lambda office: reading.to("item", {"office": office} if office else None, code=code),
    )


def only_office(row: Line) -> Line:
    """The row without the column of all offices."""
    return Line(row.name, row.note, row.url, row.cells[1:], row.is_total)


def constraint_sums(reading: Reading) -> list[dict[str, Any]]:
    """The constraints of this pillar, now and before, most named first."""
    office = reading.filters.get("office")
    now = counted(reading.section["constraints"], office)
    before = counted(reading.section["constraints_before"], office)
    has_before = bool(reading.round_before)
    return [
        {"constraint": code, "answers": now[code], "before": before[code] if has_before else None}
        for code in sorted({*now, *before}, key=lambda code: (-now[code], code))
    ]


def counted(rows: Iterable[Row], office: str | None) -> Counter[str]:
    """How many answers name each constraint."""
    found: Counter[str] = Counter()
    for row in rows:
        if office in (None, row["office"]):
            found[row["constraint"]] += row["answers"]
    return found
