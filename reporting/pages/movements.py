"""What changed since the publication before: the sums, and the items that moved most."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import ngettext

from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.parts import Standing, shown_title, standing


@dataclass(frozen=True)
class Sum:
    """A number with what it counts."""

    value: int
    words: str
    mark: str = ""


@dataclass(frozen=True)
class MovedItem:
    """An item and how many of its answers moved."""

    code: str
    title: str
    url: str
    up: int
    down: int
    standing: Standing


@dataclass(frozen=True)
class Movements:
    """The sums and the items."""

    title: str
    sums: list[Sum]
    items: list[MovedItem]


def movements(reading: Reading) -> Movements:
    """The changes of the whole round; nothing at the first publication."""
    moves = reading.section["moves"]
    title = headlines.moved(moves, reading.round_before)
    if not reading.round_before:
        return Movements(title, [], [])
    items = [moved_item(reading, row) for row in reading.section["changed_items"]]
    return Movements(title, sums(moves), items)


def sums(moves: Mapping[str, int]) -> list[Sum]:
    """How many answers moved, came first, or stayed."""
    up, down, first, same = (moves[name] for name in ("up", "down", "first", "same"))
    return [
        Sum(up, ngettext("moved up", "moved up", up), "up"),
        Sum(down, ngettext("moved down", "moved down", down), "down"),
        Sum(first, ngettext("assessed for the first time", "assessed for the first time", first)),
        Sum(same, ngettext("unchanged", "unchanged", same)),
    ]


def moved_item(reading: Reading, row: Mapping[str, Any]) -> MovedItem:
    """An item with its movements, leading to its answers."""
    url = reading.to("item", code=row["code"])
    return MovedItem(
        code=row["code"],
        title=shown_title(row),
        url=url,
        up=row["up"],
        down=row["down"],
        standing=standing(row, rtl=reading.rtl),
    )
