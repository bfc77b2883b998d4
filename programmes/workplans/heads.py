"""Which column is which: guessed from the heads, where units, years and stress do not count."""

import re
from collections.abc import Sequence
from typing import Final

from programmes.workplans.fields import FIELDS, SEVERAL
from regions.tables.cells import text_of
from regions.tables.folding import fold
from regions.tables.grid import Row

LOOKED_AT: Final = 20
"""An export may have a title and a day above its heads, but not a page of it."""
UNIT: Final = re.compile(r"\(?\b(?:in )?(?:usd|us\$|us dollars?)(?:\)|\b|(?<=\$))")
YEAR: Final = re.compile(r"\b(?:19|20)\d\d\b")
MARKS: Final = re.compile(r"[*:()\[\]]")
DASHES: Final = re.compile(r"[-‐‑‒–—]")


def plain(head: str) -> str:
    """A head as it is compared: without unit, year, star and hyphen."""
    text = fold(head)
    text = YEAR.sub(" ", UNIT.sub(" ", text))
    return " ".join(DASHES.sub(" ", MARKS.sub(" ", text)).split())


KNOWN: Final = {plain(head): field.name for field in reversed(FIELDS) for head in field.heads}
RANKS: Final = {plain(head): rank for f in FIELDS for rank, head in reversed([*enumerate(f.heads)])}
HEADS: Final = tuple(head for field in FIELDS for head in field.heads)


def guess(heads: Sequence[str]) -> dict[int, str]:
    """A field for each column that is understood; of two for one field the surer head."""
    wanted = [
        (RANKS[key], at, KNOWN[key]) for at, key in enumerate(map(plain, heads)) if key in KNOWN
    ]
    found: dict[int, str] = {}
    for _rank, at, name in sorted(wanted):
        if name in SEVERAL or name not in found.values():
            found[at] = name
    return dict(sorted(found.items()))


def find_heads(rows: Sequence[Row]) -> int:
    """The row, among the first, whose heads are understood best; the first of equal ones."""
    counts = [len(guess(heads_in(row))) for row in rows[:LOOKED_AT]]
    return max(range(len(counts)), key=counts.__getitem__, default=0)


def heads_in(row: Row) -> list[str]:
    """The heads as they are written, without what no head has."""
    return [text_of(cell)[:200] for cell in row]
