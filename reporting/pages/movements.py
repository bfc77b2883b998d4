"""What changed since the publication before: the sums, and the items that moved most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.parts import Standing, shown_title, standing
from reporting.pages.words import number
from reporting.snapshots.movement import STAYED, Move


@dataclass(frozen=True)
class Sum:
    """A number with what it counts."""

    value: int
    words: str
    url: str
    mark: str = ""


@dataclass(frozen=True)
class MovedItem:
    """An item and how many of its answers moved."""

    code: str
    title: str
    url: str
    up: int
    up_url: str
    down: int
    down_url: str
    standing: Standing


@dataclass(frozen=True)
class Movements:
    """The sums and the items."""

    title: str
    sums: list[Sum]
    items: list[MovedItem]
    all_url: str = ""
    all_words: str = ""


def movements(reading: Reading) -> Movements:
    """The changes of the whole round; nothing at the first publication."""
    moves = reading.section["moves"]
    title = reading.says("movements", headlines.moved(moves, reading.round_before), *moves.values())
    if not reading.round_before:
        return Movements(title, [], [])
    items = [moved_item(reading, row) for row in reading.section["changed_items"]]
    words = ngettext("All of %(n)s changed answer", "All %(n)s changed answers", moves["changed"])
    every = words % {"n": number(moves["changed"])}
    return Movements(title, sums(reading, moves), items, reading.to("changes"), every)


def sums(reading: Reading, moves: Mapping[str, int]) -> list[Sum]:
    """How many answers moved, came first, went out, or stayed; each leads to those answers."""
    up, down, first, out = (moves[name] for name in ("up", "down", "first", "not_applicable"))
    came = ngettext("assessed for the first time", "assessed for the first time", first)
    left = ngettext(
        "newly not applicable, with a reason", "newly not applicable, with a reason", out
    )
    return [
        Sum(up, ngettext("moved up", "moved up", up), of_move(reading, Move.UP), "up"),
        Sum(down, ngettext("moved down", "moved down", down), of_move(reading, Move.DOWN), "down"),
        Sum(first, came, of_move(reading, Move.FIRST)),
        Sum(out, left, of_move(reading, Move.NOT_APPLICABLE)),
        Sum(moves[STAYED], unchanged_words(moves), of_move(reading, STAYED)),
    ]


def of_move(reading: Reading, move: str) -> str:
    """The answers of one move."""
    return reading.to("changes", {"change": str(move)})


def unchanged_words(moves: Mapping[str, int]) -> str:
    """Of those, whom the office vouched for and what was merely carried over."""
    words = ngettext(
        "unchanged, of which %(confirmed)s confirmed by the office and %(carried)s carried over",
        "unchanged, of which %(confirmed)s confirmed by the office and %(carried)s carried over",
        moves[STAYED],
    )
    names = ("confirmed", "carried")
    return words % {name: number(moves[name]) for name in names}


def moved_item(reading: Reading, row: Mapping[str, Any]) -> MovedItem:
    """An item with its movements, leading to its answers."""
    url = reading.to("item", code=row["code"])
    return MovedItem(
        code=row["code"],
        title=shown_title(row),
        url=url,
        up=row["up"],
        up_url=reading.to("changes", {"change": str(Move.UP), "item": row["code"]}),
        down=row["down"],
        down_url=reading.to("changes", {"change": str(Move.DOWN), "item": row["code"]}),
        standing=standing(row, rtl=reading.rtl),
    )
