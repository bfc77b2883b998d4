"""Numbers of paragraphs and signs of lists, counted by Word itself."""

from reporting.papers.printing.word.manners import Manner
from reporting.papers.printing.word.styles import INDENT
from reporting.papers.printing.word.wordml import Element, add

PARAGRAPHS, BULLETS = 0, 1
TAB = 567


class Numbering:
    """The numberings of one paper.

    Word counts on by itself. Where a paper does not (after a number left out, or from one again)
    a new count begins, so that what Word shows is always the number the paper names.
    """

    def __init__(self, part: Element, manner: Manner, *, is_set_in: bool) -> None:
        self.part = part
        self.indent = INDENT if is_set_in else 0
        write_level(part, PARAGRAPHS, "decimal", manner.number, left=self.indent, first=TAB)
        write_level(part, BULLETS, "bullet", "•", left=self.indent + TAB, first=TAB)
        self.bullets = 1
        self._begin(BULLETS)
        self.count = self.bullets
        self.next: int | None = None

    def numbered(self, number: int) -> int:
        """The numbering in which a paragraph has this number."""
        if number != self.next:
            self.count += 1
            self._begin(PARAGRAPHS, number)
        self.next = number + 1
        return self.count

    def _begin(self, which: int, start: int | None = None) -> None:
        known = 1 if start is None else self.count
        begun = add(self.part, "num", numId=known)
        add(begun, "abstractNumId", val=which)
        if start is not None:
            add(add(begun, "lvlOverride", ilvl=0), "startOverride", val=start)


def write_level(part: Element, which: int, form: str, text: str, *, left: int, first: int) -> None:
    """One kind of numbering. Numbers stand before the first line, signs hang outside."""
    kind = add(part, "abstractNum", abstractNumId=which)
    add(kind, "multiLevelType", val="singleLevel")
    level = add(kind, "lvl", ilvl=0)
    add(level, "start", val=1)
    add(level, "numFmt", val=form)
    add(level, "suff", val="tab")
    add(level, "lvlText", val=text)
    add(level, "lvlJc", val="left")
    lines = add(level, "pPr")
    add(add(lines, "tabs"), "tab", val="num", pos=left + (first if form == "decimal" else 0))
    if form == "decimal":
        add(lines, "ind", left=left, firstLine=0)
    else:
        add(lines, "ind", left=left, hanging=284)
