"""The bars of a chart as pictures: texture tells the parts apart before colour does.

Full is solid and dark, partial solid and light, not started hatched, not assessed outlined; a
part beyond these takes the textures from the beginning.
"""

from collections.abc import Callable, Sequence
from itertools import accumulate, pairwise
from typing import Final

from reporting.papers.printing.word.png import png

WIDE, HIGH = 900, 26
PALETTE: Final = ((255, 255, 255), (0, 79, 124), (111, 179, 218), (191, 74, 23), (132, 150, 166))
PAPER, DARK, LIGHT, HATCH, RULE = range(5)
STEP: Final = 8
STROKE: Final = 3

Texture = Callable[[int, int, bool], int]
"""The colour of a point by its place, and by whether it lies at the edge."""


def hatched(x: int, y: int, is_edge: bool) -> int:
    """Strokes across, within an outline."""
    return HATCH if is_edge or (x + y) % STEP < STROKE else PAPER


def outlined(_x: int, _y: int, is_edge: bool) -> int:
    """Empty within a line."""
    return RULE if is_edge else PAPER


TEXTURES: Final[tuple[Texture, ...]] = (
    lambda _x, _y, _edge: DARK,
    lambda _x, _y, _edge: LIGHT,
    hatched,
    outlined,
)


def bar(parts: Sequence[int], scale: int, *, is_rtl: bool) -> bytes:
    """The picture of a bar; the whole width is `scale`. In Arabic it begins at the right."""
    edges = [WIDE * at // scale if scale else 0 for at in (0, *accumulate(parts))]
    return drawn([row(y, edges) for y in range(HIGH)], is_rtl=is_rtl)


def swatch(part: int) -> bytes:
    """The texture of a part, as the legend shows it."""
    return drawn([points(part, 0, HIGH, y) for y in range(HIGH)], is_rtl=False)


def drawn(rows: Sequence[bytes], *, is_rtl: bool) -> bytes:
    """The picture of rows of points."""
    return png([line[::-1] if is_rtl else line for line in rows], PALETTE)


def row(y: int, edges: Sequence[int]) -> bytes:
    """One row of points through all parts; what is left over stays empty."""
    filled = b"".join(points(part, *span, y) for part, span in enumerate(pairwise(edges)))
    return filled.ljust(WIDE, bytes([PAPER]))


def points(part: int, start: int, end: int, y: int) -> bytes:
    """The points of one part in one row."""
    texture = TEXTURES[part % len(TEXTURES)]
    rim = y < 2 or y >= HIGH - 2
    return bytes(texture(x, y, rim or x < start + 2 or x >= end - 2) for x in range(start, end))
