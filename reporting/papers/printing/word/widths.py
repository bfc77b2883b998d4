"""How wide columns are: as they share the sheet, but wide enough for the words of their heads."""

import re
from collections.abc import Sequence
from itertools import accumulate, pairwise
from typing import Final

from reporting.papers.printing.word.styles import CELL_SIDE

WIDTH: Final = 9638
"""Between the margins of the sheet, as twentieths of a point."""

LETTER, ARABIC_LETTER = 92, 122
"""A letter of a head, somewhat more than it mostly takes: Word breaks a word that does not fit."""

UNBROKEN: Final = re.compile("[^\\s\u2e80-\uffff-]+")
"""Letters that stay together; Chinese may be broken anywhere."""


def least(head: str) -> int:
    """The width that the longest word of a head takes."""
    longest = max((len(word) for word in UNBROKEN.findall(head)), default=1)
    letter = ARABIC_LETTER if head > "\u0590" else LETTER
    return longest * letter + 2 * CELL_SIDE


def widths_of(shares: Sequence[int], leasts: Sequence[int] = ()) -> list[int]:
    """The widths of columns, which fill the sheet between its margins.

    A column that would be too narrow takes what it lacks from those that have more than they
    need, in proportion; where nobody has, the shares stay as they are.
    """
    edges = [WIDTH * at // sum(shares) for at in accumulate(shares, initial=0)]
    widths = [end - start for start, end in pairwise(edges)]
    spare = [width - need for width, need in zip(widths, leasts, strict=False)]
    lacking, free = (sum(max(sign * each, 0) for each in spare) for sign in (-1, 1))
    if not lacking or lacking > free:
        return widths
    given = [each * lacking // free if each > 0 else each for each in spare]
    kept = [width - part for width, part in zip(widths, given, strict=True)]
    kept[spare.index(max(spare))] += WIDTH - sum(kept)
    return kept
