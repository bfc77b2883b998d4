"""Answers of each move by pillar and by office, each number leading to its answers."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext as _

from reporting import headlines
from reporting.pages.editions import Reading
from reporting.pages.moves import move_word
from reporting.pages.parts import area, titled
from reporting.pages.sheets import Cell, Column, Sheet
from reporting.snapshots.movement import Move


@dataclass(frozen=True)
class Count:
    """A number of answers, leading to them."""

    value: int
    url: str


@dataclass(frozen=True)
class MoveLine:
    """A pillar or an office with its answers of each move."""

    name: str
    url: str
    counts: list[Count]
    is_total: bool = False


@dataclass(frozen=True)
class MoveTable:
    """Moves by pillar, then by office; a move that nowhere happened has no column."""

    title: str
    heads: list[str]
    pillars: list[MoveLine]
    offices: list[MoveLine]


def move_table(reading: Reading) -> MoveTable:
    """The moves that happened at all, by pillar and office, each number leading to its answers."""
    section = reading.section
    shown = [move for move in Move if section["moves"][move]]
    names = {row["code"]: titled(row) for row in section["pillars"]}
    rose = [(names[row["pillar"]], row["moves"][Move.UP]) for row in section["by_pillar"]]
    most = max((number for _name, number in rose), default=0)
    return MoveTable(
        title=reading.says("pillars", headlines.most_moved(rose), most),
        heads=[move_word(move) for move in shown],
        pillars=[*lines(reading, "pillar", shown), total_line(reading, shown)],
        offices=lines(reading, "office", shown),
    )


def lines(reading: Reading, key: str, shown: Sequence[Move]) -> list[MoveLine]:
    """The pillars, or the offices, with their numbers."""
    known = {row["code"]: row for row in reading.section[f"{key}s"]}
    return [
        MoveLine(
            name=titled(known[code]) if key == "pillar" else area(known[code]),
            url=reading.to(key, code=code),
            counts=[
                Count(row["moves"][move], reading.to("changes", {"change": str(move), key: code}))
                for move in shown
            ],
        )
        for row in reading.section[f"by_{key}"]
        if (code := row[key]) in known
    ]


def total_line(reading: Reading, shown: Sequence[Move]) -> MoveLine:
    """All pillars together."""
    counts = [
        Count(reading.section["moves"][move], reading.to("changes", {"change": str(move)}))
        for move in shown
    ]
    return MoveLine(_("All pillars"), "", counts, is_total=True)


def moves_sheet(reading: Reading) -> Sheet:
    """The numbers of each move by pillar and office."""
    table = move_table(reading)
    moved = [Column(head, "#indicator+num") for head in table.heads]
    return Sheet(
        str(table.title), [Column(_("Pillar or office"), "#group+name"), *moved], move_cells(table)
    )


def move_cells(table: MoveTable) -> Iterator[list[Cell]]:
    """One row for each pillar, the sum, and one for each office."""
    for line in (*table.pillars, *table.offices):
        yield [line.name, *(count.value for count in line.counts)]
