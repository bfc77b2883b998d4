"""In which cells a table of a correction reads otherwise than in the publication it corrects."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from regions.numbers import DASH
from reporting.pages.words import side_by_side
from reporting.papers.blocks import Block, Chart, Runs, Table, flat

Place = tuple[str, str]
"""A cell by what its row and its column are called."""


@dataclass(frozen=True)
class Difference:
    """One cell: what it is, and how it reads in each publication; a dash where there is none."""

    what: str
    was: str
    reads: str


def differences(before: Iterable[Block], now: Iterable[Block]) -> list[Difference]:
    """Table by table; of two publications those are the same whose columns are called the same."""
    old, new = by_heads(before), by_heads(now)
    tables = dict.fromkeys([*new, *old])
    return [each for heads in tables for each in of_one(old.get(heads, {}), new.get(heads, {}))]


def of_one(old: Mapping[Place, str], new: Mapping[Place, str]) -> Iterator[Difference]:
    """The cells of one table, in its order; those that are gone stand last."""
    for place in dict.fromkeys([*new, *old]):
        was, reads = old.get(place, DASH), new.get(place, DASH)
        if was != reads:
            yield Difference(side_by_side(place), was, reads)


def by_heads(blocks: Iterable[Block]) -> dict[tuple[str, ...], dict[Place, str]]:
    """The cells of each table and chart under the heads of its columns."""
    found: dict[tuple[str, ...], dict[Place, str]] = {}
    for block in blocks:
        if isinstance(block, Table):
            found.setdefault(tuple(each.head for each in block.columns), {}).update(cells(block))
        elif isinstance(block, Chart):
            found.setdefault(("", *block.parts), {}).update(parts(block))
    return found


def cells(table: Table) -> Iterator[tuple[Place, str]]:
    """Every cell but those that name their row, and those that say by whose word it stands."""
    heads, basis = [each.head for each in table.columns], _("Basis")
    for name, row in zip(names(table), table.rows, strict=True):
        for head, cell in zip(heads[1:], row[1:], strict=False):
            if head != basis:
                yield (name, head), text(cell)


def names(table: Table) -> list[str]:
    """The first cell names a row; where several are called the same, the second is told, too."""
    first = [text(row[0]) for row in table.rows]
    if len(set(first)) == len(first):
        return first
    return [side_by_side([text(cell) for cell in row[:2]]) for row in table.rows]


def parts(chart: Chart) -> Iterator[tuple[Place, str]]:
    """The parts of each bar."""
    for bar in chart.bars:
        for part, value in zip(chart.parts, bar.parts, strict=True):
            yield (bar.label, part), str(value)


def text(cell: Runs) -> str:
    """The words of a cell."""
    return "".join(run.text for run in flat(cell))
