"""What changed since the last publication: the sums, where, and every answer that moved."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.core.paginator import Page
from django.utils.translation import gettext as _

from reporting import headlines
from reporting.pages.change_rows import ChangeRow, change_row
from reporting.pages.editions import Reading
from reporting.pages.filtering import FilterBar, Option, filter_bar
from reporting.pages.head import Head, for_session, notices, publication_facts
from reporting.pages.move_table import MoveTable, move_table
from reporting.pages.movements import Sum, sums
from reporting.pages.moves import WORDS, move_word
from reporting.pages.parts import Crumb, area, shown_title, titled, trail
from reporting.pages.words import sentences

Row = Mapping[str, Any]


@dataclass(frozen=True)
class Reworded:
    """An item as it reads now and as it read before."""

    code: str
    url: str
    now: str
    before: str


@dataclass(frozen=True)
class ChangesPage:
    """The changes of a publication."""

    head: Head
    is_first: bool
    sums: list[Sum]
    table: MoveTable
    filters: FilterBar
    title: str
    rows: list[ChangeRow]
    part: Page
    reworded_title: str
    reworded: list[Reworded]


def changes_page(reading: Reading) -> ChangesPage:
    """Sums, their places, and the answers that the filters leave."""
    section = reading.section
    return ChangesPage(
        head=changes_head(reading),
        is_first=not reading.round_before,
        sums=sums(reading, section["moves"]) if reading.round_before else [],
        table=move_table(reading),
        filters=change_filters(reading),
        title=list_title(reading),
        rows=[change_row(reading, row) for row in reading.rows],
        part=reading.page,
        reworded_title=reworded_title(reading),
        reworded=[reworded(reading, row) for row in section["reworded"]],
    )


def changes_head(reading: Reading) -> Head:
    """How many moved, how many nobody looked at, and what cannot be compared."""
    moves = reading.section["moves"]
    lead = _("From the second publication on, this page says what changed.")
    if reading.round_before:
        lead = sentences(headlines.carried(moves), headlines.lapsed(moves))
    return Head(
        title=_("What changed"),
        headline=reading.says(
            "page", headlines.moved(moves, reading.round_before), *moves.values()
        ),
        lead=lead,
        eyebrow=for_session(reading),
        crumbs=trail(reading, Crumb(_("What changed"))),
        facts=publication_facts(reading),
        notices=notices(reading),
    )


def list_title(reading: Reading) -> str:
    """What the list holds; the secretariat's words stand for the whole list alone."""
    if reading.filters:
        return headlines.narrowed(reading.total)
    return reading.says("answers", headlines.changed(reading.total), reading.total)


def reworded_title(reading: Reading) -> str:
    """That items cannot be compared."""
    found = len(reading.section["reworded"])
    return reading.says("wording", headlines.reworded(found), found) if found else ""


def change_filters(reading: Reading) -> FilterBar:
    """By kind of change, pillar and office; by item once a pillar is chosen."""
    section = reading.section
    kinds = [Option(str(kind), move_word(kind)) for kind in WORDS if section["moves"][kind]]
    pillars = [Option(row["code"], titled(row)) for row in section["pillars"]]
    offices = [Option(row["code"], area(row)) for row in section["offices"]]
    chosen = reading.filters.get("pillar")
    items = [
        Option(row["code"], row["code"]) for row in section["items"] if row["pillar"] == chosen
    ]
    offered = {
        "change": (_("Kind of change"), kinds),
        "pillar": (_("Pillar"), pillars),
        "item": (_("Item"), items),
        "office": (_("Office"), offices),
    }
    shown = {name: row for name, row in offered.items() if row[1]}
    return filter_bar(reading, "changes", None, **shown)


def reworded(reading: Reading, row: Row) -> Reworded:
    """An item in both wordings."""
    return Reworded(
        code=row["code"],
        url=reading.to("item", code=row["code"]),
        now=shown_title(row),
        before=shown_title({"titles": row["before"]}),
    )
