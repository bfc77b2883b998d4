"""Numbers of paragraphs and signs of lists, counted by Word itself."""

from typing import Final

from reporting.papers.printing.word.styles import INDENT
from reporting.papers.printing.word.wordml import Element, add

PARAGRAPHS, BULLETS = 0, 1
TAB: Final = 567
SIGN: Final = 284


class Numbering:
    """The numberings of one paper.

    Word counts on by itself. Where a paper does not (after a number left out, or from one again)
    a new count begins, so that what Word shows is always the number the paper names.
    """

    def __init__(self, part: Element, *, is_set_in: bool) -> None:
        self.part = part
        left = INDENT if is_set_in else 0
        write_kind(part, PARAGRAPHS, ("decimal", "%1."), tab=left + TAB, left=left)
        write_kind(part, BULLETS, ("bullet", "•"), tab=left + TAB, left=left + TAB, hanging=SIGN)
        self.count = 0
        self.bullets = self._begin(BULLETS)
        self.next: int | None = None

    def numbered(self, number: int) -> int:
        """The numbering in which a paragraph has this number."""
        if number != self.next:
            self._begin(PARAGRAPHS, number)
        self.next = number + 1
        return self.count

    def _begin(self, kind: int, start: int = 1) -> int:
        self.count += 1
        begun = add(self.part, "num", numId=self.count)
        add(begun, "abstractNumId", val=kind)
        add(add(begun, "lvlOverride", ilvl=0), "startOverride", val=start)
        return self.count


def write_kind(
    part: Element, number: int, sign: tuple[str, str], *, tab: int, **indents: int
) -> None:
    """One kind of numbering, and how its lines are set in."""
    kind = add(part, "abstractNum", abstractNumId=number)
    add(kind, "multiLevelType", val="singleLevel")
    level = add(kind, "lvl", ilvl=0)
    add(level, "start", val=1)
    add(level, "numFmt", val=sign[0])
    add(level, "suff", val="tab")
    add(level, "lvlText", val=sign[1])
    add(level, "lvlJc", val="left")
    lines = add(level, "pPr")
    add(add(lines, "tabs"), "tab", val="num", pos=tab)
    add(lines, "ind", **indents)
